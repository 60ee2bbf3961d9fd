package io.docaxis.monitor.group;

/**
 * Where the log of a partition begins and ends.
 *
 * @param start the offset of the first record that was not deleted
 * @param stable the last stable offset, up to which no transaction is open
 * @param highWatermark the offset after the newest record
 */
public record PartitionRange(long start, long stable, long highWatermark) {}
