package io.docaxis.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docaxis does is what {@code golden/behaviour.txt} says, line by line. {@code docs/testing.md} says what is in it and how it is
 * recorded anew.
 */
class BehaviourTest {

    private static final Path FILE = Path.of("../golden/behaviour.txt");
    private static final String HEAD = """
            # What docaxis does, line by line; BehaviourTest holds it, and docs/testing.md says how it is recorded anew.
            # A changed line is a decision: the commit that changes it says why.
            """;

    private static final String ANEW = """
            record anew, and say why in the commit:
            mvn -pl simulator -am test -Pslow -Dtest=BehaviourTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocaxis.golden=write
            """;

    @TempDir
    private Path directory;

    @Test
    void isAsRecorded() throws IOException {
        hold(RecordedRun.all().stream().filter(RecordedRun::quick).toList());
    }

    @Test
    @Tag("slow")
    void isAsRecordedInAllRuns() throws IOException {
        hold(RecordedRun.all());
    }

    private void hold(List<RecordedRun> runs) throws IOException {
        Recorded now = Surface.recorded(directory);
        Set<String> names = new TreeSet<>(now.names());
        RecordedRun.all().forEach(run -> run.names().forEach(names::add));
        runs.parallelStream().map(RecordedRun::lines).toList().forEach(now::addAll);
        if (Golden.isWritten()) {
            write(now, names);
        }

        List<String> differences = read().differences(now, names);

        System.out.printf("behaviour: %d of %d names compared%n", now.names().size(), names.size());
        assertThat(String.join("\n", differences))
                .as("golden/behaviour.txt (- recorded, + now), %d names; if it is meant, %s", differences.size(), ANEW)
                .isEmpty();
    }

    /** What was not found out now stays as it is. */
    private static void write(Recorded now, Set<String> names) throws IOException {
        Recorded all = read();
        all.addAll(now);
        all.retain(names::contains);
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, HEAD + all.text());
    }

    private static Recorded read() throws IOException {
        return Files.exists(FILE) ? Recorded.parse(Files.readAllLines(FILE).stream()) : new Recorded();
    }
}
