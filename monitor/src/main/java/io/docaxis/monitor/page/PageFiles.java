package io.docaxis.monitor.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The files of the page, all read once: what lies beside {@code page/index.html} on the class path, and uPlot, which draws its charts. No other name is
 * served, whatever it looks like. Immutable.
 */
final class PageFiles {

    private static final String DIRECTORY = "/page/";
    private static final String INDEX = "index.html";

    /** Names that need no encoding in an address, so that there is one way to write each. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/";
    private static final String UPLOT_VERSION = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private final PageFile index;
    private final Map<String, PageFile> others = new HashMap<>();

    PageFiles() {
        for (String name : names()) {
            FileKind.of(name)
                    .filter(kind -> PLAIN.matcher(name).matches())
                    .ifPresent(kind -> others.put(name, new PageFile(kind, bytes(DIRECTORY + name))));
        }
        index = others.remove(INDEX);
        String uplot = UPLOT + uplotVersion() + "/dist/";
        // half the size of the module, which is there for browsers that cannot take it
        for (String name : List.of("uPlot.iife.min.js", "uPlot.esm.js", "uPlot.min.css")) {
            others.put(name, new PageFile(FileKind.of(name).orElseThrow(), bytes(uplot + name)));
        }
    }

    /** The page itself. */
    PageFile index() {
        return index;
    }

    /**
     * What the page asks for.
     *
     * @param name as it stands in the address, behind {@code /page/} and not decoded
     */
    Optional<PageFile> named(String name) {
        return Optional.ofNullable(others.get(name));
    }

    private static Iterable<String> names() {
        URL first = PageFiles.class.getResource(DIRECTORY + INDEX);
        if (first == null) {
            throw new IllegalStateException("there is no " + DIRECTORY + INDEX + " on the class path");
        }
        try {
            return NeighbouringResources.beside(first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uplotVersion() {
        Properties properties = new Properties();
        try (InputStream in = PageFiles.class.getResourceAsStream(UPLOT_VERSION)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
