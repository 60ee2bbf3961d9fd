package io.docaxis.simulator.bench;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.process.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary directory of a session; it goes with everything in it when it is closed. */
public record WorkDirectory(Path path) implements AutoCloseable {

    public static WorkDirectory open() {
        try {
            return new WorkDirectory(Files.createTempDirectory("docaxis-bench-"));
        } catch (IOException e) {
            throw new ClusterException("no temporary directory for a bench: " + e.getMessage(), e);
        }
    }

    /** A new directory in it. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes a directory in it, with everything in that; and has the disk be done with it, where there is the command for that: else it
     * would be while the next lap is measured.
     */
    public static void remove(Path directory) {
        try {
            FileTree.remove(directory);
        } catch (IOException e) {
            // a process that is still ending made a file meanwhile
        }
        try {
            new ProcessBuilder("sync").start().waitFor();
        } catch (IOException e) {
            // no such command here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        remove(path);
    }
}
