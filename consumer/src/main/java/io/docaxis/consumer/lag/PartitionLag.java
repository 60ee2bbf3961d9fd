package io.docaxis.consumer.lag;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a group has still to read of one partition.
 *
 * @param records empty: unknown, never 0
 * @param seconds how long ago the first unread record was written; 0 where there is none; empty: unknown
 */
public record PartitionLag(int partition, OptionalLong records, OptionalDouble seconds) {

    /** Nothing is known. */
    public static PartitionLag unknown(int partition) {
        return new PartitionLag(partition, OptionalLong.empty(), OptionalDouble.empty());
    }

    /**
     * From what a cluster says.
     *
     * @param next offset of the first unread record
     * @param end offset after the newest record, asked for after {@code next}; less can only mean a log cut short
     * @param writtenAtMs wall clock of the record at {@code next}; empty: not found
     */
    static PartitionLag of(int partition, long next, long end, OptionalLong writtenAtMs, long nowMs) {
        long records = Math.max(0, end - next);
        OptionalDouble seconds = OptionalDouble.empty();
        if (records == 0) {
            seconds = OptionalDouble.of(0);
        } else if (writtenAtMs.isPresent()) {
            seconds = OptionalDouble.of(Math.max(0, nowMs - writtenAtMs.getAsLong()) / 1000.0);
        }
        return new PartitionLag(partition, OptionalLong.of(records), seconds);
    }
}
