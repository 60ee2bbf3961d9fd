package io.docaxis.consumer.stream;

import io.docaxis.consumer.exchange.ReadThrough;
import io.docaxis.consumer.fastfetch.PolledPositions;
import io.docaxis.consumer.fastfetch.PolledPositions.Watch;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one life of a task has read its partition: whatever the consumer has polled, Streams may keep for a while. The log's end is
 * asked for from {@link #followEnd} on. Of its stream thread.
 */
final class LogReading implements AutoCloseable {

    private final TopicPartition partition;
    private final PolledPositions positions;
    private final LogEnds ends;
    private final Watch watch;
    private final ReadThrough read = new ReadThrough();
    /** Offsets of the last that Streams gave to the processor, and of the last record that it stands for. */
    private long processed = PolledPositions.UNKNOWN;

    private long applied = PolledPositions.UNKNOWN;
    private LogEnds.Answer answer;

    LogReading(TopicPartition partition, PolledPositions positions, LogEnds ends) {
        this.partition = partition;
        this.positions = positions;
        this.ends = ends;
        watch = positions.begin(partition);
    }

    void followEnd() {
        ends.want(partition, this);
    }

    /**
     * Streams gave a record, and all that it stands for is applied.
     *
     * @param given its offset
     * @param last offset of the last record that it stands for
     */
    void applied(long given, long last) {
        processed = given;
        applied = last;
    }

    /** Whether anything was applied in this life. */
    boolean isBegun() {
        return processed != PolledPositions.UNKNOWN;
    }

    /** The wall-clock instant up to which the partition is read through, milliseconds; or {@link ReadThrough#NEVER}. */
    long through() {
        LogEnds.Answer last = ends.last(partition);
        if (last != null && last != answer) {
            answer = last;
            read.logEnded(last.askedAtMs(), last.end());
        }
        return read.applied(appliedBefore());
    }

    /** Everything below this offset is applied. */
    private long appliedBefore() {
        // a record given before the consumer went back is not waited for: who kept it is gone
        boolean waits = watch.lastGiven() > processed && watch.lastGiven() < watch.position();
        return waits ? applied + 1 : Math.max(applied + 1, watch.position());
    }

    @Override
    public void close() {
        positions.end(partition, watch);
        ends.leave(partition, this);
    }
}
