package io.docaxis.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record arrives between two looks, ten seconds apart; then half a minute passes. */
class TimeLagsTest {

    private static final long SECOND_MS = 1_000;

    private final WatchedGroup group = new WatchedGroup(1);

    private TimeLag lag(long clockAheadMs, boolean mayBeRead) {
        WatchedGroup.Log log = group.log(0);
        log.mayBeRead = mayBeRead;
        log.clockAheadMs = clockAheadMs;
        group.look();
        group.pass(7 * SECOND_MS);
        group.arrive(1);
        group.pass(3 * SECOND_MS);
        group.look();
        group.pass(27 * SECOND_MS);
        return group.look().partitions().get(0).timeLag();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            # clock of the producer, ms | the record's word stands, age of it
                    0, true,     30, the record's own timestamp
                 2000, true,     28, a clock a little ahead
               -11000, true,     41, a clock a little behind, or a record that took its time
               -12001, false,     0, before the log ended below it
             -3600000, false,     0, sent again with its first timestamp
                 9001, false,     0, after it was seen
              3600000, false,     0, in the future
            """)
    void takesTheRecordsWordUnlessOurLooksSayOtherwise(long aheadMs, boolean stands, double seconds, String what) {
        TimeLag lag = lag(aheadMs, true);
        long now = group.nowMs;
        if (stands) {
            assertThat(lag)
                    .isEqualTo(new TimeLag.OfRecord(group.log(0).writtenMs.get(0)));
            assertThat(lag.seconds(now)).hasValue(seconds);
            assertThat(lag.leastSeconds(now)).isEmpty();
        } else {
            assertInterval(lag, now);
        }
        assertThat(lag.isEstimated()).isEqualTo(!stands);
    }

    @Test
    void isAnIntervalWhereTheRecordMayNotBeRead() {
        assertInterval(lag(0, false), group.nowMs);
    }

    /** The first offset may be a marker, and the record have come with the last. */
    @Test
    void mayBeAsYoungAsTheNewestWhereItMayNotBeRead() {
        group.log(0).mayBeRead = false;
        group.look();
        for (int record = 0; record < 3; record++) {
            group.arrive(1);
            group.pass(10 * SECOND_MS);
            group.look();
        }
        TimeLag lag = group.last.partitions().get(0).timeLag();
        assertThat(lag.seconds(group.nowMs)).hasValue(30);
        assertThat(lag.leastSeconds(group.nowMs)).hasValue(0);
    }

    private static void assertInterval(TimeLag lag, long now) {
        assertThat(lag.seconds(now)).hasValue(37);
        assertThat(lag.leastSeconds(now)).hasValue(27);
    }

    @Test
    void hasNoUpperEndWhereTheRecordWasThereAtTheFirstLook() {
        group.log(0).mayBeRead = false;
        group.arrive(1);
        group.look();
        group.pass(10 * SECOND_MS);
        TimeLag lag = group.look().partitions().get(0).timeLag();
        assertThat(lag.seconds(group.nowMs)).isEmpty();
        assertThat(lag.leastSeconds(group.nowMs)).hasValue(10);
    }

    @Test
    void isNothingWhereNothingIsReadable() {
        group.log(0).mayBeRead = false;
        group.arrive(3);
        group.log(0).openFrom = 0;
        assertThat(group.look().partitions().get(0).timeLag()).isEqualTo(TimeLag.NOTHING);
        assertThat(TimeLag.NOTHING.seconds(group.nowMs)).hasValue(0);
    }

    @Test
    void isUnknownWhereNobodyAnswers() {
        group.log(0).answers = false;
        assertThat(group.look().partitions().get(0).timeLag().seconds(group.nowMs))
                .isEmpty();
    }

    @Test
    void goesByTimeThatPassedWhateverOurWallClockDoes() {
        group.log(0).mayBeRead = false;
        group.members = OptionalInt.of(0);
        group.look();
        group.arrive(1);
        group.pass(10 * SECOND_MS);
        group.look();
        group.ourStepMs = -3_600_000;
        group.pass(10 * SECOND_MS);
        TimeLag lag = group.look().partitions().get(0).timeLag();
        assertThat(lag.seconds(group.nowMs + group.ourStepMs)).hasValue(20);
    }
}
