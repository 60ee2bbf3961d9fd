package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.drill.Score;
import io.docaxis.simulator.load.judge.LoadVerdict;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.NoEndException;
import io.docaxis.simulator.verdict.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What each end of a command says to its caller, and that everybody is told the same about it. */
class ExitCodeTest {

    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| (.+) \\|$", Pattern.MULTILINE);

    static Stream<Arguments> ends() {
        return Stream.of(
                arguments("exact", ExitCode.of(Finding.EXACT), 0),
                arguments("differs", ExitCode.of(Finding.DIFFERS), 2),
                arguments("incomplete", ExitCode.of(Finding.INCOMPLETE), 3),
                arguments("drill passed", ExitCode.of(Score.PASSED), 0),
                arguments("drill differs", ExitCode.of(Score.DIFFERS), 2),
                arguments("drill incomplete", ExitCode.of(Score.INCOMPLETE), 3),
                arguments("drill without end", ExitCode.of(Score.NO_END), 7),
                arguments("drill void", ExitCode.of(Score.VOID), 6),
                arguments("self-test right", ExitCode.ofSelfTest(true), 0),
                arguments("self-test wrong", ExitCode.ofSelfTest(false), 7),
                arguments("measurement trusted", ExitCode.ofTrust(true), 0),
                arguments("measurement not trusted", ExitCode.ofTrust(false), 6),
                arguments("load held", ExitCode.of(LoadVerdict.HELD), 0),
                arguments("load differs", ExitCode.of(LoadVerdict.DIFFERS), 2),
                arguments("load incomplete", ExitCode.of(LoadVerdict.INCOMPLETE), 3),
                arguments("load without cluster", ExitCode.of(LoadVerdict.ENVIRONMENT), 4),
                arguments("load broken", ExitCode.of(LoadVerdict.BROKEN), 5),
                arguments("load invalid", ExitCode.of(LoadVerdict.INVALID), 6),
                arguments("load interrupted", ExitCode.of(LoadVerdict.INTERRUPTED), 130),
                arguments("mistaken user", failure(new UsageException("want")), 1),
                arguments("run that ends early", failure(new IncompleteException("why")), 3),
                arguments("no broker", failure(new ClusterException("none")), 4),
                arguments("broker too slow", failure(new TimeoutException("slow")), 4),
                arguments("lap without end", failure(new ChildFailedException("died")), 6),
                arguments("self-test without end", failure(new NoEndException("hangs")), 7),
                arguments("defect", failure(new IllegalStateException("defect")), 70));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void says(String what, int code, int documented) {
        assertThat(code).as(what).isEqualTo(documented);
    }

    @Test
    void isExplainedByReadmeAndHelpAlike() {
        SortedMap<Integer, String> documented = documented();
        SortedMap<Integer, String> help = new TreeMap<>();
        commandLine()
                .getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> help.put(Integer.valueOf(code), meaning));

        assertThat(help.keySet()).containsExactlyElementsOf(List.of(0, 1, 2, 3, 4, 5, 6, 7, 70, 130));
        assertThat(documented.keySet()).isEqualTo(help.keySet());
        for (Map.Entry<Integer, String> explained : help.entrySet()) {
            assertThat(documented.get(explained.getKey())).startsWith(explained.getValue());
        }
    }

    private static SortedMap<Integer, String> documented() {
        try {
            String text = Files.readString(Path.of("../docs/commands.md"));
            String table = text.substring(text.indexOf("## Exit codes"));
            SortedMap<Integer, String> rows = new TreeMap<>();
            ROW.matcher(table).results().forEach(row -> rows.put(Integer.valueOf(row.group(1)), row.group(2)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int failure(Exception failure) {
        return new Failures(new Interruption()).getExitCode(failure);
    }

    private static CommandLine commandLine() {
        return DocaxisCommand.commandLine(new Interruption());
    }
}
