package io.docaxis.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LookHistoryTest {

    @Test
    void learnsForTwentyLooksAndThenSaysThatAllIsWell() {
        WatchedGroup group = new WatchedGroup(2);
        assertThat(group.looks(19, i -> {
                    group.arrive(5);
                    group.consumeAll();
                }))
                .isEqualTo(Health.LEARNING);
        assertThat(group.looks(1, i -> group.arrive(5))).isEqualTo(Health.OK);
        assertThat(group.last.diagnosis().why()).isEqualTo("10 records to read, the first of them 0 s old");
    }

    @Test
    void saysAtOnceThatNothingIsKnown() {
        WatchedGroup group = new WatchedGroup(1);
        group.answers = false;
        assertThat(group.look().diagnosis().health()).isEqualTo(Health.UNKNOWN);
        assertThat(group.last.partitions()).isEmpty();
        assertThat(group.last.drain()).isEqualTo(Drain.UNKNOWN);
    }

    @Test
    void forgetsGroupsThatAreGone() {
        WatchedGroup group = new WatchedGroup(1).learnt();
        group.history.keepOnly(List.of());
        assertThat(group.look().diagnosis().health()).isEqualTo(Health.LEARNING);
    }

    /** Known and never is not the same as unknown. */
    @Test
    void knowsWhatRetentionNeverDeletes() {
        assertThat(isKept(Retention.UNKNOWN, OptionalLong.of(0))).isFalse();
        assertThat(isKept(new Retention.For(86_400_000), OptionalLong.of(0))).isFalse();
        assertThat(isKept(Retention.FOREVER, OptionalLong.of(0))).isTrue();
        assertThat(isKept(Retention.UNKNOWN, OptionalLong.of(10)))
                .as("all is read")
                .isTrue();
        assertThat(isKept(new Retention.For(86_400_000), OptionalLong.empty())).isFalse();
        assertThat(isKept(Retention.FOREVER, OptionalLong.empty())).isTrue();
        WatchedGroup empty = new WatchedGroup(1);
        empty.logs.get(0).commit = OptionalLong.empty();
        assertThat(empty.look().partitions().get(0).isKept())
                .as("there is nothing to read")
                .isTrue();
        empty.logs.get(0).answers = false;
        assertThat(empty.look().partitions().get(0).isKept())
                .as("nobody answers")
                .isFalse();
    }

    /** Of a log with ten records. */
    private static boolean isKept(Retention retention, OptionalLong commit) {
        WatchedGroup group = new WatchedGroup(1);
        group.arrive(10);
        group.logs.get(0).retention = retention;
        group.logs.get(0).commit = commit;
        return group.look().partitions().get(0).isKept();
    }
}
