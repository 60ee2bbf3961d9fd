package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.terminal.StandardOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an earlier run left as results is gone as soon as a command begins, and not before everything about it was checked. */
class EarlierResultsTest {

    @TempDir
    private Path directory;

    /** What nobody can read ends in its first line: as good a moment as any for a run to go wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run quiet-day | truth.json tally.json summary.txt result.json",
                "drill kill-consumer | drill.json",
                "bench --documents 1000 | bench.html bench.txt bench.json",
            })
    void areGoneWhateverBecomesOfTheRun(String command, String files) throws IOException {
        leave(files);

        assertThat(execute(command)).isEqualTo(ExitCode.ENVIRONMENT);

        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run quiet-day --sources 0 | truth.json tally.json summary.txt result.json",
                "run quiet-day --partitions -1 | result.json",
                "run quiet-day --fresh --resume | result.json",
                "run quiet-day --documents 0 | result.json",
                "run nosuch | truth.json tally.json summary.txt result.json",
                "run quiet-day --threads 0 | result.json",
                "run quiet-day --management-port 70000 | result.json",
                "run quiet-day --broker-port 70000 | result.json",
                "verify | truth.json tally.json summary.txt result.json",
                "verify --bootstrap-servers b:1 --prefix a/b | result.json",
                "drill nosuch | drill.json",
                "drill all --seeds 0 | drill.json",
                "drill all --documents 5 | drill.json",
                "bench --rounds 0 | bench.html bench.txt bench.json",
                "bench --documents 0 | bench.json",
                "bench scale --factors x | scale.html scale.txt scale.json",
                "bench load --seconds 0 | bench-load.html bench-load.txt bench-load.json",
                "bench lag --days 1 | lag.html lag.txt lag.json",
            })
    void stayWhereTheCommandLineIsWrong(String command, String files) throws IOException {
        leave(files);

        assertThat(execute(command)).isEqualTo(ExitCode.USAGE);

        assertThat(directory.toFile().list()).containsExactlyInAnyOrder(files.split(" "));
    }

    private void leave(String files) throws IOException {
        for (String name : files.split(" ")) {
            Files.writeString(directory.resolve(name), "of an earlier run");
        }
    }

    private int execute(String command) {
        OutputStream closed = OutputStream.nullOutputStream();
        try {
            closed.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return DocaxisCommand.execute(
                new Interruption(),
                StandardOutput.to(closed),
                new PrintWriter(new StringWriter()),
                Stream.concat(Stream.of(command.split(" ")), Stream.of("--results", directory.toString()))
                        .toArray(String[]::new));
    }
}
