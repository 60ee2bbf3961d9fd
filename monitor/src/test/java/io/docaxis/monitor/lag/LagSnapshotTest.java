package io.docaxis.monitor.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LagSnapshotTest {

    private static final long NOW_MS = 1_800_000_000_000L;

    @Test
    void addsUpWhatCanBeRead() {
        LagSnapshot lag = snapshot(lag(0, 90, 100), lag(1, 95, 100), lag(2, 100, 100));
        assertThat(lag.readable()).hasValue(15);
        assertThat(lag.unknownPartitions(3)).isZero();
    }

    @Test
    void isUnknownAsSoonAsOnePartitionIs() {
        LagSnapshot lag = snapshot(lag(0, 90, 100), PartitionLag.unknown(1));
        assertThat(lag.readable()).isEmpty();
        assertThat(lag.unknownPartitions(2)).isEqualTo(1);
        assertThat(lag.silentPartitions()).containsExactly(1);
    }

    @Test
    void countsAPartitionWhoseOldestRecordWasNotFoundAsUnknown() {
        PartitionLag untimed =
                new PartitionLag(0, Optional.of(new PartitionOffsets(9, 0, 10, 10)), OldestUnread.UNKNOWN);
        assertThat(snapshot(untimed).unknownPartitions(1)).isEqualTo(1);
        assertThat(snapshot(untimed).silentPartitions()).isEmpty();
        assertThat(snapshot(untimed).readable()).hasValue(1);
    }

    @Test
    void countsPartitionsThatAreThereAndThoseThatHaveToBe() {
        assertThat(LagSnapshot.unknown("group", "topic").unknownPartitions(6)).isEqualTo(6);
        assertThat(LagSnapshot.unknown("group", "topic").readable()).isEmpty();
        assertThat(snapshot(lag(0, 1, 1), lag(1, 1, 1)).unknownPartitions(1)).isZero();
    }

    @Test
    void isAsLongAsTheFirstUnreadRecordHasWaited() {
        OldestUnread oldest = new OldestUnread.WrittenAt(NOW_MS - 2_500);
        assertThat(oldest.seconds(NOW_MS)).hasValue(2.5);
        assertThat(oldest.seconds(NOW_MS + 1_000)).hasValue(3.5);
        assertThat(oldest.timestampS()).hasValue((NOW_MS - 2_500) / 1000.0);
    }

    @Test
    void isNeverBelowZeroSecondsWhereClocksDiffer() {
        assertThat(new OldestUnread.WrittenAt(NOW_MS + 5_000).seconds(NOW_MS)).hasValue(0);
    }

    @Test
    void isZeroSecondsWhereNothingIsUnreadAndUnknownWhereNobodyKnows() {
        assertThat(OldestUnread.NONE.seconds(NOW_MS)).hasValue(0);
        assertThat(OldestUnread.NONE.timestampS()).isEmpty();
        assertThat(OldestUnread.UNKNOWN.seconds(NOW_MS)).isEmpty();
        assertThat(OldestUnread.UNKNOWN.timestampS()).isEmpty();
    }

    private static LagSnapshot snapshot(PartitionLag... partitions) {
        return new LagSnapshot("group", "topic", List.of(partitions), OptionalLong.of(NOW_MS));
    }

    private static PartitionLag lag(int partition, long commit, long end) {
        PartitionOffsets offsets = new PartitionOffsets(commit, 0, end, end);
        return new PartitionLag(
                partition,
                Optional.of(offsets),
                offsets.isAllRead() ? OldestUnread.NONE : new OldestUnread.WrittenAt(NOW_MS));
    }
}
