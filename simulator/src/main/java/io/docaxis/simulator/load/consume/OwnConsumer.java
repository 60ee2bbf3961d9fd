package io.docaxis.simulator.load.consume;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.service.StoppedEngine;
import io.docaxis.simulator.service.WatchedConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** docaxis' own consumer in this process: exactly once, with a verdict at the end. What it has concluded others wait for. */
public final class OwnConsumer implements LoadConsumer {

    private static final long NS_PER_MS = 1_000_000;

    private final WatchedConsumer consumer;
    private final Topics topics;
    private final OwnLatencies latencies;
    private final LongSupplier clockNs;
    private final Supplier<String> transactionTooLong;
    private final Standstill standstill;
    private volatile boolean sendingEnded;
    private volatile long lastAcknowledgedAtNs;
    private volatile long endedAtNs;

    /**
     * @param consumer started with these latencies; closed with this
     * @param clockNs the process' one clock: nanoseconds since 1970
     * @param transactionTooLong what to do where a broker does not allow transactions of this length
     * @param patience if it has something to read and has not got on for so long it stands still
     */
    public OwnConsumer(
            WatchedConsumer consumer,
            Topics topics,
            OwnLatencies latencies,
            LongSupplier clockNs,
            Supplier<String> transactionTooLong,
            Duration patience) {
        this.consumer = consumer;
        this.topics = topics;
        this.latencies = latencies;
        this.clockNs = clockNs;
        this.transactionTooLong = transactionTooLong;
        standstill = new Standstill(patience);
    }

    /**
     * Why it has stopped for good; empty while it has not.
     *
     * @throws ClusterException if the cluster does not allow what it wants, or has state of another version
     */
    public Optional<String> failure() {
        return StoppedEngine.failure(consumer.engine(), topics, transactionTooLong);
    }

    /** Records that this process has applied, committed or not, and what is not committed. */
    @Override
    public ConsumerProgress progress() {
        failure();
        return new ConsumerProgress(OptionalLong.of(consumer.counters().recordsRead()), lag());
    }

    private OptionalLong lag() {
        return sample().map(GroupSample::lag).orElse(OptionalLong.empty());
    }

    /** Age of the first record that is not committed, at most, of all partitions the most; empty: unknown. */
    public OptionalDouble lagSeconds() {
        return sample().map(GroupSample::lagMostS).orElse(OptionalDouble.empty());
    }

    /** The newest look at its own group; empty: nobody knows. */
    private Optional<GroupSample> sample() {
        return consumer.watch()
                .groups()
                .map(groups -> GroupSample.of(groups, topics.group(), topics.events(), groups.takenAtMs() * NS_PER_MS));
    }

    @Override
    public void sendingEnded(long atNs) {
        lastAcknowledgedAtNs = atNs;
        endedAtNs = clockNs.getAsLong();
        sendingEnded = true;
    }

    /** By its commits, as they were looked at since sending ended. */
    @Override
    public Drained drained() {
        Optional<String> failed = failure();
        if (failed.isPresent()) {
            return Drained.standing("the consumer stopped: " + failed.get());
        }
        if (!sendingEnded) {
            return Drained.reading("consuming while it is sent");
        }
        if (isReadSince(endedAtNs)) {
            OptionalLong last = latencies.lastCommittedAtNs();
            return last.isPresent()
                    ? Drained.after(last.getAsLong() - lastAcknowledgedAtNs, 0, "committed to the end")
                    : new Drained(
                            Drained.State.DRAINED,
                            "nothing came to be consumed",
                            OptionalLong.empty(),
                            OptionalLong.empty());
        }
        OptionalLong lag = lag();
        String unread = lag.isPresent() ? lag.getAsLong() + " records not committed" : "unknown how many are unread";
        long stoodNs =
                standstill.look(List.of(consumer.counters().recordsRead(), latencies.positions()), clockNs.getAsLong());
        return stoodNs == 0
                ? Drained.reading(unread)
                : Drained.standing("the consumer has read and committed nothing for "
                        + TimeUnit.NANOSECONDS.toSeconds(stoodNs) + " s, " + unread
                        + consumer.engine().problem().map(why -> "; " + why).orElse(""));
    }

    private boolean isReadSince(long atNs) {
        return sample().filter(look -> look.askedAtNs() > atNs)
                .filter(look -> look.lag().orElse(-1) == 0)
                .isPresent();
    }

    @Override
    public OptionalLong passed(int partition) {
        Long position = latencies.positions().get(partition);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
