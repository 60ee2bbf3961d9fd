package io.docaxis.producer.publish;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.Refusal;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.fastsend.Pacing;
import io.docaxis.producer.fastsend.SentEvents;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.plan.Cut;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.schedule.RatePlan;
import io.docaxis.producer.schedule.RateSchedule;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;

/**
 * One source of a load: a world's events, in their order, at a wanted rate ({@link LoadRun}). First {@link #prepare}, then {@link #run}, both
 * of one thread, the sending one; any other may stop it and ask how far it has come.
 *
 * <p>A send that fails is counted, and the source goes on: acknowledged, failed and unknown are together what was scheduled. It says in
 * its end markers and its ledger that something is missing.
 */
public final class LoadSource implements AutoCloseable {

    private final LoadTarget to;
    private final RunIdentity run;
    private final World world;
    private final int source;
    private final RatePlan plan;
    private final FastPath path;
    private final SteadyClock clock;
    private final SendTimes times;

    private final SendCounts counts = new SendCounts(true);
    private final DeliveryLoop loop;
    private final BrokerSilence silence = new BrokerSilence();
    private final EventEncoder encoder;
    private volatile EventSender events;
    private LoadRun begun;

    /** Of who asks how far it has come: its own, for arrivals are counted in order. */
    private volatile RateSchedule due;

    private volatile long endedAtNs = SentEvents.UNKNOWN;
    private volatile boolean gaveUp;
    private volatile long larger;

    /**
     * @param world that the run is made of
     * @param source from 0, below the run's number of sources
     * @param form of the events
     * @param path that it shares with the other sources of this process
     * @param clock by which everything is sent and measured
     */
    public LoadSource(
            LoadTarget to,
            RunIdentity run,
            World world,
            int source,
            RatePlan plan,
            EventForm form,
            FastPath path,
            SteadyClock clock,
            SendTimes times) {
        if (source < 0 || source >= run.sources()) {
            throw new IllegalArgumentException("source " + source + ": want 0 to " + (run.sources() - 1));
        }
        this.to = to;
        this.run = run;
        this.world = world;
        this.source = source;
        this.plan = plan;
        encoder = new EventEncoder(run.hash(), source, form);
        this.path = path;
        this.clock = clock;
        this.times = times;
        loop = new DeliveryLoop(run.startsAt(), counts, clock, new CommonEnd());
    }

    /**
     * Makes sure that sources have sent nothing yet where they are to send: {@link #prepare} does too, but that may be much later.
     *
     * @throws UsedPrefixException if the load is proved, and the prefix holds another run, or records of one of these sources
     * @throws ClusterException if the cluster does not answer
     */
    public static void requireUnused(LoadTarget to, RunIdentity run, int... sources) {
        if (to.proof().isPresent()
                && IntStream.of(sources).anyMatch(RunSoFar.read(to.proof().get(), run)::isBegun)) {
            throw new UsedPrefixException("prefix '" + to.proof().get().topics().prefix()
                    + "' holds records of this source already: use --fresh to delete them, or another --prefix");
        }
    }

    /**
     * Connects to the cluster and sends the start markers; returns when the broker has them, and the first events are ready to go.
     *
     * @throws UsedPrefixException if the load is proved, and the prefix holds another run, or records of this source
     * @throws ClusterException if the cluster does not answer, or does not take what is sent
     */
    public void prepare() {
        requireUnused(to, run, source);
        try {
            events = new EventSender(
                    producer(),
                    to.topic(),
                    to.proof().map(proof -> proof.topics().ledger()).orElse(""),
                    encoder,
                    SourceTail.Found.nothing(to.partitions()),
                    counts);
            begun = new LoadRun(
                    run,
                    source,
                    Excerpt.whole(world).from(run.startsAt()),
                    to.proof().map(proof -> new LedgerTopic(proof, run, source, Optional.empty())),
                    loop,
                    counts,
                    clock,
                    events);
            if (gaveUp) {
                events.close();
                throw new KafkaException("closed before it was ready");
            }
            begun.begin();
        } catch (KafkaException e) {
            throw notBegun(e);
        }
        if (counts.firstFailed() != null) {
            throw notBegun(counts.firstFailed());
        }
    }

    private ClusterException notBegun(Exception cause) {
        return Refusal.in(cause, topic -> AclOperation.WRITE, "")
                .orElseGet(() -> new ClusterException(
                        "topic '" + to.topic() + "' does not take records: " + Reason.of(cause), cause));
    }

    private BatchingProducer producer() {
        return BatchingProducer.paced(
                to.producer(),
                to.producerOneByOne(),
                to.topic(),
                to.partitions(),
                path,
                new Pacing(clock::nowNs, true),
                this::completed);
    }

    /**
     * Sends what is due from an instant on, until the duration is over or it is stopped; then waits until the broker has it all, or what it
     * does not have has failed.
     *
     * @param startsAtNs the same for all sources of the load, nanoseconds since 1970
     */
    public PublishResult run(long startsAtNs) {
        due = plan.schedule(source, run.sources(), startsAtNs);
        try {
            Cut cut = begun.play(plan.schedule(source, run.sources(), startsAtNs), times::given);
            endedAtNs = clock.nowNs();
            return begun.end(cut);
        } finally {
            larger = encoder.larger();
            endedAtNs = endedAtNs == SentEvents.UNKNOWN ? clock.nowNs() : endedAtNs;
        }
    }

    private void completed(int records, SentEvents sent, Exception exception) {
        long nowNs = clock.nowNs();
        if (exception != null && (gaveUp || counts.failure() != null)) {
            // what a client gives up that is closed, the broker may have
            return;
        }
        counts.complete(records, exception);
        if (sent == null) {
            return;
        }
        loop.lag().completed(sent);
        try {
            if (exception == null) {
                times.acknowledged(sent, sent.requestedAtNs(), nowNs);
            } else {
                times.failed(sent, exception);
            }
        } catch (RuntimeException e) {
            // Kafka's client would only log it
            counts.fail(e);
        }
    }

    /** Asks it to give nothing more, and to end in order: with end markers, and a ledger of what was sent. Returns at once. */
    public void stopInOrder() {
        loop.stopInOrder();
    }

    /** Asks it to end at once, as it is; returns at once. */
    public void stop() {
        loop.stop();
    }

    /** For how long the broker has completed no send though some wait for it; known to within the time between two looks. */
    public long silentMs() {
        long completions = counts.completions();
        return silence.lastedMs(completions, counts.waiting(completions), TimeUnit.NANOSECONDS.toMillis(clock.nowNs()));
    }

    /** How far it has come by now. */
    public LoadProgress progress() {
        long scheduled = counts.scheduled();
        boolean hasEnded = endedAtNs != SentEvents.UNKNOWN;
        long nowNs = hasEnded ? endedAtNs : clock.nowNs();
        return new LoadProgress(
                Math.max(scheduled, dueBefore(nowNs)),
                scheduled,
                counts.acknowledged(),
                counts.failed(),
                loop.simulatedAt(),
                hasEnded ? 0 : loop.lag().behindMs(nowNs),
                loop.lag().mostMs());
    }

    private synchronized long dueBefore(long nowNs) {
        return due == null ? 0 : due.dueBefore(nowNs);
    }

    /** How many events were larger than the form wants them, because of what they say; once {@link #run} has returned. */
    public long larger() {
        return larger;
    }

    /** Ends it, if it has not ended, and gives up what the broker does not acknowledge within some seconds: nobody knows of that. Any thread. */
    @Override
    public void close() {
        gaveUp = true;
        loop.stop();
        EventSender opened = events;
        if (opened != null) {
            opened.close();
        }
    }
}
