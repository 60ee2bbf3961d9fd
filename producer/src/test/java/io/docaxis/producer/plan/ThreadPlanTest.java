package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ThreadPlanTest {

    @Test
    void refusesToOrderWhatDoesNotFitItsKey() {
        assertThat(ThreadPlan.packed((1L << 43) - 1, (1 << 20) - 1)).isEqualTo(Long.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> ThreadPlan.packed(1L << 43, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ThreadPlan.packed(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ThreadPlan.packed(0, 1 << 20));
        assertThatIllegalArgumentException().isThrownBy(() -> ThreadPlan.packed(0, -1));
    }
}
