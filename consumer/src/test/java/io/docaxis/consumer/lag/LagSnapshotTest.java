package io.docaxis.consumer.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LagSnapshotTest {

    private static final long NOW_MS = 1_700_000_010_000L;

    @Test
    void saysHowLongTheFirstUnreadRecordHasWaited() {
        PartitionLag lag = PartitionLag.of(0, 90, 100, OptionalLong.of(NOW_MS - 2_500), NOW_MS);
        assertThat(lag.records()).hasValue(10);
        assertThat(lag.seconds()).hasValue(2.5);
    }

    @Test
    void isZeroSecondsWhereNothingIsUnread() {
        PartitionLag lag = PartitionLag.of(0, 100, 100, OptionalLong.empty(), NOW_MS);
        assertThat(lag.records()).hasValue(0);
        assertThat(lag.seconds()).hasValue(0);
    }

    @Test
    void isNeverBelowZero() {
        PartitionLag cutShort = PartitionLag.of(0, 101, 100, OptionalLong.empty(), NOW_MS);
        assertThat(cutShort.records()).hasValue(0);
        PartitionLag clockAhead = PartitionLag.of(0, 90, 100, OptionalLong.of(NOW_MS + 5_000), NOW_MS);
        assertThat(clockAhead.seconds()).hasValue(0);
    }

    @Test
    void doesNotTakeAnUnknownTimeForZero() {
        assertThat(PartitionLag.of(0, 90, 100, OptionalLong.empty(), NOW_MS).seconds())
                .isEmpty();
    }

    @Test
    void addsRecordsAndTakesTheLongestTime() {
        LagSnapshot lag = snapshot(lag(0, 10, 1.5), lag(1, 5, 4), lag(2, 0, 0));
        assertThat(lag.records()).hasValue(15);
        assertThat(lag.seconds()).hasValue(4);
    }

    @Test
    void isUnknownAsSoonAsOnePartitionIs() {
        LagSnapshot lag = snapshot(lag(0, 10, 1.5), PartitionLag.unknown(1));
        assertThat(lag.records()).isEmpty();
        assertThat(lag.seconds()).isEmpty();
    }

    @Test
    void isUnknownBeforeTheClusterAnswered() {
        LagSnapshot lag = LagSnapshot.unknown("group", "topic");
        assertThat(lag.records()).isEmpty();
        assertThat(lag.seconds()).isEmpty();
        assertThat(lag.partition(0)).isEqualTo(PartitionLag.unknown(0));
    }

    private static LagSnapshot snapshot(PartitionLag... partitions) {
        return new LagSnapshot("group", "topic", List.of(partitions));
    }

    private static PartitionLag lag(int partition, long records, double seconds) {
        return new PartitionLag(partition, OptionalLong.of(records), OptionalDouble.of(seconds));
    }
}
