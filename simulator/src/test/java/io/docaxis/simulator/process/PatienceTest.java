package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private long nowNs = Long.MAX_VALUE - 7;
    private final Patience patience = new Patience(() -> nowNs);

    @Test
    void isOverOnceNothingHasChangedForTwoMinutes() {
        pass(120);
        assertThat(patience.isOver()).isFalse();
        nowNs++;
        assertThat(patience.isOver()).isTrue();
    }

    @Test
    void looksOnceASecond() {
        int[] looks = {0};
        for (int ms = 0; ms < 10_000; ms++) {
            nowNs += TimeUnit.MILLISECONDS.toNanos(1);
            assertThat(patience.isOver(() -> looks[0]++)).isFalse();
        }
        assertThat(looks[0]).isEqualTo(10);
    }

    @Test
    void lastsAsLongAsSomethingChanges() {
        for (int step = 0; step < 100; step++) {
            pass(120);
            assertThat(isOver(step)).isFalse();
        }
        pass(120);
        assertThat(isOver(99)).isFalse();
        pass(1);
        assertThat(isOver(99)).isTrue();
    }

    @Test
    void takesGoingBackForAChange() {
        pass(1);
        assertThat(isOver(2)).isFalse();
        pass(121);
        assertThat(isOver(1)).isFalse();
    }

    private boolean isOver(int reading) {
        return patience.isOver(() -> reading);
    }

    private void pass(int seconds) {
        nowNs += TimeUnit.SECONDS.toNanos(seconds);
    }
}
