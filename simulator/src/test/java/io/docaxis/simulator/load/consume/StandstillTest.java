package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandstillTest {

    private static final long SECOND = 1_000_000_000L;

    private final Standstill standstill = new Standstill(Duration.ofSeconds(30));

    @Test
    void isSaidOnceNothingHasChangedForLongEnough() {
        assertThat(standstill.look("here", 100 * SECOND)).isZero();
        assertThat(standstill.look("here", 129 * SECOND)).isZero();
        assertThat(standstill.look("here", 130 * SECOND)).isEqualTo(30 * SECOND);
        assertThat(standstill.look("there", 140 * SECOND)).isZero();
        assertThat(standstill.look("there", 171 * SECOND)).isEqualTo(31 * SECOND);
    }

    @Test
    void takesNothingForAReadingToo() {
        assertThat(standstill.look(null, 0)).isZero();
        assertThat(standstill.look(null, 40 * SECOND)).isEqualTo(40 * SECOND);
    }
}
