package io.docaxis.simulator.load.consume;

import io.docaxis.consumer.stream.AppliedTimes;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What docaxis' own consumer in this process says of each event: received, applied, committed. What is applied again after an abort is
 * counted and not measured; what a task that has gone elsewhere had applied waits for a commit that never comes, and is counted too.
 * Thread-safe: a partition has a lock of its own, which nobody else wants.
 */
public final class OwnLatencies implements AppliedTimes {

    /** Events a partition that may wait for a commit: ten seconds at 400,000 a second. */
    private static final int MOST_PENDING = 1 << 22;

    private static final long UNKNOWN = -1;

    private static final long NS_PER_MS = 1_000_000;
    private static final long NS_PER_US = 1_000;

    private final String topic;
    private final LongSupplier clockNs;
    private final LatencySink sink;
    private final PollListener polls;
    private final int mostPending;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private volatile long lastCommittedAtNs = UNKNOWN;

    /** One partition. */
    private final class Lane {
        private final PartitionLatencies latencies;
        private final PendingInstants pending = new PendingInstants(mostPending);
        private long position = UNKNOWN;

        Lane(int partition) {
            latencies = new PartitionLatencies(partition, sink, polls);
        }
    }

    /**
     * @param topic of the events
     * @param clockNs the process' one clock: nanoseconds since 1970
     * @param polls hears which events polls brought
     */
    public OwnLatencies(String topic, LongSupplier clockNs, LatencySink sink, PollListener polls) {
        this(topic, clockNs, sink, polls, MOST_PENDING);
    }

    OwnLatencies(String topic, LongSupplier clockNs, LatencySink sink, PollListener polls, int mostPending) {
        this.topic = topic;
        this.clockNs = clockNs;
        this.sink = sink;
        this.polls = polls;
        this.mostPending = mostPending;
    }

    private Lane lane(int partition) {
        Lane lane = lanes.get(partition);
        // computing may lock, even where there is nothing to compute
        return lane != null ? lane : lanes.computeIfAbsent(partition, Lane::new);
    }

    @Override
    public void polled(int partition, long agoNs) {
        Lane lane = lane(partition);
        synchronized (lane) {
            lane.latencies.polled(clockNs.getAsLong() - agoNs);
        }
    }

    @Override
    public void applied(int partition, long offset, long intendedAtMs, int intendedAtUs) {
        long intendedAtNs = intendedAtMs * NS_PER_MS + intendedAtUs * NS_PER_US;
        Lane lane = lane(partition);
        synchronized (lane) {
            if (lane.latencies.applied(offset, intendedAtNs, clockNs.getAsLong())) {
                lane.pending.add(offset, intendedAtNs);
            }
        }
    }

    @Override
    public void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
        long committedAtNs = clockNs.getAsLong();
        positions.forEach((partition, position) -> {
            if (partition.topic().equals(topic)) {
                Lane lane = lane(partition.partition());
                synchronized (lane) {
                    lane.latencies.flush();
                    lane.position = position.offset();
                    lane.pending.takeBelow(position.offset(), at -> committed(at, committedAtNs));
                }
            }
        });
    }

    private void committed(long intendedAtNs, long committedAtNs) {
        lastCommittedAtNs = committedAtNs;
        sink.committed(intendedAtNs, committedAtNs);
    }

    /** When the last transaction was committed that has an event of known instant; empty: none was. */
    public OptionalLong lastCommittedAtNs() {
        return lastCommittedAtNs == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(lastCommittedAtNs);
    }

    /** Up to where each partition was committed last; one of which nothing was is missing. */
    public SortedMap<Integer, Long> positions() {
        SortedMap<Integer, Long> positions = new TreeMap<>();
        lanes.forEach((partition, lane) -> {
            synchronized (lane) {
                if (lane.position != UNKNOWN) {
                    positions.put(partition, lane.position);
                }
            }
        });
        return positions;
    }

    /** Events that this process has applied, each once. */
    public long applied() {
        return sum(lane -> lane.latencies.applied());
    }

    /** Events that it has applied once more. */
    public long again() {
        return sum(lane -> lane.latencies.again());
    }

    /** Of those applied, those that say nothing of when they were to be sent. */
    public long untimed() {
        return sum(lane -> lane.latencies.untimed());
    }

    /** Events that wait for a commit. */
    public long pending() {
        return sum(lane -> lane.pending.size());
    }

    /** Events of whose commit nothing will be known, for too many waited. */
    public long forgotten() {
        return sum(lane -> lane.pending.forgotten());
    }

    private long sum(ToLongFunction<Lane> of) {
        long sum = 0;
        for (Lane lane : lanes.values()) {
            synchronized (lane) {
                sum += of.applyAsLong(lane);
            }
        }
        return sum;
    }
}
