package io.docaxis.simulator.load.consume;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * Joins, partition by partition, the blocks that this process sent with the polls that brought their records to it; either may come
 * first, whole or in parts. What waits for its other half is bounded: beyond that the lowest offsets are dropped, and counted. An offset
 * that is waiting already is not taken a second time. Thread-safe; a lock a partition; some hundred nanoseconds a block or poll.
 */
public final class HandOver implements PollListener {

    private static final int MOST_WAITING = 1 << 16;

    /**
     * Consecutive offsets of a block or of a poll.
     *
     * @param end after the last
     * @param intendedAtNs of a block; a poll has none
     * @param atNs when it was sent, or received
     */
    private record Span(long end, long intendedAtNs, long atNs) {}

    /** One partition: what waits, by first offset; spans of one side never overlap. */
    private static final class Lane {
        private final TreeMap<Long, Span> sent = new TreeMap<>();
        private final TreeMap<Long, Span> polled = new TreeMap<>();
        private long dropped;
    }

    private interface Joined {
        void take(Span own, Span other, long records);
    }

    private final LatencySink sink;
    private final int mostWaiting;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();

    public HandOver(LatencySink sink) {
        this(sink, MOST_WAITING);
    }

    /** @param mostWaiting spans of each side of a partition */
    HandOver(LatencySink sink, int mostWaiting) {
        this.sink = sink;
        this.mostWaiting = mostWaiting;
    }

    /**
     * A block was acknowledged.
     *
     * @param intendedAtNs when its first record was to be sent
     * @param sentAtNs when the request left that carried it first
     * @throws IllegalArgumentException if it has no records
     */
    public void sent(int partition, long firstOffset, int records, long intendedAtNs, long sentAtNs) {
        if (firstOffset < 0 || records < 1) {
            throw new IllegalArgumentException("block of " + records + " records from offset " + firstOffset
                    + ": want one record or more, from offset 0 on");
        }
        Lane lane = lane(partition);
        synchronized (lane) {
            join(
                    lane,
                    lane.sent,
                    lane.polled,
                    firstOffset,
                    new Span(firstOffset + records, intendedAtNs, sentAtNs),
                    (block, poll, count) -> sink.handedOver(block.intendedAtNs, block.atNs, poll.atNs, count));
        }
    }

    @Override
    public void polled(int partition, long firstOffset, long lastOffset, long receivedAtNs) {
        Lane lane = lane(partition);
        synchronized (lane) {
            join(
                    lane,
                    lane.polled,
                    lane.sent,
                    firstOffset,
                    new Span(lastOffset + 1, 0, receivedAtNs),
                    (poll, block, count) -> sink.handedOver(block.intendedAtNs, block.atNs, poll.atNs, count));
        }
    }

    private Lane lane(int partition) {
        Lane lane = lanes.get(partition);
        // computing may lock, even where there is nothing to compute
        return lane != null ? lane : lanes.computeIfAbsent(partition, first -> new Lane());
    }

    private void join(
            Lane lane,
            TreeMap<Long, Span> own,
            TreeMap<Long, Span> other,
            long firstOffset,
            Span whole,
            Joined joined) {
        long at = firstOffset;
        while (at < whole.end) {
            long known = coveredUntil(own, at);
            if (known > at) {
                at = known;
                continue;
            }
            long until = Math.min(whole.end, nextFrom(own, at));
            if (coveredUntil(other, at) > at) {
                until = Math.min(until, coveredUntil(other, at));
                joined.take(whole, take(other, at, until), until - at);
            } else {
                until = Math.min(until, nextFrom(other, at));
                own.put(at, new Span(until, whole.intendedAtNs, whole.atNs));
                drop(lane, own);
            }
            at = until;
        }
    }

    /** Where the span ends that has an offset; the offset itself: none has. */
    private static long coveredUntil(TreeMap<Long, Span> spans, long offset) {
        Map.Entry<Long, Span> found = spans.floorEntry(offset);
        return found == null ? offset : Math.max(offset, found.getValue().end);
    }

    private static long nextFrom(TreeMap<Long, Span> spans, long offset) {
        Long next = spans.higherKey(offset);
        return next == null ? Long.MAX_VALUE : next;
    }

    /** Takes a part out of the span that has it. */
    private static Span take(TreeMap<Long, Span> spans, long from, long until) {
        Map.Entry<Long, Span> found = spans.floorEntry(from);
        Span span = found.getValue();
        spans.remove(found.getKey());
        if (found.getKey() < from) {
            spans.put(found.getKey(), new Span(from, span.intendedAtNs, span.atNs));
        }
        if (until < span.end) {
            spans.put(until, span);
        }
        return span;
    }

    private void drop(Lane lane, TreeMap<Long, Span> spans) {
        if (spans.size() > mostWaiting) {
            Map.Entry<Long, Span> oldest = spans.pollFirstEntry();
            lane.dropped += oldest.getValue().end - oldest.getKey();
        }
    }

    /** Records sent whose poll has not been heard of. */
    public long waiting() {
        return sum(lane -> records(lane.sent));
    }

    /** Records of which it will never be known, sent or polled, for too many waited. */
    public long dropped() {
        return sum(lane -> lane.dropped);
    }

    private static long records(TreeMap<Long, Span> spans) {
        return spans.entrySet().stream()
                .mapToLong(span -> span.getValue().end - span.getKey())
                .sum();
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
