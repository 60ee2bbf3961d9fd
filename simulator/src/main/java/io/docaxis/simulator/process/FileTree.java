package io.docaxis.simulator.process;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A directory with everything in it. */
public final class FileTree {

    /** Depth first; goes on where something has gone already, or will not go. */
    private static final FileVisitor<Path> REMOVER = new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return remove(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return remove(file);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) {
            return remove(directory);
        }

        private static FileVisitResult remove(Path each) {
            each.toFile().delete();
            return FileVisitResult.CONTINUE;
        }
    };

    private FileTree() {}

    /**
     * Removes a directory, if it is there.
     *
     * @throws IOException if something of it is left: it cannot be removed, or a process that is still ending made it meanwhile
     */
    public static void remove(Path directory) throws IOException {
        Files.walkFileTree(directory, REMOVER);
        if (Files.exists(directory)) {
            throw new DirectoryNotEmptyException(directory.toString());
        }
    }
}
