package io.docaxis.producer.schedule;

import io.docaxis.common.event.proto.Live;
import java.util.concurrent.TimeUnit;

/**
 * Simulated time drives the wall clock: at a speed, from an instant of the one that stands for an instant of the other. The events of
 * a simulated second are spread evenly within it.
 */
public record SpeedSchedule(Speed speed, long anchoredAtNs, long anchoredAt) implements Schedule {

    /**
     * Of a source whose clock goes on from where it is. What the log lost before that is due at once.
     *
     * @param clockAt the start of the period, or how far the clock had come, by what the log has of it
     */
    public static Start goingOnFrom(Speed speed, long clockAt) {
        return (nowNs, emittedAt) -> new SpeedSchedule(speed, nowNs, Math.min(clockAt, emittedAt));
    }

    /** Of a live run, whatever has been sent of it: the wall clock alone says what is due. */
    public static Schedule of(Live live) {
        return new SpeedSchedule(
                new Speed(live.getSpeed()), TimeUnit.MILLISECONDS.toNanos(live.getWallMs()), live.getSimulatedS());
    }

    @Override
    public long intendedAtNs(long number, long emittedAt, int place, int places) {
        long secondAtNs = anchoredAtNs + speed.wallNs(emittedAt - anchoredAt);
        return place == 0 ? secondAtNs : secondAtNs + spreadNs(place, places);
    }

    /** Below the length of a second, so that no event is wanted after those of the next. */
    private long spreadNs(int place, int places) {
        return speed.wallNs(1) * place / places;
    }

    @Override
    public long simulatedAt(long nowNs) {
        return anchoredAt + speed.simulatedS(nowNs - anchoredAtNs);
    }
}
