package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.file.Scenarios;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules by example: the producer's observer and the consumer both conclude what {@code rule-cases.txt} says. */
class RuleCasesTest {

    private static final String SCENARIO = """
            name: case
            story: A rule by example.
            period: {from: 2023-01-01, to: 2023-10-31}
            volume: {documents: 1}
            """;

    private static final String LIFE = "<!-- life: played by RuleCasesTest -->";

    @TempDir
    private Path directory;

    static List<RuleCase> cases() throws IOException {
        try (var in = RuleCasesTest.class.getResourceAsStream("/rule-cases.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return RuleCase.parse(
                    Stream.concat(reader.lines(), documentedLife().stream()).toList());
        }
    }

    /** The life of a document that {@code docs/domain.md} tells. */
    private static List<String> documentedLife() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "domain.md"));
        String life = docs.substring(docs.indexOf(LIFE) + LIFE.length(), docs.indexOf("<!-- end of life -->"));
        return Stream.concat(
                        Stream.of("= the life in docs/domain.md"), life.lines().filter(line -> !line.startsWith("```")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void observerConcludesAsTyped(RuleCase c) throws IOException {
        assertAsTyped(new TwoOpinions(world(c), 1, 1, 1).observed(List.of(c.deliveries)), c);
    }

    /** With a tick before each record, so that all is forgotten that may be. */
    @ParameterizedTest
    @MethodSource("cases")
    void consumerConcludesAsTyped(RuleCase c) throws IOException {
        assertAsTyped(new TwoOpinions(world(c), 1, 1, 1).concluded(List.of(c.deliveries)), c);
    }

    /** Another source that is silent holds the watermark back: nothing is forgotten but by a record's own time. */
    @ParameterizedTest
    @MethodSource("cases")
    void consumerConcludesTheSameWhereNothingIsDropped(RuleCase c) throws IOException {
        assertAsTyped(new TwoOpinions(world(c), 2, 3, 1_000_000).concluded(List.of(c.deliveries)), c);
    }

    private World world(RuleCase c) throws IOException {
        Path file = Files.writeString(
                directory.resolve("case.yaml"),
                SCENARIO + String.join("\n", c.settings) + "\n",
                StandardCharsets.UTF_8);
        return new World(Scenarios.read(file.toString()), 1);
    }

    private static void assertAsTyped(Tally tally, RuleCase c) {
        assertThat(counters(tally)).isEqualTo(c.counters);
        SortedMap<String, String> obligations = obligations(tally);
        SortedMap<String, String> found = new TreeMap<>();
        c.obligations.keySet().forEach(name -> found.put(name, obligations.getOrDefault(name, "none")));
        assertThat(found).isEqualTo(c.obligations);
    }

    private static SortedMap<String, Long> counters(Tally tally) {
        SortedMap<String, Long> counters = new TreeMap<>();
        for (Counter counter : Counter.values()) {
            if (counter.isCompared() && tally.count(counter) != 0) {
                counters.put(counter.label(), tally.count(counter));
            }
        }
        return counters;
    }

    private static SortedMap<String, String> obligations(Tally tally) {
        SortedMap<String, String> obligations = new TreeMap<>();
        for (ObligationId id : tally.sketch().minus(new Sketch()).onlyHere()) {
            String to = id.receiver() == ObligationId.NO_RECEIVER
                    ? "-"
                    : RuleCase.AGENCIES.code(id.receiver()).value();
            String late = id.outcome() == Outcome.LATE ? " by " + id.latenessS() + " s" : "";
            obligations.merge(
                    id.obligation().name().toLowerCase(Locale.ROOT) + " " + id.document() + " " + to,
                    id.outcome().name().toLowerCase(Locale.ROOT) + late + ", due " + Moments.text(id.deadline()),
                    (one, other) -> one + "; " + other);
        }
        return obligations;
    }
}
