package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextCommitTest {

    private static final long NOW = 1_767_225_600_000L;

    @Test
    void isAnIntervalAfterTheEndOfTheLast() {
        NextCommit next = new NextCommit(Duration.ofSeconds(5), 0);
        assertThat(next.leftMs(NOW)).isEqualTo(5_000);
        assertThat(next.leftMs(NOW + 4_000)).isEqualTo(1_000);
        next.begin();
        assertThat(next.leftMs(NOW + 5_030)).isEqualTo(5_000);
        assertThat(next.leftMs(NOW + 5_031)).isEqualTo(4_999);
    }

    /** Turns come round, and do not begin before the last tenth of an interval. */
    @ParameterizedTest
    @CsvSource({"5000,0,20", "5000,1,30", "5000,7,90", "5000,8,20", "1000,7,90", "500,7,50", "100,0,10", "1,0,0"})
    void partitionsGetReadyOneAfterAnother(long everyMs, int partition, long nearMs) {
        NextCommit next = new NextCommit(Duration.ofMillis(everyMs), partition);
        assertThat(next.takeTurn(nearMs + 1)).isFalse();
        assertThat(next.takeTurn(nearMs)).isTrue();
    }

    @Test
    void aTurnIsTakenOnceForEachCommit() {
        NextCommit next = new NextCommit(Duration.ofSeconds(5), 0);
        assertThat(next.takeTurn(10)).isTrue();
        assertThat(next.takeTurn(9)).isFalse();
        assertThat(next.takeTurn(-100)).isFalse();
        next.begin();
        assertThat(next.takeTurn(10)).isTrue();
    }
}
