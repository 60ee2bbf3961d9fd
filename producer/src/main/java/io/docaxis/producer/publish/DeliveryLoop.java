package io.docaxis.producer.publish;

import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.plan.Cut;
import io.docaxis.producer.schedule.RateSchedule;
import io.docaxis.producer.schedule.Schedule;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Gives a source's deliveries to its sink, at once or each when it is due, and has it tick where a partition is silent; until the last, a
 * stop, or a send that failed for good. One sending thread; any may stop it, and ask how far it has come.
 */
final class DeliveryLoop {

    /** Sends between two looks at the clock for silent partitions. */
    private static final int TICK_CHECK = 1024;
    /** Sends on one look at the clock at full speed, where whole milliseconds are wanted: a tenth of one. */
    private static final int CLOCK_EVERY = 64;

    /** The same of a paced source, which looks at the clock for each. */
    private static final long TICK_CHECK_NS = EventSink.TICK_NS / 5;

    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SendCounts counts;
    private final Clock clock;
    private final ScheduleLag lag = new ScheduleLag();
    private final AtomicLong simulatedAt;
    private final CommonEnd commonEnd;
    /** Of the sending thread, as are those below: nothing emitted at or after it is sent. */
    private long endsAt = CommonEnd.NONE;

    /** Something short that can be done now instead of later, if it says so. */
    private BooleanSupplier meanwhile = () -> false;

    private boolean hasSaid;
    private long foundAt;

    private volatile boolean stopRequested;
    private volatile boolean stopInOrderRequested;

    /**
     * @param startsAt where the source's clock begins
     * @param commonEnd where it ends once it is asked to, if it is paced
     */
    DeliveryLoop(long startsAt, SendCounts counts, Clock clock, CommonEnd commonEnd) {
        this.counts = counts;
        this.clock = clock;
        this.commonEnd = commonEnd;
        simulatedAt = new AtomicLong(startsAt);
    }

    /** Asks it to end early; returns at once. */
    void stop() {
        stopRequested = true;
    }

