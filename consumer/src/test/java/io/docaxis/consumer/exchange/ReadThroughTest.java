package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadThroughTest {

    private final ReadThrough read = new ReadThrough();

    @Test
    void knowsOfNoInstantBeforeTheLogWasAsked() {
        assertThat(read.applied(100)).isEqualTo(ReadThrough.NEVER);
    }

    @Test
    void isReadThroughOnceEverythingBelowTheEndIsApplied() {
        read.logEnded(1_000, 50);
        assertThat(read.applied(49)).isEqualTo(ReadThrough.NEVER);
        assertThat(read.applied(50)).isEqualTo(1_000);
        assertThat(read.applied(70)).isEqualTo(1_000);
    }

    @Test
    void anEmptyLogIsReadThrough() {
        read.logEnded(1_000, 0);
        assertThat(read.applied(0)).isEqualTo(1_000);
    }

    @Test
    void takesTheLastAnswerThatIsReached() {
        read.logEnded(1_000, 50);
        read.logEnded(2_000, 50);
        assertThat(read.applied(50)).isEqualTo(2_000);
    }

    /** Always more than a second behind, it reaches an answer after the next has come, and then turns to the last. */
    @Test
    void followsALogThatGrowsFasterThanItIsAsked() {
        for (int second = 1; second < 100; second++) {
            read.logEnded(1_000 * second, 50L * second);
            long through = read.applied(50L * second - 75);
            assertThat(through).isEqualTo(second < 3 ? ReadThrough.NEVER : 1_000L * (second - 2 - (second - 1) % 2));
        }
    }

    @Test
    void neverGoesBack() {
        read.logEnded(2_000, 10);
        assertThat(read.applied(10)).isEqualTo(2_000);
        read.logEnded(1_000, 10);
        assertThat(read.applied(10)).isEqualTo(2_000);
    }
}
