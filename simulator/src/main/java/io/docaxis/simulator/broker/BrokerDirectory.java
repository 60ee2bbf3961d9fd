package io.docaxis.simulator.broker;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.simulator.process.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory of an embedded broker's data.
 *
 * @param path absolute
 * @param kept whether it stays when the broker ends
 */
record BrokerDirectory(Path path, boolean kept) {

    /** Below this a broker cannot work: its first segments' index files alone take a few MiB. */
    static final long LEAST_FREE_BYTES = 8L << 20;

    private static final int REMOVALS = 3;

    /**
     * Makes the directory.
     *
     * @param wanted null: a new temporary one
     * @throws ClusterException if it cannot be made or written to, or its disk is full
     */
    static BrokerDirectory open(Path wanted) {
        Path path = wanted;
        try {
            path = wanted == null
                    ? Files.createTempDirectory("docaxis-broker-")
                    : Files.createDirectories(wanted.toAbsolutePath());
            Files.delete(Files.createTempFile(path, "docaxis-", ".probe"));
        } catch (IOException e) {
            String where = path == null ? "temporary directory '" + System.getProperty("java.io.tmpdir") : "'" + path;
            throw new ClusterException(
                    "broker data: cannot write to " + where + "': " + Reason.of(e)
                            + "; choose another with --keep-data DIR",
                    e);
        }
        BrokerDirectory directory = new BrokerDirectory(path.toAbsolutePath(), wanted != null);
        if (directory.isFull()) {
            directory.close();
            throw new ClusterException(directory.fullMessage());
        }
        return directory;
    }

    /** Whether the disk has no room left to go on. */
    boolean isFull() {
        return freeBytes() < LEAST_FREE_BYTES;
    }

    /** Room left, or {@link Long#MAX_VALUE} where the system does not say. */
    long freeBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    String fullMessage() {
        return "broker data: no space left on the disk of '" + path + "' (" + (freeBytes() >> 10)
                + " KiB free); make room, or choose another disk with --keep-data DIR or the variable TMPDIR";
    }

    /** Removes the directory unless it is kept; what cannot be removed stays, for nothing depends on it. */
    void close() {
        for (int attempt = 0; attempt < REMOVALS && !kept && Files.exists(path); attempt++) {
            try {
                FileTree.remove(path);
            } catch (IOException e) {
                // a broker that is still stopping made a file meanwhile: once more
            }
        }
    }
}
