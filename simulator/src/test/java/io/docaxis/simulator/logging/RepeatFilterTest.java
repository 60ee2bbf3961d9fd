package io.docaxis.simulator.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {

    private static final OptionalLong KEPT_BACK = OptionalLong.empty();

    private final RepeatFilter repeats = new RepeatFilter(30_000);

    @Test
    void letsOneOfAKindThroughAndThenNoneForAWhile() {
        assertThat(repeats.pass("a", 0, 1_000)).hasValue(0);
        assertThat(repeats.pass("a", 0, 1_000)).isEqualTo(KEPT_BACK);
        assertThat(repeats.pass("b", 0, 2_000)).hasValue(0);
        assertThat(repeats.pass("a", 0, 30_999)).isEqualTo(KEPT_BACK);
        assertThat(repeats.pass("a", 0, 31_000)).hasValue(2);
        assertThat(repeats.pass("a", 0, 61_000)).hasValue(0);
    }

    @Test
    void keepsBackWhatMayEndByItselfUntilItHasNot() {
        assertThat(repeats.pass("a", 5_000, 1_000)).isEqualTo(KEPT_BACK);
        assertThat(repeats.pass("a", 5_000, 5_999)).isEqualTo(KEPT_BACK);
        assertThat(repeats.pass("a", 5_000, 6_000)).hasValue(2);
        assertThat(repeats.pass("a", 5_000, 6_001)).isEqualTo(KEPT_BACK);
        assertThat(repeats.pass("a", 5_000, 36_000)).hasValue(1);
    }

    @Test
    void takesWhatWasNotSeenForLongForNew() {
        assertThat(repeats.pass("a", 5_000, 1_000)).isEqualTo(KEPT_BACK);
        assertThat(repeats.pass("a", 5_000, 31_000)).isEqualTo(KEPT_BACK);
        assertThat(repeats.pass("a", 5_000, 36_000)).hasValue(1);
    }

    @Test
    void remembersOnlySoManyKinds() {
        assertThat(repeats.pass("a", 0, 1_000)).hasValue(0);
        for (int i = 0; i < 200; i++) {
            assertThat(repeats.pass("other " + i, 0, 1_000)).hasValue(0);
        }
        assertThat(repeats.pass("a", 0, 1_000)).hasValue(0);
        assertThat(repeats.pass("other 199", 0, 1_000)).isEqualTo(KEPT_BACK);
    }
}
