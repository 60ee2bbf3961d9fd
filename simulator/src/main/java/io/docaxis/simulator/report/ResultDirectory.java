package io.docaxis.simulator.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a command leaves its results as files, for people and tools: all of a set or none. While the command is at work there
 * are none, so that nobody takes an earlier run's for its.
 */
public final class ResultDirectory {

    private final Path path;
    private final ResultFiles files;

    private ResultDirectory(Path path, ResultFiles files) {
        this.path = path;
        this.files = files;
    }

    /**
     * Makes the directory now, so that a run does not find out at its end that it has nowhere to write, and removes what an
     * earlier one left. To be called once nothing is wrong with the command line any more.
     *
     * @throws ResultsNotWrittenException if it cannot be made, written to or cleared
     */
    public static ResultDirectory open(Path path, ResultFiles files) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "docaxis-", ".probe"));
            for (String name : files.leftovers().toList()) {
                Files.deleteIfExists(path.resolve(name));
            }
            return new ResultDirectory(path, files);
        } catch (IOException e) {
            throw new ResultsNotWrittenException(path, e);
        }
    }

    /**
     * Writes a set of files: each beside its place first, and once all are whole, all to their places.
     *
     * @param texts by name: all of the set, and no others
     * @throws ResultsNotWrittenException if one cannot be written: then there is none
     */
    public void write(Map<String, String> texts) {
        Map<String, String> left = new HashMap<>(texts);
        try {
            for (String name : files.names()) {
                write(path.resolve(ResultFiles.partOf(name)), left.remove(name));
            }
            if (!left.isEmpty()) {
                throw new IllegalArgumentException("not of this set: " + left.keySet());
            }
            for (String name : files.names()) {
                Files.move(path.resolve(ResultFiles.partOf(name)), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            remove();
            throw new ResultsNotWrittenException(path, e);
        }
    }

    /** To the disk itself: some disks say only then that they are full. */
    static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void remove() {
        files.leftovers().forEach(name -> {
            try {
                Files.deleteIfExists(path.resolve(name));
            } catch (IOException e) {
                // the first reason is the one to tell
            }
        });
    }
}
