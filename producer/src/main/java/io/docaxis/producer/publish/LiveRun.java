package io.docaxis.producer.publish;

import io.docaxis.common.event.proto.Live;
import io.docaxis.producer.schedule.Speed;
import java.util.Optional;

/**
 * What the sources of one process share in a live run: how its simulated time is tied to the wall clock, and where they end once they
 * are asked to. Thread-safe.
 */
public final class LiveRun {

    /** Of wall clock: what a record may take from its source to its consumer. */
    private static final long ALLOWANCE_S = 5;

    private final Speed speed;
    private final CommonEnd end = new CommonEnd();
    private Live anchor;

    /** @throws IllegalArgumentException at full speed, which no clock drives */
    public LiveRun(Speed speed) {
        if (speed.isMax()) {
            throw new IllegalArgumentException("a live run at full speed");
        }
        this.speed = speed;
    }

    Speed speed() {
        return speed;
    }

    /** Where its sources end together. */
    public CommonEnd end() {
        return end;
    }

    /**
     * The anchor of all its sources; the first to ask sets it.
     *
     * @param earlier what it was when the run began
     * @param startsAt simulated time that is now, where the run begins
     */
    synchronized Live anchor(Optional<Live> earlier, long nowMs, long startsAt) {
        if (anchor == null) {
            anchor = earlier.orElseGet(() -> Live.newBuilder()
                    .setWallMs(nowMs)
                    .setSimulatedS(startsAt)
                    .setSpeed(speed.perMille())
                    .setAllowanceS(Math.max(1, speed.simulatedS(ALLOWANCE_S * 1_000_000_000L)))
                    .build());
        }
        return anchor;
    }
}
