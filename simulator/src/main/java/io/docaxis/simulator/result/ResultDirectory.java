package io.docaxis.simulator.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command leaves its results as files, for people and tools. */
public record ResultDirectory(Path path) {

    /**
     * Makes the directory now, so that a run does not find out at its end that it has nowhere to write.
     *
     * @throws ResultsNotWrittenException if it cannot be made or written to
     */
    public static ResultDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "docaxis-", ".probe"));
            return new ResultDirectory(path);
        } catch (IOException e) {
            throw new ResultsNotWrittenException(path, e);
        }
    }

    /**
     * Writes {@code result.json}, {@code truth.json}, {@code tally.json} and {@code summary.txt}, replacing what is there.
     *
     * @throws ResultsNotWrittenException if one cannot be written
     */
    public void write(Report report) {
        write("result.json", ResultJson.of(report, Versions.here(), Machine.here()));
        write(
                "truth.json",
                TallyJson.of(report.about(), report.agencies(), report.ledger().tally()));
        write(
                "tally.json",
                TallyJson.of(report.about(), report.agencies(), report.tally().tally()));
        write("summary.txt", Summary.of(report));
    }

    /**
     * Writes one file, replacing what is there.
     *
     * @throws ResultsNotWrittenException if it cannot be written
     */
    public void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ResultsNotWrittenException(path, e);
        }
    }
}
