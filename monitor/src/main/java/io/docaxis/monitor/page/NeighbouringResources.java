package io.docaxis.monitor.page;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What lies beside a resource: in its directory, its jar, or its jar inside another. */
final class NeighbouringResources {

    private NeighbouringResources() {}

    /** Names of all files in the directory of a resource and below it, its own among them, relative to that directory, with slashes. */
    static SortedSet<String> beside(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        return connection instanceof JarURLConnection jar ? inJar(jar) : inDirectory(resource);
    }

    private static SortedSet<String> inJar(JarURLConnection connection) throws IOException {
        // a jar of the cache belongs to others too, and must not be closed
        connection.setUseCaches(false);
        String entry = connection.getEntryName();
        String directory = entry.substring(0, entry.lastIndexOf('/') + 1);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .filter(each -> !each.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(directory))
                    .map(name -> name.substring(directory.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static SortedSet<String> inDirectory(URL resource) throws IOException {
        Path directory = path(resource).getParent();
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path path(URL resource) throws IOException {
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no file: " + resource, e);
        }
    }
}
