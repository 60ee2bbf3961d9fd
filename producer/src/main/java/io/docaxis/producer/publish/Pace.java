package io.docaxis.producer.publish;

import io.docaxis.producer.schedule.Speed;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a run is played, which is no part of what it is: how fast, up to when, and whether the wall clock drives it on.
 *
 * @param until where it ends before its period does
 * @param live what its sources in this process share, if it is live
 */
public record Pace(Speed speed, OptionalLong until, Optional<LiveRun> live) {

    /** At a speed, to the end of the period, and no faster or slower for what the wall clock says. */
    public static Pace of(Speed speed) {
        return new Pace(speed, OptionalLong.empty(), Optional.empty());
    }

    /** Live, at the speed of a live run. */
    public static Pace of(LiveRun live, OptionalLong until) {
        return new Pace(live.speed(), until, Optional.of(live));
    }
}
