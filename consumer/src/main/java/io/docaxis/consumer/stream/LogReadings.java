package io.docaxis.consumer.stream;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.fastfetch.PolledPositions;
import org.apache.kafka.common.TopicPartition;

/** What the tasks of a process know of how far they have read their partitions ({@link LogReading}). Thread-safe. */
public final class LogReadings implements AutoCloseable {

    private final PolledPositions positions = new PolledPositions();
    private final LogEnds ends;

    /** Asks that cluster where logs end, once a task of a live run wants to know. */
    public LogReadings(Cluster cluster) {
        this(LogEnds.of(cluster));
    }

    LogReadings(LogEnds ends) {
        this.ends = ends;
    }

    /** What the consumers note. */
    PolledPositions positions() {
        return positions;
    }

    /** A task begins to run: call on its stream thread. */
    LogReading begin(TopicPartition partition) {
        return new LogReading(partition, positions, ends);
    }

    @Override
    public void close() {
        ends.close();
    }
}
