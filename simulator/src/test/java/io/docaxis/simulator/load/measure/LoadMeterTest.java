package io.docaxis.simulator.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LoadMeterTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;
    private static final Stretch STRETCH = new Stretch(START, START + 2 * SECOND, START + 20 * SECOND);

    private final LoadMeter meter = new LoadMeter(STRETCH, EnumSet.allOf(EventCount.class));

    @Test
    void roundsHalfAMicrosecondUpAndKnowsNothingBelow() {
        assertThat(Tape.micros(0)).isZero();
        assertThat(Tape.micros(400)).isZero();
        assertThat(Tape.micros(499)).isZero();
        assertThat(Tape.micros(500)).isEqualTo(1);
        assertThat(Tape.micros(1_499)).isEqualTo(1);
        assertThat(Tape.micros(1_500)).isEqualTo(2);
        assertThat(Tape.micros(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE / 1000 + 1);
    }

    @Test
    void splitsWhatItIsToldOfOneEvent() {
        long intended = START + 3 * SECOND;
        meter.due(intended);
        meter.sent(intended, intended + 2_000_000, 1_500_000);
        meter.acknowledged(intended, intended + 2_000_000, 1_500_000, intended + 4_000_000, intended + 9_000_000);
        meter.applied(intended, intended + 4_000_000, intended + 15_000_000, intended + 16_000_000);
        meter.committed(intended, intended + 80_000_000);

        Measured measured = meter.measured();

        assertThat(only(measured, LatencyKind.PUBLISH)).isEqualTo(9_000);
        assertThat(only(measured, LatencyKind.PUBLISH_FROM_SEND)).isEqualTo(7_000);
        assertThat(only(measured, LatencyKind.SCHEDULE_SLIP)).isEqualTo(1_500);
        assertThat(only(measured, LatencyKind.CLIENT_BUFFER)).isEqualTo(2_500);
        assertThat(only(measured, LatencyKind.ACKNOWLEDGEMENT)).isEqualTo(5_000);
        assertThat(only(measured, LatencyKind.E2E)).isEqualTo(16_000);
        assertThat(only(measured, LatencyKind.BROKER_TO_CONSUMER)).isEqualTo(11_000);
        assertThat(only(measured, LatencyKind.PROCESSING)).isEqualTo(1_000);
        assertThat(only(measured, LatencyKind.COMMITTED)).isEqualTo(80_000);
        assertThat(measured.clockDoubts()).isZero();
    }

    @Test
    void recordsNothingOfWhatNeedsAnUnknownInstant() {
        long intended = START + 3 * SECOND;
        meter.acknowledged(intended, intended, 0, LoadMeter.UNKNOWN_AT, intended + 5_000);
        meter.applied(intended, LoadMeter.UNKNOWN_AT, LoadMeter.UNKNOWN_AT, intended + 9_000);

        assertThat(meter.measured().latencies())
                .containsOnlyKeys(LatencyKind.PUBLISH, LatencyKind.PUBLISH_FROM_SEND, LatencyKind.E2E);
    }

    @Test
    void leavesWarmUpAndWhatIsIntendedAtTheEndOutOfTotalsButNotOutOfSeconds() {
        for (long second : new long[] {1, 2, 19, 20}) {
            meter.record(LatencyKind.E2E, START + second * SECOND, 1_000_000);
        }
        meter.record(LatencyKind.E2E, START + 2 * SECOND - 1, 1_000_000);

        Measured measured = meter.measured();

        assertThat(measured.latency(LatencyKind.E2E).orElseThrow().getTotalCount())
                .isEqualTo(2);
        assertThat(inSecond(measured, 1)).isEqualTo(2);
        assertThat(inSecond(measured, 2)).isEqualTo(1);
        assertThat(inSecond(measured, 3)).isZero();
        assertThat(inSecond(measured, 20)).isEqualTo(1);
        assertThat(measured.seconds()).hasSize(21);
    }

    @Test
    void putsEachCountIntoTheSecondOfItsOwnInstant() {
        long intended = START + 5 * SECOND;
        meter.due(intended);
        meter.sent(intended, intended + 7 * SECOND, 0);
        meter.acknowledged(intended, intended + 7 * SECOND, 0, LoadMeter.UNKNOWN_AT, intended + 8 * SECOND);
        meter.failed(intended + 9 * SECOND);
        meter.consumed(intended + 10 * SECOND, 3);
        meter.applied(intended, LoadMeter.UNKNOWN_AT, intended + 10 * SECOND, intended + 18 * SECOND);

        Measured measured = meter.measured();

        assertThat(count(measured, 5, EventCount.DUE)).isEqualTo(1);
        assertThat(count(measured, 12, EventCount.SENT)).isEqualTo(1);
        assertThat(count(measured, 13, EventCount.ACKNOWLEDGED)).isEqualTo(1);
        assertThat(count(measured, 14, EventCount.FAILED)).isEqualTo(1);
        assertThat(count(measured, 15, EventCount.CONSUMED)).isEqualTo(3);
        assertThat(count(measured, 23, EventCount.APPLIED)).isEqualTo(1);
        assertThat(inSecond(measured, 5)).as("latency, by the intended instant").isEqualTo(1);
        assertThat(measured.count(EventCount.APPLIED))
                .as("after the measured part")
                .hasValue(0);
        assertThat(measured.perSecond(EventCount.CONSUMED)).hasValue(3 / 18.0);
    }

    @Test
    void countsWhatCannotBeAndClampsNothing() {
        long intended = START + 3 * SECOND;
        meter.record(LatencyKind.PUBLISH, intended, -1);
        meter.record(LatencyKind.PUBLISH, intended, 3 * 86_400 * SECOND);
        meter.due(START - 1);
        meter.due(0);

        Measured measured = meter.measured();

        assertThat(measured.negative()).containsOnlyKeys(LatencyKind.PUBLISH).containsValue(1L);
        assertThat(measured.misplaced()).isEqualTo(2);
        assertThat(measured.clockDoubts()).isEqualTo(3);
        Histogram publish = measured.latency(LatencyKind.PUBLISH).orElseThrow();
        assertThat(publish.getTotalCount()).isEqualTo(1);
        assertThat(publish.getMaxValue()).isBetween(3 * 86_400_000_000L, 3 * 86_400_000_000L * 1_001 / 1_000);
    }

    @Test
    void whatNobodyCountsIsUnknown() {
        LoadMeter sender = new LoadMeter(STRETCH, Set.of(EventCount.DUE, EventCount.SENT));

        assertThat(sender.measured().counts()).containsOnlyKeys(EventCount.DUE, EventCount.SENT);
        assertThat(sender.measured().count(EventCount.CONSUMED)).isEmpty();
        assertThatThrownBy(() -> sender.consumed(START, 1)).hasMessageContaining("CONSUMED is not counted here");
    }

    @Test
    void recordsEventsThatGoTogetherAtOnce() {
        meter.record(LatencyKind.BROKER_TO_CONSUMER, START + 3 * SECOND, 2_000_000, 300);
        meter.record(LatencyKind.BROKER_TO_CONSUMER, START + 3 * SECOND, -1, 5);

        assertThat(meter.measured()
                        .latency(LatencyKind.BROKER_TO_CONSUMER)
                        .orElseThrow()
                        .getTotalCount())
                .isEqualTo(300);
        assertThat(meter.measured().negative()).containsValue(5L);
    }

    @Test
    void manyThreadsAndReadersInBetweenLoseNothing() throws InterruptedException {
        Histogram expected = FrozenHistogram.empty();
        List<Thread> threads = new ArrayList<>();
        int events = 40_000;
        for (int t = 0; t < 3; t++) {
            Random random = new Random(t);
            long[] intended = random.longs(events, START, START + 30 * SECOND).toArray();
            long[] latency = random.longs(events, 0, 10 * SECOND).toArray();
            for (int i = 0; i < events; i++) {
                if (STRETCH.measures(intended[i])) {
                    expected.recordValue(Tape.micros(latency[i]));
                }
            }
            threads.add(new Thread(() -> {
                for (int i = 0; i < events; i++) {
                    meter.due(intended[i]);
                    meter.record(LatencyKind.E2E, intended[i], latency[i]);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (int second = 0; second < 30; second++) {
            meter.second(second);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        Measured measured = meter.measured();

        assertThat(measured.latency(LatencyKind.E2E)).contains(expected);
        assertThat(measured.seconds().stream()
                        .mapToLong(second -> inSecond(measured, second.second()))
                        .sum())
                .isEqualTo(3L * events);
        assertThat(measured.seconds().stream()
                        .mapToLong(second -> second.counts().get(EventCount.DUE))
                        .sum())
                .isEqualTo(3L * events);
        assertThat(FrozenHistogram.sum(measured.seconds().subList(2, 20).stream()
                        .map(second -> second.latencies().get(LatencyKind.E2E).thawed())
                        .toList()))
                .isEqualTo(expected);
    }

    @Test
    void aLoadThatEndsEarlyWasMeasuredForAsLong() {
        assertThat(STRETCH.endedAt(START + 12 * SECOND).measuredSeconds()).isEqualTo(10);
        assertThat(STRETCH.endedAt(START + SECOND).measuredSeconds()).isZero();
        assertThat(STRETCH.endedAt(START - SECOND).seconds()).isPositive();
        assertThat(STRETCH.endedAt(START + 99 * SECOND)).isEqualTo(STRETCH);
        assertThatThrownBy(() -> new Stretch(5, 4, 10)).hasMessageContaining("want that order");
    }

    private static long only(Measured measured, LatencyKind kind) {
        Histogram histogram = measured.latency(kind).orElseThrow();
        assertThat(histogram.getTotalCount()).isEqualTo(1);
        return histogram.lowestEquivalentValue(histogram.getMaxValue());
    }

    private static long inSecond(Measured measured, int second) {
        FrozenHistogram frozen = measured.seconds().get(second).latencies().get(LatencyKind.E2E);
        return frozen == null ? 0 : frozen.thawed().getTotalCount();
    }

    private static long count(Measured measured, int second, EventCount what) {
        return measured.seconds().get(second).counts().get(what);
    }
}
