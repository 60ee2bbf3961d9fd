package io.docaxis.simulator.load.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.docaxis.simulator.load.measure.FrozenHistogram;
import io.docaxis.simulator.load.measure.RunQueue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Requirements NONE = Requirements.parse(List.of());

    @Test
    void goodConditionsRaiseNothing() {
        Validity validity = with(slip(4_990), 0.05, 10, 1_000).judge(NONE, false);

        assertThat(validity.isValid()).isTrue();
        assertThat(validity.doubts()).isEmpty();
    }

    @Test
    void slipOverFiveMillisecondsIsInvalidUnlessTheBoundIsWide() {
        Conditions late = with(slip(19_000), 0, 60, 1_000_000);

        assertThat(late.judge(NONE, false).reasons())
                .containsExactly("the load missed its own schedule: slip p99 19.0 ms; want at most 5.0 ms");
        assertThat(late.judge(Requirements.parse(List.of("e2e.p99 < 200ms")), false)
                        .isValid())
                .isTrue();
        assertThat(late.judge(Requirements.parse(List.of("e2e.p99 < 200ms, publish.p50 < 100ms")), false)
                        .reasons())
                .containsExactly("the load missed its own schedule: slip p99 19.0 ms; want at most 10.0 ms");
        assertThat(late.judge(Requirements.parse(List.of("e2e.p99 < 10ms")), false)
                        .isValid())
                .isFalse();
    }

    @Test
    void waitingForAProcessorIsInvalid() {
        assertThat(with(slip(0), 0.0501, 60, 1_000_000).judge(NONE, false).isValid())
                .isFalse();
        assertThat(with(slip(0), 0.25, 60, 1_000_000).judge(NONE, false).reasons())
                .containsExactly(
                        "a sending thread waited for a processor 25.0 % of the time, 1.50 ms at a time; want at most 5.0 %, or 0.2 ms");
    }

    @Test
    void waitsForAProcessorMayBeLongerWhereTheBoundIsWide() {
        Conditions starved = with(slip(0), 0.25, 60, 1_000_000);

        assertThat(starved.judge(Requirements.parse(List.of("publish.p99 < 150ms")), false)
                        .isValid())
                .isTrue();
        assertThat(starved.judge(Requirements.parse(List.of("publish.p99 < 149ms")), false)
                        .isValid())
                .isFalse();
    }

    @Test
    void manyShortWaitsForAProcessorAreADoubt() {
        Validity validity =
                with(slip(0), new RunQueue.Wait(0.12, 199), 60, 1_000_000).judge(NONE, false);

        assertThat(validity.isValid()).isTrue();
        assertThat(validity.doubts()).singleElement(STRING).contains("12.0 % of the time, 0.20 ms at a time");
        assertThat(with(slip(0), new RunQueue.Wait(0.05, 5_000), 60, 1_000_000)
                        .judge(NONE, false)
                        .doubts())
                .isEmpty();
    }

    @Test
    void tooShortAndTooFewAreInvalid() {
        assertThat(with(slip(0), 0, 9.9, 999).judge(NONE, false).reasons())
                .containsExactly(
                        "too short: measured for 9.9 s; want at least 10 s after the warm-up",
                        "too few events: 999 measured; want at least 1,000");
        Requirements deep = Requirements.parse(List.of("e2e.p99.99 < 1s"));
        assertThat(with(slip(0), 0, 60, 99_999).judge(deep, false).reasons())
                .containsExactly("too few events: 99,999 measured; want at least 100,000 for p99.99");
        assertThat(with(slip(0), 0, 60, 100_000).judge(deep, false).isValid()).isTrue();
    }

    @Test
    void tenEventsAreBeyondAPercentile() {
        assertThat(Conditions.events(50)).isEqualTo(20);
        assertThat(Conditions.events(99)).isEqualTo(1_000);
        assertThat(Conditions.events(99.9)).isEqualTo(10_000);
        assertThat(Conditions.events(99.99)).isEqualTo(100_000);
    }

    @Test
    void unknownConditionsAreDoubts() {
        Validity validity = new Conditions(
                        Optional.empty(),
                        Optional.empty(),
                        60,
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalLong.of(51),
                        3,
                        List.of("other processes took 9 % of the machine; want at most 5 %"))
                .judge(NONE, false);

        assertThat(validity.isValid()).isTrue();
        assertThat(validity.doubts())
                .hasSize(5)
                .anySatisfy(doubt -> assertThat(doubt).contains("51 ms"))
                .anySatisfy(doubt -> assertThat(doubt).startsWith("3 latencies below 0"))
                .anySatisfy(doubt -> assertThat(doubt).startsWith("other processes"));
    }

    @Test
    void aWorldThatRanOutIsInvalidAndMayBeAllowed() {
        Conditions conditions = new Conditions(
                slip(0),
                Optional.of(new RunQueue.Wait(0, 0)),
                60,
                OptionalLong.of(1_000_000),
                Optional.of("1,000 events of 1,200"),
                OptionalLong.empty(),
                0,
                List.of());

        assertThat(conditions.judge(NONE, false).isDecisive()).isTrue();
        assertThat(conditions.judge(NONE, true).isDecisive()).isFalse();
        assertThat(conditions.judge(NONE, true).reasons()).containsExactly("the world ran out: 1,000 events of 1,200");
    }

    @Test
    void theWorstOfSeveralHasTheReasonsOfAll() {
        Validity worst = Validity.worst(List.of(
                new Validity(List.of("a"), List.of("x"), true), new Validity(List.of("b", "a"), List.of(), false)));

        assertThat(worst).isEqualTo(new Validity(List.of("a", "b"), List.of("x"), false));
    }

    private static Optional<Histogram> slip(long micros) {
        Histogram histogram = FrozenHistogram.empty();
        histogram.recordValueWithCount(micros, 1_000);
        return Optional.of(histogram);
    }

    private static Conditions with(Optional<Histogram> slip, double waited, double seconds, long events) {
        return with(slip, new RunQueue.Wait(waited, 1_500), seconds, events);
    }

    private static Conditions with(Optional<Histogram> slip, RunQueue.Wait waited, double seconds, long events) {
        return new Conditions(
                slip,
                Optional.of(waited),
                seconds,
                OptionalLong.of(events),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                List.of());
    }
}
