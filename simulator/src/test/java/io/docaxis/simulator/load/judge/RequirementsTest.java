package io.docaxis.simulator.load.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.docaxis.simulator.load.measure.FrozenHistogram;
import io.docaxis.simulator.load.measure.LatencyKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {

    /** 1 to 1000 ms, each once: its p99 is the bucket of 990 ms. */
    private static final Histogram LATENCIES = FrozenHistogram.empty();

    static {
        for (int ms = 1; ms <= 1_000; ms++) {
            LATENCIES.recordValue(ms * 1_000L);
        }
    }

    private static final Evidence EVIDENCE = new Evidence(
            Map.of(LatencyKind.E2E, LATENCIES),
            OptionalLong.of(10_000),
            OptionalLong.of(10),
            OptionalLong.of(1_000),
            OptionalDouble.of(2),
            OptionalLong.of(7),
            Proof.EXACT);

    private static final Evidence NOTHING = new Evidence(
            Map.of(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalLong.empty(),
            Proof.NOT_PROVED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failed < 11          | held
            failed < 10          | broken
            failed <= 10         | held
            failed <= 9          | broken
            failed < 0.1%        | broken
            failed <= 0.1%       | held
            failed < 0.1001%     | held
            failed<=0.0999 %     | broken
            lag < 1000           | broken
            lag <= 1000          | held
            lag < 2s             | broken
            lag <= 2000ms        | held
            lag < 2.000000001s   | held
            late < 7             | broken
            late <= 7            | held
            exact                | held
            e2e.max <= 1.001s    | held
            e2e.max < 1s         | broken
            e2e.p50 < 0.51s      | held
            e2e.p50 < 500ms      | broken
            e2e.p99.9 < 1.5s     | held
            e2e.p99.99 < 999ms   | broken
            publish.p99 < 1h1    | unreadable
            publish.p99 < 50ms   | unknown
            """)
    void judges(String requirement, String finding) {
        if (finding.equals("unreadable")) {
            assertThat(problems(requirement)).hasSize(1);
            return;
        }
        assertThat(only(requirement).judge(EVIDENCE).finding().label()).isEqualTo(finding);
    }

    @Test
    void justMetAndJustMissedAreAMicrosecondApart() {
        long p99 = LATENCIES.getValueAtPercentile(99);

        assertThat(only("e2e.p99 < " + (p99 + 1) + "us").judge(EVIDENCE).isHeld())
                .isTrue();
        assertThat(only("e2e.p99 < " + p99 + "us").judge(EVIDENCE).isHeld()).isFalse();
        assertThat(only("e2e.p99 <= " + p99 + "us").judge(EVIDENCE).isHeld()).isTrue();
        assertThat(only("e2e.p99 <= " + (p99 - 1) + "us").judge(EVIDENCE).isHeld())
                .isFalse();
        assertThat(p99).as("to three digits").isBetween(990_000L, 990_990L);
    }

    @Test
    void unknownIsNeverHeld() {
        Requirements all = Requirements.parse(List.of(
                "e2e.p99 < 1s, publish.max < 1s", "failed < 5 and failed < 1%, lag < 5, lag < 1s, late < 5, exact"));

        assertThat(all.judge(NOTHING))
                .hasSize(8)
                .allSatisfy(ruling -> assertThat(ruling.finding()).isEqualTo(Ruling.State.UNKNOWN))
                .allSatisfy(ruling -> assertThat(ruling.measured()).isEqualTo("unknown"));
    }

    @Test
    void aShareOfNothingIsUnknown() {
        Evidence none = new Evidence(
                Map.of(),
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Proof.EXACT);

        assertThat(only("failed < 1%").judge(none).finding()).isEqualTo(Ruling.State.UNKNOWN);
        assertThat(only("failed < 1").judge(none).finding()).isEqualTo(Ruling.State.HELD);
    }

    @Test
    void whereNothingIsSaidOfFailedSendsNoneMayFail() {
        assertThat(Requirements.parse(List.of()).written()).containsExactly("failed <= 0");
        assertThat(Requirements.parse(List.of("e2e.p99 < 1s")).judge(EVIDENCE))
                .extracting(Ruling::isHeld)
                .containsExactly(true, false);
        assertThat(Requirements.parse(List.of("failed < 20")).written()).containsExactly("failed < 20");
    }

    @Test
    void whatIsWrittenReadsTheSameAgain() {
        List<String> written = Requirements.parse(List.of("e2e.p99<50ms,lag <= 1000 and exact"))
                .written();

        assertThat(written).containsExactly("e2e.p99 < 50ms", "lag <= 1000", "exact", "failed <= 0");
        assertThat(Requirements.parse(written).written()).isEqualTo(written);
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThat(problems(
                        "e2e.p98 < 5ms, e2e.p99 > 5ms",
                        "failed < 5ms",
                        "lag < 5%, late",
                        "e2e.p99 < fast, late < 1.5",
                        ""))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith("requirement 1 'e2e.p98 < 5ms': no measure 'e2e.p98': want one of publish"),
                        problem -> assertThat(problem).contains("'>' is no comparison here: want < or <="),
                        problem -> assertThat(problem)
                                .isEqualTo(
                                        "requirement 2 'failed < 5ms': a bound of the wrong unit: want one such as 0.1% or 20"),
                        problem -> assertThat(problem).contains("wrong unit: want one such as 1000 or 2s"),
                        problem -> assertThat(problem).contains("has no bound: want one such as late < 100"),
                        problem -> assertThat(problem).contains("no bound 'fast': want one such as 50ms"),
                        problem -> assertThat(problem).contains("not a whole number"),
                        problem -> assertThat(problem).startsWith("requirement 5 '': empty"));
    }

    @Test
    void knowsItsLeastBoundAndHighestPercentile() {
        Requirements all = Requirements.parse(List.of("e2e.p99 < 50ms, publish.p99.9 < 20ms, e2e.max < 5s"));

        assertThat(all.leastLatencyMs()).hasValue(20);
        assertThat(all.highestPercentile()).hasValue(99.9);
        assertThat(Requirements.parse(List.of("failed < 5")).highestPercentile())
                .isEmpty();
    }

    private static Requirement only(String requirement) {
        return Requirements.parse(List.of(requirement)).all().get(0);
    }

    private static List<String> problems(String... requirements) {
        return catchThrowableOfType(BadRequirementsException.class, () -> Requirements.parse(List.of(requirements)))
                .problems();
    }
}
