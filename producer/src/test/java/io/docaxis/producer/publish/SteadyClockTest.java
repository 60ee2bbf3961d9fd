package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private final AtomicLong wallMs = new AtomicLong(1_700_000_000_000L);
    private final AtomicLong monotonicNs = new AtomicLong(-5);
    private final SteadyClock clock = new SteadyClock(() -> Instant.ofEpochMilli(wallMs.get()), monotonicNs::get);

    @Test
    void beginsWithTheWallClock() {
        assertThat(clock.nowNs()).isEqualTo(1_700_000_000_000_000_000L);
    }

    @Test
    void goesOnUndisturbedWhereTheWallClockIsSetForthOrBack() {
        for (long stepMs : new long[] {3_600_000, -7_200_000}) {
            long beforeNs = clock.nowNs();
            wallMs.addAndGet(stepMs);
            monotonicNs.addAndGet(1_500);
            assertThat(clock.nowNs() - beforeNs).isEqualTo(1_500);
        }
    }

    @Test
    void isTheMachines() {
        long beforeMs = System.currentTimeMillis();
        long nowMs = SteadyClock.ofThisMachine().nowNs() / 1_000_000;
        assertThat(nowMs).isBetween(beforeMs, System.currentTimeMillis());
    }
}
