package io.docaxis.producer.publish;

import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends a source's deliveries, each when it is due, and ticks where a partition is silent; until the last, a stop, or a send that
 * failed for good. One sending thread; any may stop it, and ask how far it has come.
 */
final class DeliveryLoop {

    /** Wall-clock time after which a silent partition is told how far the source's clock has come: at most four a second. */
    static final long TICK_MS = 250;
    /** Sends between two looks at the clock for silent partitions. */
    private static final int TICK_CHECK = 1024;
    /** Sends on one look at the clock at full speed, where whole milliseconds are wanted: a tenth of one. */
    private static final int CLOCK_EVERY = 64;

    private final Speed speed;
    private final long startsAt;
    private final SendCounts counts;
    private final WallClock clock;
    private final ScheduleLag lag = new ScheduleLag();
    private final AtomicLong simulatedAt;
    private volatile boolean stopRequested;

    /** @param startsAt where the source's clock begins */
    DeliveryLoop(Speed speed, long startsAt, SendCounts counts, WallClock clock) {
        this.speed = speed;
        this.startsAt = startsAt;
        this.counts = counts;
        this.clock = clock;
        simulatedAt = new AtomicLong(startsAt);
    }

    /** Asks it to end early; returns at once. */
    void stop() {
        stopRequested = true;
    }

    /** Whether nobody has asked it to stop, and nothing has failed. */
    boolean goesOn() {
        return !stopRequested && counts.failure() == null;
    }

    /** The source's clock. */
    long simulatedAt() {
        return simulatedAt.get();
    }

    /** How far a paced source is behind its schedule. */
    ScheduleLag lag() {
        return lag;
    }

    /** @param stoppedAt how far the source's clock had come before a restart, or any time before the period */
    void run(Emission emission, EventSender events, long stoppedAt) {
        if (speed.isMax()) {
            runAtOnce(emission, events);
        } else {
            runOnSchedule(emission, events, stoppedAt);
        }
    }

    /** The hot loop: under a microsecond a delivery, two thirds of it for planning and the ledger, the rest for encoding and handing on. */
    private void runAtOnce(Emission emission, EventSender events) {
        Delivery delivery = new Delivery();
        long nowMs = 0;
        int untilClock = 0;
        int untilTick = TICK_CHECK;
        while (goesOn() && emission.next(delivery)) {
            if (untilClock-- == 0) {
                untilClock = CLOCK_EVERY;
                nowMs = clock.nowMs();
            }
            simulatedAt.lazySet(delivery.emittedAt);
            events.send(delivery, nowMs);
            if (--untilTick == 0) {
                untilTick = TICK_CHECK;
                events.tickSilent(delivery.emittedAt, clock.nowMs(), TICK_MS);
            }
        }
    }

    /** What an earlier start sent is passed over without waiting for its time; the schedule begins where that ends. */
    private void runOnSchedule(Emission emission, EventSender events, long stoppedAt) {
        Delivery delivery = new Delivery();
        Schedule schedule = stoppedAt > startsAt ? null : Schedule.from(speed, clock.nowMs(), startsAt);
        int untilTick = TICK_CHECK;
        while (goesOn() && emission.next(delivery)) {
            if (schedule == null && !events.isThere(delivery)) {
                schedule = Schedule.resumed(speed, clock.nowMs(), stoppedAt, delivery.emittedAt);
            }
            if (schedule == null) {
                simulatedAt.lazySet(delivery.emittedAt);
                events.send(delivery, 0);
                continue;
            }
            long dueAtMs = schedule.dueAtMs(delivery.emittedAt);
            lag.next(dueAtMs);
            long nowMs = await(delivery.emittedAt, dueAtMs, schedule, events);
            if (!goesOn()) {
                return;
            }
            simulatedAt.lazySet(delivery.emittedAt);
            if (events.send(delivery, dueAtMs)) {
                lag.given(dueAtMs, nowMs);
            } else {
                lag.passedOver();
            }
            if (--untilTick == 0) {
                untilTick = TICK_CHECK;
                events.tickSilent(delivery.emittedAt, clock.nowMs(), TICK_MS);
            }
        }
    }

    /** Waits until a delivery is due and ticks meanwhile; gives the instant at which the wait was over. */
    private long await(long emittedAt, long dueAtMs, Schedule schedule, EventSender events) {
        long nowMs = clock.nowMs();
        for (; nowMs < dueAtMs && goesOn(); nowMs = clock.nowMs()) {
            long scheduledAt = schedule.simulatedAt(nowMs);
            simulatedAt.lazySet(Math.max(simulatedAt.getPlain(), Math.min(scheduledAt, emittedAt)));
            events.tickSilent(simulatedAt.getPlain(), nowMs, TICK_MS);
            clock.waitMs(Math.min(dueAtMs - nowMs, TICK_MS));
        }
        return nowMs;
    }
}
