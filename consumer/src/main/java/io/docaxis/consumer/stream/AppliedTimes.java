package io.docaxis.consumer.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Hears when records of the events topic were polled, applied and committed; one per process. Called by stream threads, on the hot
 * path: a partition is of one thread at a time, and may pass from one to another. What it throws ends a stream thread.
 */
public interface AppliedTimes {

    /** Hears nothing. The stream then asks once a poll whether somebody does, and no more. */
    AppliedTimes NONE = new AppliedTimes() {
        @Override
        public void polled(int partition, long agoNs) {
            // nobody wants to know
        }

        @Override
        public void applied(int partition, long offset, long intendedAtMs, int intendedAtUs) {
            // nobody wants to know
        }

        @Override
        public void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
            // nobody wants to know
        }
    };

    /**
     * A poll's records of a partition are about to be applied.
     *
     * @param agoNs nanoseconds since the poll returned: Streams may have kept them. Where records come one by one, since Streams took
     *     this one up
     */
    void polled(int partition, long agoNs);

    /**
     * A document or status of the run was applied. One that its source has sent before, or of another run, is not.
     *
     * @param intendedAtMs wall clock at which the schedule wanted it sent
     * @param intendedAtUs microseconds beyond that
     */
    void applied(int partition, long offset, long intendedAtMs, int intendedAtUs);

    /** A transaction with these positions was committed: what is below them is applied for good. May name partitions of other topics. */
    void committed(Map<TopicPartition, OffsetAndMetadata> positions);
}