    /** Asks a drive by rate to give nothing more, and what follows to be done; returns at once. */
    void stopInOrder() {
        stopInOrderRequested = true;
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

    /** The hot loop: under a microsecond a delivery, two thirds of it for planning and the ledger, the rest for encoding and handing on. */
    void runAtOnce(Emission emission, EventSink sink) {
        Delivery delivery = new Delivery();
        long nowNs = 0;
        int untilClock = 0;
        int untilTick = TICK_CHECK;
        while (goesOn() && emission.next(delivery)) {
            if (untilClock-- == 0) {
                untilClock = CLOCK_EVERY;
                nowNs = clock.nowNs() / MS * MS;
            }
            simulatedAt.lazySet(delivery.emittedAt);
            sink.send(delivery, nowNs, nowNs);
            if (--untilTick == 0) {
                untilTick = TICK_CHECK;
                sink.tickSilent(delivery.emittedAt, clock.nowNs());
            }
        }
    }

    /** What an earlier start sent is passed over without waiting for its time; the schedule begins where that ends. */
    void runOnSchedule(Emission emission, EventSink sink, Schedule.Start start) {
        Delivery delivery = new Delivery();
        Schedule schedule = null;
        int place = 0;
        int places = 0;
        long tickCheckAtNs = 0;
        for (long number = 0; goesOn() && emission.next(delivery); number++) {
            if (++place >= places) {
                place = 0;
                places = 1 + emission.moreOfThatSecond();
            }
            if (schedule == null) {
                if (sink.isThere(delivery)) {
                    simulatedAt.lazySet(delivery.emittedAt);
                    sink.send(delivery, 0, 0);
                    continue;
                }
                schedule = start.at(clock.nowNs(), delivery.emittedAt);
            }
            long intendedAtNs = schedule.intendedAtNs(number, delivery.emittedAt, place, places);
            lag.waitsFor(intendedAtNs);
            long nowNs = await(delivery.emittedAt, intendedAtNs, schedule, sink);
            if (!goesOn() || isOver(delivery.emittedAt)) {
                lag.passedOver();
                return;
            }
            simulatedAt.lazySet(delivery.emittedAt);
            if (sink.send(delivery, intendedAtNs, nowNs)) {
                lag.gave(intendedAtNs, nowNs);
            } else {
                lag.passedOver();
            }
            if (nowNs >= tickCheckAtNs) {
                tickCheckAtNs = nowNs + TICK_CHECK_NS;
                sink.tickSilent(delivery.emittedAt, nowNs);
            }
        }
    }

    /**
     * Waits until a delivery is due and ticks meanwhile; gives the instant at which the wait was over. It is over later where all that is
     * due until then will go together: so a dense schedule wakes this thread once for many.
     */
    private long await(long emittedAt, long intendedAtNs, Schedule schedule, EventSink sink) {
        long againAtNs = sink.sendDue(clock.nowNs(), intendedAtNs);
        // that may have waited for Kafka's client
        long nowNs = clock.nowNs();
        while (nowNs < intendedAtNs && goesOn() && !isOver(emittedAt)) {
            long scheduledAt = schedule.simulatedAt(nowNs);
            simulatedAt.lazySet(Math.max(simulatedAt.getPlain(), Math.min(scheduledAt, emittedAt)));
            sink.tickSilent(simulatedAt.getPlain(), nowNs);
            long untilNs = againAtNs == EventSink.NOTHING_WAITS ? intendedAtNs : againAtNs;
            while (nowNs < untilNs && meanwhile.getAsBoolean()) {
                nowNs = clock.nowNs();
            }
            clock.waitNs(Math.min(untilNs - nowNs, EventSink.TICK_NS));
            againAtNs = sink.sendDue(clock.nowNs(), intendedAtNs);
            nowNs = clock.nowNs();
        }
        return nowNs;
    }

    /**
     * Plays a load: the wanted rate drives the wall clock, and simulated time follows what is sent. What is dropped takes no turn. Ends when
     * the duration is over; at once when it is asked to end in order.
     *
     * @return how far it came in the source's deliveries; {@link Cut#NONE}: there are no more
     */
    Cut runAtRate(Emission emission, EventSink sink, RateSchedule schedule, GivenListener listener) {
        Delivery delivery = new Delivery();
        meanwhile = emission::openAhead;
        long number = 0;
        int place = 0;
        long at = Long.MIN_VALUE;
        long thread = 0;
        long tickCheckAtNs = 0;
        while (emission.next(delivery)) {
            place = delivery.emittedAt == at && delivery.thread == thread ? place + 1 : 0;
            at = delivery.emittedAt;
            thread = delivery.thread;
            if (delivery.dropped) {
                sink.send(delivery, 0, 0);
                continue;
            }
            long intendedAtNs = schedule.intendedAtNs(number++);
            if (intendedAtNs == RateSchedule.NOT_DUE) {
                await(at, schedule.endsAtNs(), schedule, sink);
                return new Cut(at, thread, place);
            }
            lag.waitsFor(intendedAtNs);
            long nowNs = await(at, intendedAtNs, schedule, sink);
            if (!goesOn() || isOver(at)) {
                lag.passedOver();
                return new Cut(at, thread, place);
            }
            simulatedAt.lazySet(at);
            listener.given(intendedAtNs, nowNs);
            sink.send(delivery, intendedAtNs, nowNs);
            lag.gave(intendedAtNs, nowNs);
            if (nowNs >= tickCheckAtNs) {
                tickCheckAtNs = nowNs + TICK_CHECK_NS;
                sink.tickSilent(at, nowNs);
            }
        }
        return Cut.NONE;
    }

    /**
     * Plays a live run: what was due before now goes at once, and the source's clock has come to the run's end when this returns.
     *
     * @param foundAt how far the source's clock had come before a restart
     * @param runEndsAt where the run ends unless the sources are asked to end before
     * @return where the sources of this process agreed to end; {@link CommonEnd#NONE}: nobody asked
     */
    long runLive(Emission emission, EventSink sink, Schedule schedule, long foundAt, long runEndsAt) {
        this.foundAt = foundAt;
        runOnSchedule(emission, sink, (nowNs, emittedAt) -> schedule);
        if (!isOver(runEndsAt)) {
            await(runEndsAt, schedule.intendedAtNs(0, runEndsAt, 0, 1), schedule, sink);
        }
        if (isOver(runEndsAt)) {
            await(endsAt - 1, schedule.intendedAtNs(0, endsAt, 0, 1), schedule, sink);
        }
        if (goesOn()) {
            simulatedAt.lazySet(Math.max(simulatedAt.getPlain(), Math.min(endsAt, runEndsAt)));
        }
        return endsAt;
    }

    /** Whether the source is to end in order, or the sources of this process have agreed to before an instant; they agree here, if asked. */
    private boolean isOver(long instant) {
        if (stopInOrderRequested) {
            return true;
        }
        if (!hasSaid && commonEnd.isAsked()) {
            hasSaid = true;
            endsAt = commonEnd.agree(Math.max(foundAt, simulatedAt.getPlain()), this::goesOn);
        }
        return instant >= endsAt;
    }

    /** No other source has to wait for this one any more. */
    void leave() {
        if (!hasSaid) {
            hasSaid = true;
            commonEnd.leave(simulatedAt.getPlain());
        }
    }
}
