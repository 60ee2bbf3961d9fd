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
        assertThat(snapshot(lag(0, 90, 100), lag(1, 95, 100), lag(2, 100, 100)).readable())
                .hasValue(15);
    }

    @Test
    void isUnknownAsSoonAsOnePartitionIs() {
        LagSnapshot lag = snapshot(lag(0, 90, 100), PartitionLag.unknown(1));
        assertThat(lag.readable()).isEmpty();
        assertThat(lag.silentPartitions()).containsExactly(1);
        assertThat(LagSnapshot.unknown("group", "topic").readable()).isEmpty();
    }

    private static LagSnapshot snapshot(PartitionLag... partitions) {
        return new LagSnapshot("group", "topic", List.of(partitions), OptionalLong.of(NOW_MS));
    }

    private static PartitionLag lag(int partition, long commit, long end) {
        return new PartitionLag(partition, Optional.of(new PartitionOffsets(commit, 0, end, end)));
    }
}
