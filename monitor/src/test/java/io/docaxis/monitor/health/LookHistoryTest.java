package io.docaxis.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
