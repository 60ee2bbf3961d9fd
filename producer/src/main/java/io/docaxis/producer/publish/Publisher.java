package io.docaxis.producer.publish;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.FastPath;
import io.docaxis.common.kafka.PreparedTopics;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;

/**
 * One source at work: takes its deliveries in order, sends each on schedule, ticks where it is silent, and closes with end
 * markers and its ledger. One instance, one run, one sending thread: the caller of {@link #publish}.
 *
 * <p>Where the log already holds records of this source, it replays its plan and passes over what is there, so a restart
 * loses nothing. After a send that failed for good it stops sending and ticking: the run is incomplete.
 */
public final class Publisher {

    /** Wall-clock time after which a silent partition is told how far the source's clock has come: at most four a second. */
    private static final long TICK_MS = 250;
    /** Sends between two looks at the clock for silent partitions. */
    private static final int TICK_CHECK = 1024;
    /** Sends on one look at the clock at full speed, where whole milliseconds are wanted: a tenth of one. */
    private static final int CLOCK_EVERY = 64;

    private final Cluster cluster;
    private final Topics topics;
    private final int partitions;
    private final int batchBytes;
    private final RunIdentity run;
    private final int source;
    private final Speed speed;
    private final boolean resume;
    private final FastPath path;

    private final ScheduleLag lag = new ScheduleLag();
    private final BrokerSilence silence = new BrokerSilence();
    private volatile boolean stopRequested;
    private volatile boolean ended;
    private final AtomicLong simulatedAt;
    private volatile EventSender sender;

    /**
     * @param prepared the topics, which are there
     * @param source from 0, below the run's number of sources
     * @param resume whether records of this source may be there already
     * @param path that it shares with the other sources of this process
     */
    public Publisher(
            Cluster cluster,
            Topics topics,
            PreparedTopics prepared,
            RunIdentity run,
            int source,
            Speed speed,
            boolean resume,
            FastPath path) {
        if (source < 0 || source >= run.sources()) {
            throw new IllegalArgumentException("source " + source + ": want 0 to " + (run.sources() - 1));
        }
        this.cluster = cluster;
        this.topics = topics;
        partitions = prepared.partitions();
        batchBytes = prepared.batchBytes();
        this.run = run;
        this.source = source;
        this.speed = speed;
        this.resume = resume;
        this.path = path;
        this.simulatedAt = new AtomicLong(run.startsAt());
    }

    /**
     * Plays the source to its end.
     *
     * @throws UsedPrefixException if the topics hold another run, or this source's records and resuming was not asked for
     * @throws io.docaxis.common.kafka.ClusterException if the broker does not answer at the start
     */
    public PublishResult publish(World world) {
        LedgerTopic ledgerTopic = new LedgerTopic(run.hash(), source);
        boolean begun = ledgerTopic.isBegun(cluster, topics, partitions);
        if (begun && !resume) {
            throw new UsedPrefixException("prefix '" + topics.prefix() + "' holds records of this run already: "
                    + "use --resume to go on where they end, --fresh to delete them, or another --prefix");
        }
        SourceTail.Found found = begun
                ? new SourceTail(run.hash(), source).read(cluster, topics, partitions)
                : SourceTail.Found.nothing(partitions);
        try (EventSender events =
                new EventSender(cluster, topics, run.hash(), source, found, !speed.isMax(), batchBytes, path)) {
            sender = events;
            return publish(world, events, ledgerTopic, found.clockAt());
        } finally {
            ended = true;
        }
    }

    /** Asks the source to end early; returns at once. */
    public void stop() {
        stopRequested = true;
    }

    /** Whether it has looked at what is there, and sends. */
    public boolean hasBegun() {
        return sender != null;
    }

    /** For how long the broker has answered nothing though something waits for it; known to within the time between two looks. */
    public long silentMs(long nowMs) {
        EventSender events = sender;
        if (events == null || ended) {
            return 0;
        }
        long answers = events.answers();
        return silence.lastedMs(answers, events.waiting(answers), nowMs);
    }

    /** How far it has come by now. */
    public PublishProgress progress(long nowMs) {
        EventSender events = sender;
        if (events == null) {
            return PublishProgress.none(simulatedAt.get());
        }
        // asked for first: what is answered meanwhile is given by then
        long answered = events.answered();
        OptionalLong behindMs =
                speed.isMax() || ended ? OptionalLong.empty() : OptionalLong.of(lag.behindMs(answered, nowMs));
        return new PublishProgress(
                events.scheduled(),
                events.acknowledged(),
                events.resumed(),
                events.failed(),
                simulatedAt.get(),
                behindMs,
                speed.isMax() ? OptionalLong.empty() : OptionalLong.of(lag.mostMs()));
    }

