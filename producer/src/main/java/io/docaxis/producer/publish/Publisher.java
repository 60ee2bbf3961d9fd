package io.docaxis.producer.publish;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;

/**
 * One source at work: sends its deliveries on schedule ({@link DeliveryLoop}), and closes with end markers and its ledger. One
 * instance, one run, one sending thread: the caller of {@link #publish}.
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

    private final WallClock clock = WallClock.SYSTEM;
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
        loop = new DeliveryLoop(speed, run.startsAt(), counts, clock);
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
            return publish(world, events, ledgerTopic, found.clockAt());
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

    /** Asks the source to end early; returns at once. */
    public void stop() {
        loop.stop();
    }

    /** Whether it has looked at what is there, and sends. */
    public boolean hasBegun() {
        return sending;
    }

    /** For how long the broker has completed no send though some wait for it; known to within the time between two looks. */
    public long silentMs(long nowMs) {
        if (!sending || ended) {
            return 0;
        }
        long completions = counts.completions();
        return silence.lastedMs(completions, counts.waiting(completions), nowMs);
    }

    /** How far it has come by now. */
    public PublishProgress progress(long nowMs) {
        // asked for first: what completes meanwhile is given by then
        long completed = counts.completed();
        boolean onSchedule = sending && !speed.isMax();
        OptionalLong behindMs =
                onSchedule && !ended ? OptionalLong.of(loop.lag().behindMs(completed, nowMs)) : OptionalLong.empty();
        return new PublishProgress(
                counts.scheduled(),
                counts.acknowledged(),
                counts.resumed(),
                counts.failed(),
                loop.simulatedAt(),
                behindMs,
                onSchedule ? OptionalLong.of(loop.lag().mostMs()) : OptionalLong.empty());
    }

    private PublishResult publish(World world, EventSender events, LedgerTopic ledgerTopic, long stoppedAt) {
        Ledger ledger = new Ledger(world);
        try {
            // before anything else is in the log, so that who finds no header need not look for records
            ledgerTopic.writeHeader(ledger, counts, false, events::sendLedger);
            events.flush();
            events.sendToNew(EventKind.RUN_STARTED, run.runStarted(), run.startsAt(), clock.nowMs());
            // A broker takes any first sequence of a producer that it does not know: were the first batch refused and a
            // later one taken, the first could never follow. So each partition has one before there are two in flight.
            events.flush();
            loop.run(new Emission(world, source, run.sources(), ledger), events, stoppedAt);
            events.flush();
            if (!loop.goesOn()) {
                return new PublishResult(false, counts.failure());
            }
            events.sendEnds(Math.max(run.endsAt(), loop.simulatedAt()), clock.nowMs());
            events.flush();
            ledgerTopic.write(ledger, counts, events::sendLedger);
            events.flush();
        } catch (KafkaException e) {
            counts.fail(e);
        }
        return new PublishResult(counts.failure() == null, counts.failure());
    }
}
