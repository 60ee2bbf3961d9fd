package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationTimesTest {

    /** When a task publishes that is asked every tenth of a second and commits every so often. */
    private static List<Long> published(long commitEveryMs, long untilMs) {
        PublicationTimes times = new PublicationTimes(Duration.ofMillis(commitEveryMs), 0);
        List<Long> published = new ArrayList<>();
        for (long now = 0; now <= untilMs; now += PublicationTimes.LOOK_EVERY.toMillis()) {
            if (times.isDue(now, now / commitEveryMs)) {
                published.add(now);
            }
        }
        return published;
    }

    @Test
    void isShortlyBeforeEachCommit() {
        assertThat(published(4_000, 16_000)).containsExactly(3_800L, 7_800L, 11_800L, 15_800L);
        assertThat(published(1_000, 3_000)).containsExactly(800L, 1_800L, 2_800L);
    }

    /** More often would be of no use to those who look at it. */
    @Test
    void isAtMostOnceASecondHoweverOftenItIsCommitted() {
        assertThat(published(100, 5_000)).containsExactly(800L, 1_800L, 2_800L, 3_800L, 4_800L);
        List<Long> published = published(300, 60_000);
        assertThat(published).hasSizeBetween(50, 60);
        for (int i = 1; i < published.size(); i++) {
            assertThat(published.get(i) - published.get(i - 1)).isGreaterThanOrEqualTo(1_000);
        }
    }

    @Test
    void comesWhereTheTimeBeforeACommitWasMissed() {
        PublicationTimes times = new PublicationTimes(Duration.ofSeconds(4), 0);
        assertThat(times.isDue(3_700, 0)).isFalse();
        assertThat(times.isDue(4_050, 1)).isFalse();
        assertThat(times.isDue(4_200, 1)).isTrue();
        assertThat(times.isDue(4_300, 1)).isFalse();
    }
}