    private PublishResult publish(World world, EventSender events, LedgerTopic ledgerTopic, long stoppedAt) {
        Ledger ledger = new Ledger(world);
        try {
            // before anything else is in the log, so that who finds no header need not look for records
            ledgerTopic.writeHeader(header(events, ledger, false), events::sendLedger);
            events.flush();
            events.sendToNew(EventKind.RUN_STARTED, run.runStarted(), run.startsAt());
            // A broker takes any first sequence of a producer that it does not know: were the first batch refused and a
            // later one taken, the first could never follow. So each partition has one before there are two in flight.
            events.flush();
            deliver(new Emission(world, source, run.sources(), ledger), events, stoppedAt);
            events.flush();
            if (stopRequested || events.failure() != null) {
                return result(events, false);
            }
            for (int p = 0; p < partitions; p++) {
                RunEnded ended = RunEnded.newBuilder()
                        .setRecords(events.records(p))
                        .setFingerprint(events.fingerprint(p))
                        .setComplete(true)
                        .setSequence(events.sequence(p))
                        .build();
                events.sendMarker(p, EventKind.RUN_ENDED, ended, Math.max(run.endsAt(), simulatedAt.get()));
            }
            events.flush();
            ledgerTopic.write(ledger.expected(), header(events, ledger, events.failure() == null), events::sendLedger);
            events.flush();
            return result(events, events.failure() == null);
        } catch (KafkaException e) {
            events.failed(e);
            return result(events, false);
        }
    }

    private void deliver(Emission emission, EventSender events, long stoppedAt) {
        if (speed.isMax()) {
            deliverAtOnce(emission, events);
        } else {
            deliverOnSchedule(emission, events, stoppedAt);
        }
    }

    /** The hot loop: under a microsecond a delivery, two thirds of it for planning and the ledger, the rest for encoding and handing on. */
    private void deliverAtOnce(Emission emission, EventSender events) {
        Delivery delivery = new Delivery();
        long nowMs = 0;
        int untilClock = 0;
        int untilTick = TICK_CHECK;
        while (goesOn(events) && emission.next(delivery)) {
            if (untilClock-- == 0) {
                untilClock = CLOCK_EVERY;
                nowMs = System.currentTimeMillis();
            }
            simulatedAt.lazySet(delivery.emittedAt);
            events.send(delivery, nowMs);
            if (--untilTick == 0) {
                untilTick = TICK_CHECK;
                events.tickSilent(delivery.emittedAt, System.currentTimeMillis(), TICK_MS);
            }
        }
    }

    /** What an earlier start sent is passed over without waiting for its time; the schedule begins where that ends. */
    private void deliverOnSchedule(Emission emission, EventSender events, long stoppedAt) {
        Delivery delivery = new Delivery();
        Schedule schedule =
                stoppedAt > run.startsAt() ? null : Schedule.from(speed, System.currentTimeMillis(), run.startsAt());
        int untilTick = TICK_CHECK;
        while (goesOn(events) && emission.next(delivery)) {
            if (schedule == null && !events.isThere(delivery)) {
                schedule = Schedule.resumed(speed, System.currentTimeMillis(), stoppedAt, delivery.emittedAt);
            }
            if (schedule == null) {
                simulatedAt.lazySet(delivery.emittedAt);
                events.send(delivery, 0);
                continue;
            }
            long dueAtMs = schedule.dueAtMs(delivery.emittedAt);
            lag.next(dueAtMs);
            long nowMs = await(delivery.emittedAt, dueAtMs, schedule, events);
            if (!goesOn(events)) {
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
                events.tickSilent(delivery.emittedAt, System.currentTimeMillis(), TICK_MS);
            }
        }
    }

    private boolean goesOn(EventSender events) {
        return !stopRequested && events.failure() == null;
    }

    /** Waits until a delivery is due and ticks meanwhile; gives the instant at which the wait was over. */
    private long await(long emittedAt, long dueAtMs, Schedule schedule, EventSender events) {
        long nowMs = System.currentTimeMillis();
        for (; nowMs < dueAtMs && goesOn(events); nowMs = System.currentTimeMillis()) {
            long clock = schedule.simulatedAt(nowMs);
            simulatedAt.lazySet(Math.max(simulatedAt.getPlain(), Math.min(clock, emittedAt)));
            events.tickSilent(simulatedAt.getPlain(), nowMs, TICK_MS);
            LockSupport.parkNanos(Math.min(dueAtMs - nowMs, TICK_MS) * 1_000_000L);
        }
        return nowMs;
    }

    private PublishResult result(EventSender events, boolean complete) {
        return new PublishResult(
                complete && events.failure() == null,
                stopRequested,
                events.failure(),
                progress(System.currentTimeMillis()));
    }

    private PartHeader header(EventSender events, Ledger ledger, boolean ended) {
        return PartHeader.newBuilder()
                .setRunId(run.id())
                .setScenario(run.scenario().name())
                .setSeed(run.seed())
                .setParts(run.sources())
                .setEventsPartitions(partitions)
                .setStartsAt(run.startsAt())
                .setEndsAt(run.endsAt())
                .setUtcOffsetS(run.scenario().calendar().utcOffsetS())
                .setDepartments(run.scenario().agencies().departments())
                .setCommunes(run.scenario().agencies().communes())
                .setEnded(ended)
                .setComplete(ended)
                .setRecords(events.scheduled() + events.ticks() + events.markers())
                .setBooks(SendBooks.newBuilder()
                        .setPlanned(ledger.planned())
                        .setDuplicated(ledger.duplicated())
                        .setWithheld(ledger.withheld())
                        .setScheduled(events.scheduled())
                        .setAcknowledged(events.acknowledged())
                        .setFailed(events.failed())
                        .setUnknown(events.scheduled() - events.acknowledged() - events.failed())
                        .setTicks(events.ticks())
                        .setMarkers(events.markers())
                        .setResumed(events.resumed()))
                .build();
    }
}
