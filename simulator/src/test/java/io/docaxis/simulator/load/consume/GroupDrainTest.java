package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.health.Health;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GroupDrainTest {

    private static final long SECOND = 1_000_000_000L;

    private final GroupDrain drain = new GroupDrain("orders", Duration.ofSeconds(30));

    /** It commits every two seconds; the look before did not show it yet. */
    @Test
    void isDrainedByTheLookThatFindsAllCommitted() {
        look(10, 50, 100, 0);
        look(11, 50, 100, 0);
        look(12, 30, 110, 10);
        look(13, 30, 110, 10);
        look(14, 10, 120, 20);
        drain.end(Map.of(0, 130L, 1, 20L), 15 * SECOND);
        assertThat(drain.drained(15 * SECOND)).isEqualTo(Drained.reading("10 records unread by group 'orders'"));
        look(15, 10, 120, 20);
        look(16, 0, 130, 20);
        assertThat(drain.drained(17 * SECOND))
                .isEqualTo(Drained.after(
                        SECOND,
                        // a look asked 0.1 s before 15 s, and the rhythm
                        1_100_000_000L + 2 * SECOND,
                        "group 'orders' had committed all of it 1.0 s after the last acknowledgement; it commits every 2.0 s or"
                                + " more often, as observed, and may have read it so much earlier"));
        look(100, 500, 130, 20);
        assertThat(drain.drained(200 * SECOND).state()).isEqualTo(Drained.State.DRAINED);
    }

    @Test
    void saysThatItsRhythmIsUnknown() {
        look(10, 5, 100, 0);
        drain.end(Map.of(0, 105L), 11 * SECOND);
        look(12, 0, 105, 0);
        Drained drained = drain.drained(12 * SECOND);
        assertThat(drained.tookNs()).hasValue(SECOND);
        assertThat(drained.boundNs()).isEmpty();
        assertThat(drained.words()).contains("how often it commits was not seen");
    }

    @Test
    void isNotDrainedWhereNothingIsCommittedInAPartition() {
        drain.end(Map.of(0, 100L, 7, 1L), 9 * SECOND);
        look(10, 1, 100, 20);
        assertThat(drain.drained(11 * SECOND).state()).isEqualTo(Drained.State.READING);
    }

    @Test
    void standsStillWhereItHasCommittedNothingForTooLong() {
        look(10, 50, 100, 0);
        look(20, 60, 101, 0);
        drain.end(Map.of(0, 130L), 21 * SECOND);
        look(49, 60, 101, 0);
        assertThat(drain.drained(49 * SECOND).state()).isEqualTo(Drained.State.READING);
        look(50, 60, 101, 0);
        assertThat(drain.drained(50 * SECOND))
                .isEqualTo(
                        Drained.standing("60 records unread by group 'orders', which has committed nothing for 30.0 s"
                                + " (STALLED: because)"));
        look(51, 59, 102, 0);
        assertThat(drain.drained(51 * SECOND).state()).isEqualTo(Drained.State.READING);
    }

    /** Who commits every minute is not given up after thirty seconds. */
    @Test
    void isAsPatientAsTheGroupIsSlow() {
        look(0, 100, 1, 0);
        look(60, 100, 2, 0);
        look(120, 100, 3, 0);
        drain.end(Map.of(0, 130L), 121 * SECOND);
        look(290, 100, 3, 0);
        assertThat(drain.drained(299 * SECOND).state()).isEqualTo(Drained.State.READING);
        assertThat(drain.drained(300 * SECOND).state()).isEqualTo(Drained.State.STANDS_STILL);
    }

    @Test
    void saysThatAGroupIsGone() {
        look(10, 50, 100, 0);
        drain.end(Map.of(0, 130L), 11 * SECOND);
        drain.look(sample(12, false, OptionalLong.empty(), new TreeMap<>()));
        assertThat(drain.drained(12 * SECOND))
                .isEqualTo(Drained.standing("group 'orders' is not there: it reads nothing"));
    }

    @Test
    void saysThatNothingIsKnownBeforeTheFirstLook() {
        assertThat(drain.drained(1)).isEqualTo(Drained.reading("nothing is known of group 'orders' yet"));
    }

    private void look(long atS, long lag, long first, long second) {
        SortedMap<Integer, Long> committed = new TreeMap<>(Map.of(0, first, 1, second));
        drain.look(sample(atS, true, OptionalLong.of(lag), committed));
    }

    private static GroupSample sample(long atS, boolean isThere, OptionalLong lag, SortedMap<Integer, Long> committed) {
        return new GroupSample(
                atS * SECOND,
                atS * SECOND - SECOND / 10,
                isThere,
                OptionalInt.of(1),
                Health.STALLED,
                "because",
                lag,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                committed);
    }
}
