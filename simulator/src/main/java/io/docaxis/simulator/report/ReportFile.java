package io.docaxis.simulator.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** One file that a command leaves at its end. While the command is at work there is none, so that nobody takes an earlier run's for its. */
public final class ReportFile {

    private final Path path;
    private final String option;

    private ReportFile(Path path, String option) {
        this.path = path;
        this.option = option;
    }

    /**
     * Makes its directory now and removes what an earlier command left, so that a run does not find out at its end that it has nowhere to write.
     *
     * @param option that names the file, for messages
     * @throws ResultsNotWrittenException if it cannot be written there
     */
    public static ReportFile open(Path path, String option) {
        Path absolute = path.toAbsolutePath();
        try {
            if (Files.isDirectory(absolute)) {
                throw new FileSystemException(path.toString(), null, "it is a directory");
            }
            Files.createDirectories(absolute.getParent());
            Files.delete(Files.createTempFile(absolute.getParent(), "docaxis-", ".probe"));
            Files.deleteIfExists(absolute);
            return new ReportFile(absolute, option);
        } catch (IOException e) {
            throw new ResultsNotWrittenException(path, option, e);
        }
    }

    /**
     * Writes it beside its place first, and once it is whole, to its place.
     *
     * @throws ResultsNotWrittenException if it cannot be written: then there is none
     */
    public void write(String text) {
        Path part = path.resolveSibling(ResultFiles.partOf(path.getFileName().toString()));
        try {
            ResultDirectory.write(part, text);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(part);
            throw new ResultsNotWrittenException(path, option, e);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // the first reason is the one to tell
        }
    }
}
