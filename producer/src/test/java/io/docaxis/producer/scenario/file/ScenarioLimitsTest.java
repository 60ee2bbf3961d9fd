package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However large, deep or absurd a file is, it is refused with few words, and without much work: the time allowed here is for hangs alone. */
@Timeout(60)
class ScenarioLimitsTest {

    private static final String LEAST = """
            name: little
            story: A little story.
            period: {from: 2023-03-06, to: 2023-03-12}
            volume: {documents: 100}
            """;

    @TempDir
    private Path directory;

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt() throws IOException {
        Path large = directory.resolve("large.yaml");
        Files.writeString(large, LEAST + "# ".repeat(5 << 20));

        assertThat(refusedFile(large.toString()).getMessage())
                .isEqualTo(large + ": got a file of more than 1 MiB; allowed: a YAML file of at most so much");
        Path endless = Path.of("/dev/zero");
        if (Files.exists(endless)) {
            assertThat(refusedFile(endless.toString()).getMessage()).contains("more than 1 MiB");
        }
    }

    static Stream<Arguments> absurdities() {
        return Stream.of(
                of("a long story", LEAST.replace("A little story.", "x".repeat(20_000)), 1, "story: got xxx"),
                of("a long name", LEAST.replace("name: little", "name: " + "a".repeat(500_000)), 1, "name: got aaa"),
                of("2,000 overlapping exceptions", LEAST + exceptions(2_000), 1, "exceptions: got 2000 of them"),
                of("1,000 overlapping exceptions", LEAST + exceptions(1_000), 999, "exceptions[2]: got 2023-03-06 to"),
                of(
                        "10,001 days off",
                        LEAST + "calendar: {days-off: [" + many("2023-03-08", 10_001) + "]}",
                        1,
                        "got 10001 of them"),
                of(
                        "90,000 days off that are none",
                        LEAST + "calendar: {days-off: [" + many("never", 90_000) + "]}",
                        1,
                        "got 90000 of them"),
                of(
                        "9,000 days off that are none",
                        LEAST + "calendar: {days-off: [" + many("never", 9_000) + "]}",
                        1_000,
                        "days-off[50]"),
                of(
                        "100,000 quantiles",
                        LEAST + "signing: {late-by: [" + many("1m", 100_000) + "]}",
                        1,
                        "late-by: got 100000 of them"),
                of(
                        "50,000 weights",
                        LEAST + "fan-out: {" + numbered("%d: 1", 50_000) + "}",
                        1,
                        "fan-out: got 50000 of them"),
                of(
                        "90,000 unknown keys",
                        LEAST + numbered("k%d: 1", 90_000).replace(", ", "\n"),
                        1_000,
                        "k0: got an unknown key"),
                of(
                        "a key of half a million letters",
                        LEAST + "? " + "k".repeat(500_000) + "\n: 1",
                        1,
                        "kkk...: got an unknown key"),
                of(
                        "a long nesting",
                        LEAST + "types: " + "[".repeat(200_000),
                        1,
                        "broken YAML: Nesting Depth exceeded max"),
                of(
                        "maps in maps",
                        LEAST + "types: " + "{a: ".repeat(100_000),
                        1,
                        "broken YAML: Nesting Depth exceeded max"),
                of("references that multiply", multiplied(), 1, "broken YAML: Number of aliases"),
                of("references to itself", LEAST + "exceptions: &e [*e, *e]", 2, "exceptions[1]: got a list"),
                of("a map of itself", LEAST + "behaviour: &b {all: *b}", 1, "behaviour.all.all: got an unknown key"),
                of("one list, named 50 times", LEAST + listed(), 1_000, "got never"),
                of(
                        "a number with an exponent",
                        LEAST + "signing: {late: 1e999999999}",
                        1,
                        "signing.late: got 1e999999999"),
                of(
                        "a number next to nothing",
                        LEAST + "signing: {late: 1e-999999999}",
                        1,
                        "signing.late: got 1e-999999999"),
                of(
                        "a number of many digits",
                        LEAST + "signing: {late: 0." + "1".repeat(500_000) + "}",
                        1,
                        "signing.late: got 0.111"),
                of("a number of many groups", LEAST + "seed: 1" + "_000".repeat(100_000), 1, "seed: got 1_000_000"),
                of(
                        "a duration of many digits",
                        LEAST + "rules: {horizon: " + "9".repeat(100_000) + "d}",
                        1,
                        "rules.horizon: got 999"),
                of(
                        "a duration over all ages",
                        LEAST + "rules: {horizon: 99999d99999h}",
                        1,
                        "rules.horizon: got 99999d99999h"),
                of(
                        "an agency of many digits",
                        LEAST + "disturbances: {outages: [{agency: H53." + "1".repeat(90)
                                + ", from: 2023-03-06, to: 2023-03-06}]}",
                        1,
                        "agency: got H53.111"),
                of(
                        "a century",
                        LEAST.replace("to: 2023-03-12", "to: 2099-11-30") + "calendar: {days-off: []}",
                        1,
                        "period.to: got 2099-11-30; allowed: up to 2027-06-03: with the drain of 2 days at most 1553 days"),
                of("a century of bursts", century(), 1, "period.to: got 2099-11-30"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("absurdities")
    void refusesWithFewWords(String what, String text, int problems, String first) {
        InvalidScenarioException e =
                catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioReading.read("f.yaml", text));

        assertThat(e.getMessage().lines()).as(what).hasSize(Math.min(51, problems));
        assertThat(e.getMessage()).contains(first).hasSizeLessThan(60_000);
        if (problems <= 50) {
            assertThat(e.getMessage()).doesNotContain("more");
        } else if (problems < 1_000) {
            assertThat(e.getMessage()).endsWith("\nand " + (problems - 50) + " more");
        } else {
            assertThat(e.getMessage()).endsWith("\nand 950 more or over");
        }
    }

    @Test
    void refusesEveryStretchThatMeetsAnotherOnce() {
        String text = LEAST + """
                exceptions:
                  - {agency: H53, from: 2023-03-08, to: 2023-03-09, silent: true}
                  - {agency: H53, from: 2023-03-06, to: 2023-03-12, silent: true}
                  - {agency: H53, from: 2023-03-10, to: 2023-03-10, silent: true}
                  - {agency: H54, from: 2023-03-10, to: 2023-03-10, silent: true}
                  - {agency: H53, from: 2023-03-06, to: 2023-03-06, silent: true}
                """;
        InvalidScenarioException e =
                catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioReading.read("f.yaml", text));

        assertThat(ScenarioReadingTest.keys(e)).containsExactly("exceptions[2]", "exceptions[3]", "exceptions[5]");
    }

    private static InvalidScenarioException refusedFile(String path) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> Scenarios.read(path));
    }

    private static Arguments of(String what, String text, int problems, String first) {
        return Arguments.of(what, text, problems, first);
    }

    private static String exceptions(int count) {
        return "exceptions: [" + many("{agency: H53, from: 2023-03-06, to: 2023-03-12, silent: true}", count) + "]";
    }

    private static String many(String element, int count) {
        return String.join(", ", java.util.Collections.nCopies(count, element));
    }

    private static String numbered(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }

    /** A billion in nine lines, if every name were written out. */
    private static String multiplied() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a%d: &a%d [%s]%n".formatted(i, i, many("*a" + (i - 1), 10)));
        }
        return text + "exceptions: *a9";
    }

    /** As many references as YAML's reader allows, each to as many values as a list may have. */
    private static String listed() {
        return "calendar: {days-off: &d [" + many("never", 9_000) + "]}\nexceptions: ["
                + many("{agency: H53, from: 2023-03-06, to: 2023-03-06, behaviour: {respond-late-by: *d}}", 49) + "]";
    }

    private static String century() {
        LocalDate first = LocalDate.of(2023, 3, 6);
        String bursts = IntStream.range(0, 1_000)
                .mapToObj(i -> "{from: %s, to: %s, percent: 0}".formatted(first.plusDays(2 * i), first.plusDays(2 * i)))
                .collect(Collectors.joining(", "));
        return LEAST.replace("to: 2023-03-12", "to: 2099-11-30")
                + "calendar: {days-off: []}\nshape: {days-off: 0.5, bursts: [" + bursts + "]}";
    }
}
