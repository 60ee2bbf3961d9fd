package io.docaxis.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventLimits;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import org.junit.jupiter.api.Test;

class LiveClockTest {

    private static final long WALL_MS = 1_800_000_000_000L;
    private static final long SIMULATED_S = 1_678_000_000;

    private static LiveClock clock(long speed, long allowanceS) {
        return new LiveClock(WALL_MS, SIMULATED_S, speed, allowanceS);
    }

    @Test
    void goesAsFastAsTheSpeedSays() {
        assertThat(clock(1_000, 0).knownBefore(WALL_MS + 60_000)).isEqualTo(SIMULATED_S + 60);
        assertThat(clock(10_000, 50).knownBefore(WALL_MS + 60_000)).isEqualTo(SIMULATED_S + 550);
        assertThat(clock(1, 0).knownBefore(WALL_MS + 3_600_000)).isEqualTo(SIMULATED_S + 3);
    }

    /** A deadline at a whole second passes after it. */
    @Test
    void roundsDown() {
        assertThat(clock(1_000, 0).knownBefore(WALL_MS + 1_999)).isEqualTo(SIMULATED_S + 1);
    }

    @Test
    void standsAtItsAnchorBeforeIt() {
        assertThat(clock(1_000, 5).knownBefore(WALL_MS - 60_000)).isEqualTo(SIMULATED_S - 5);
    }

    @Test
    void endsAtTheLatestTimeWhateverTheSpeed() {
        assertThat(clock(Long.MAX_VALUE, 0).knownBefore(WALL_MS + 60_000)).isEqualTo(EventLimits.MAX_TIME);
        assertThat(clock(Long.MAX_VALUE, 0).knownBefore(Long.MAX_VALUE)).isEqualTo(EventLimits.MAX_TIME);
        assertThat(clock(1L << 40, 7).knownBefore(WALL_MS + (1L << 24))).isEqualTo(EventLimits.MAX_TIME - 7);
    }

    @Test
    void aRunWithoutOneIsNotLive() {
        assertThat(LiveClock.of(RunStarted.getDefaultInstance())).isNull();
        assertThat(LiveClock.isPossible(RunStarted.getDefaultInstance())).isTrue();
        RunStarted live = RunStarted.newBuilder()
                .setLive(Live.newBuilder().setSpeed(1_000).setAllowanceS(5))
                .build();
        assertThat(LiveClock.of(live)).isEqualTo(new LiveClock(0, 0, 1_000, 5));
    }
}
