package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files are found wherever the class path has them. */
class NeighbouringResourcesTest {

    private static final List<String> NAMES = List.of("page/index.html", "page/main.js", "page/panels/late.js");
    private static final String[] FOUND = {"index.html", "main.js", "panels/late.js"};

    /** Its name has what an address has to encode, and what a pattern could take for its own. */
    @TempDir
    private Path parent;

    @Test
    void inADirectory() throws IOException {
        Path directory = directory();
        for (String name : NAMES) {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.writeString(directory.resolve(name), name);
        }
        Files.writeString(directory.resolve("other.js"), "not beside it");

        assertThat(NeighbouringResources.beside(index(directory.toUri().toURL())))
                .containsExactly(FOUND);
    }

    /** Without entries for its directories, as some tools make jars. */
    @Test
    void inAJar() throws IOException {
        Path jar = directory().resolve("monitor.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : NAMES) {
                add(entries, name);
            }
            add(entries, "other/page/x.js");
            add(entries, "pages/x.js");
        }

        assertThat(NeighbouringResources.beside(index(jar.toUri().toURL()))).containsExactly(FOUND);
    }

    private Path directory() throws IOException {
        return Files.createDirectories(parent.resolve("a {b} [c] ü+%20"));
    }

    private static URL index(URL classPath) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classPath}, null)) {
            return loader.getResource("page/index.html");
        }
    }

    private static void add(JarOutputStream entries, String name) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(name.getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
    }
}
