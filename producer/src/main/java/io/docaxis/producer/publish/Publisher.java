package io.docaxis.producer.publish;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.plan.World;
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

    private final Destination to;
    private final RunIdentity run;
    private final int source;
    private final Speed speed;
    private final boolean resume;
    private final FastPath path;

    private final Clock clock = SteadyClock.ofThisMachine();
    private final SendCounts counts = new SendCounts();
    private final DeliveryLoop loop;
    private final BrokerSilence silence = new BrokerSilence();
    private volatile boolean sending;
    private volatile boolean ended;

    /**
     * @param source from 0, below the run's number of sources
     * @param resume whether records of this source may be there already
     * @param path that it shares with the other sources of this process
     */
    public Publisher(Destination to, RunIdentity run, int source, Speed speed, boolean resume, FastPath path) {
        if (source < 0 || source >= run.sources()) {
            throw new IllegalArgumentException("source " + source + ": want 0 to " + (run.sources() - 1));
        }
        this.to = to;
        this.run = run;
        this.source = source;
        this.speed = speed;
        this.resume = resume;
        this.path = path;
        loop = new DeliveryLoop(run.startsAt(), counts, clock);
    }

    /**
     * Plays the source to its end.
     *
     * @throws UsedPrefixException if the topics hold another run, or this source's records and resuming was not asked for
     * @throws io.docaxis.common.kafka.ClusterException if the broker does not answer at the start
     */
    public PublishResult publish(World world) {
        LedgerTopic ledgerTopic = new LedgerTopic(to, run, source);
        boolean begun = ledgerTopic.isBegun();
        if (begun && !resume) {
            throw new UsedPrefixException("prefix '" + to.topics().prefix() + "' holds records of this run already: "
                    + "use --resume to go on where they end, --fresh to delete them, or another --prefix");
        }
        SourceTail.Found found = begun
                ? new SourceTail(run.hash(), source).read(to)
                : SourceTail.Found.nothing(to.prepared().partitions());
        try (EventSender events =
                new EventSender(producer(), to.topics(), new EventEncoder(run.hash(), source), found, counts)) {
            sending = true;
            return new SourceRun(run, source, ledgerTopic, loop, counts, clock)
                    .play(world, events, schedule(found.clockAt()));
        } finally {
            ended = true;
        }
    }

    private BatchingProducer producer() {
        return BatchingProducer.of(
                ProducerProperties.of(
                        to.cluster(), !speed.isMax(), to.prepared().batchBytes()),
                to.topics().events(),
                to.prepared().partitions(),
                path,
                counts::complete);
    }

    /** @param clockAt how far the source's clock had come before a restart; 0 where there is none */
    private Optional<Schedule.Start> schedule(long clockAt) {
        return speed.isMax()
                ? Optional.empty()
                : Optional.of(SpeedSchedule.goingOnFrom(speed, Math.max(run.startsAt(), clockAt)));
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
        // asked for first: what completes meanwhile is given by then
        long completed = counts.completed();
        boolean onSchedule = sending && !speed.isMax();
        OptionalLong behindMs = onSchedule && !ended
                ? OptionalLong.of(loop.lag().behindMs(completed, clock.nowNs()))
                : OptionalLong.empty();
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
