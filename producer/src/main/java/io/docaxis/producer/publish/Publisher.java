package io.docaxis.producer.publish;

import io.docaxis.common.event.proto.Live;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.fastsend.Pacing;
import io.docaxis.producer.fastsend.SentEvents;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.schedule.Schedule;
import io.docaxis.producer.schedule.SpeedSchedule;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * One source at work on a cluster ({@link SourceRun}), and how far it has come. One instance, one run, one sending thread: the caller of
 * {@link #publish}.
 *
 * <p>If the log already holds records of this source, it replays its plan and skips them, so a restart loses nothing. After a send that failed for good it stops sending and ticking: the run is incomplete.
 */
public final class Publisher {

    private static final long NS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Destination to;
    private final RunIdentity run;
    private final int source;
    private final Pace pace;
    private final boolean resume;
    private final FastPath path;

    private final Clock clock = SteadyClock.ofThisMachine();
    private final SendCounts counts = new SendCounts();
    private final CommonEnd commonEnd;
    private final DeliveryLoop loop;
    private final BrokerSilence silence = new BrokerSilence();
    private volatile boolean sending;
    private volatile boolean ended;

    /**
     * @param source from 0, below the run's number of sources
     * @param resume whether records of this source may be there already
     * @param path that it shares with the other sources of this process
     */
    public Publisher(Destination to, RunIdentity run, int source, Pace pace, boolean resume, FastPath path) {
        if (source < 0 || source >= run.sources()) {
            throw new IllegalArgumentException("source " + source + ": want 0 to " + (run.sources() - 1));
        }
        this.to = to;
        this.run = run;
        this.source = source;
        this.pace = pace;
        this.resume = resume;
        this.path = path;
        commonEnd = pace.live().map(LiveRun::end).orElseGet(CommonEnd::new);
        commonEnd.join();
        loop = new DeliveryLoop(run.startsAt(), counts, clock, commonEnd);
    }

    /**
     * Plays the source to its end.
     *
     * @throws UsedPrefixException if the topics hold another run, or this source's records and resuming was not asked for, or this run
     *     is played otherwise than it was begun
     * @throws io.docaxis.common.kafka.ClusterException if the broker does not answer at the start
     */
    public PublishResult publish(World world) {
        try {
            return publish(Excerpt.whole(world).from(run.startsAt()));
        } finally {
            ended = true;
            loop.leave();
        }
    }

    private PublishResult publish(Excerpt fromStart) {
        RunSoFar soFar = RunSoFar.read(to, run);
        boolean begun = soFar.isBegun(source);
        if (begun && !resume) {
            throw new UsedPrefixException("prefix '" + to.topics().prefix() + "' holds records of this run already: "
                    + "use --resume to go on where they end, --fresh to delete them, or another --prefix");
        }
        SourceTail.Found found = begun
                ? new SourceTail(run.hash(), source).read(to)
                : SourceTail.Found.nothing(to.prepared().partitions());
        long endsAt = soFar.endsAt(pace);
        soFar.requireEndAhead(source, found.clockAt(), endsAt);
        Excerpt excerpt = endsAt == run.endsAt() ? fromStart : fromStart.until(endsAt);
        try (EventSender events =
                new EventSender(producer(), to.topics(), new EventEncoder(run.hash(), source), found, counts)) {
            sending = true;
            Optional<Live> live =
                    pace.live().map(each -> each.anchor(soFar.live(), clock.nowNs() / NS_PER_MS, run.startsAt()));
            LedgerTopic ledgerTopic = new LedgerTopic(to, run, source, live);
            return new SourceRun(run, source, ledgerTopic, live, loop, counts, clock)
                    .play(excerpt, events, drive(live, found.clockAt(), endsAt));
        }
    }

    private BatchingProducer producer() {
        Cluster cluster = to.cluster();
        String events = to.topics().events();
        int partitions = to.prepared().partitions();
        int batchBytes = to.prepared().batchBytes();
        return pace.speed().isMax()
                ? BatchingProducer.of(
                        ProducerProperties.atFullSpeed(cluster, batchBytes), events, partitions, path, this::complete)
                : BatchingProducer.paced(
                        ProducerProperties.paced(cluster, batchBytes),
                        ProducerProperties.pacedOneByOne(cluster, batchBytes),
                        events,
                        partitions,
                        path,
                        new Pacing(clock::nowNs, false),
                        this::complete);
    }

    private void complete(int sent, SentEvents events, Exception exception) {
        counts.complete(sent, exception);
        if (events != null) {
            loop.lag().completed(events);
        }
    }

    /** @param clockAt how far the source's clock had come before a restart; 0 where there is none */
    private SourceRun.Drive drive(Optional<Live> live, long clockAt, long endsAt) {
        if (live.isPresent()) {
            Schedule schedule = SpeedSchedule.of(live.get());
            return (emission, sink) -> loop.runLive(emission, sink, schedule, clockAt, endsAt);
        }
        return (emission, sink) -> {
            if (pace.speed().isMax()) {
                loop.runAtOnce(emission, sink);
            } else {
                long goesOnAt = Math.max(run.startsAt(), clockAt);
                loop.runOnSchedule(emission, sink, SpeedSchedule.goingOnFrom(pace.speed(), goesOnAt));
            }
            return CommonEnd.NONE;
        };
    }

    /** Asks the source to end early; returns at once. */
    public void stop() {
        loop.stop();
    }

    /** Whether it has looked at what is there, and sends. */
    public boolean hasBegun() {
        return sending;
    }

    /** For how long the broker has completed no send though some wait for it; known to within the time between two looks. */
    public long silentMs() {
        if (!sending || ended) {
            return 0;
        }
        long completions = counts.completions();
        return silence.lastedMs(completions, counts.waiting(completions), TimeUnit.NANOSECONDS.toMillis(clock.nowNs()));
    }

    /** How far it has come by now. */
    public PublishProgress progress() {
        boolean onSchedule = sending && !pace.speed().isMax();
        OptionalLong behindMs =
                onSchedule && !ended ? OptionalLong.of(loop.lag().behindMs(clock.nowNs())) : OptionalLong.empty();
        return new PublishProgress(
                counts.scheduled(),
                counts.acknowledged(),
                counts.resumed(),
                counts.failed(),
                loop.simulatedAt(),
                behindMs,
                onSchedule ? OptionalLong.of(loop.lag().mostMs()) : OptionalLong.empty());
    }
}
