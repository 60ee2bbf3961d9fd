package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Milliseconds of a wall clock that the test moves. */
class BrokerSilenceTest {

    private final BrokerSilence silence = new BrokerSilence();

    @Test
    void lastsWhileSomethingWaitsAndNothingIsAnswered() {
        assertThat(silence.lastedMs(5, 1, 1_000)).isZero();
        assertThat(silence.lastedMs(5, 3, 7_000)).isEqualTo(6_000);
        assertThat(silence.lastedMs(5, 9, 13_500)).isEqualTo(12_500);
    }

    @Test
    void endsWithAnAnswer() {
        silence.lastedMs(5, 1, 1_000);

        assertThat(silence.lastedMs(6, 1, 13_500)).isZero();
        assertThat(silence.lastedMs(6, 1, 14_500)).isEqualTo(1_000);
    }

    @Test
    void doesNotLastWhileNothingWaits() {
        silence.lastedMs(5, 0, 1_000);
        silence.lastedMs(5, 0, 60_000);

        assertThat(silence.lastedMs(5, 1, 60_100)).isEqualTo(100);
    }
}
