package io.docaxis.monitor.lag;

/**
 * Where a group stands in a partition, and where its log begins and ends. The three parts of what it has not read are told
 * apart because each wants something else done: read on, find out who deleted it, find out whose transaction is open. In
 * offsets, markers of transactions among them; together they are what Kafka's own tool calls lag.
 *
 * @param commit the offset that the group goes on from; where it has committed none, the first that there is
 * @param start the offset of the first record that was not deleted
 * @param stable the last stable offset, up to which no transaction is open
 * @param highWatermark the offset after the newest record
 */
public record PartitionOffsets(long commit, long start, long stable, long highWatermark) {

    /** What can be read. */
    public long readable() {
        return Math.max(0, stable - firstUnread());
    }

    /** What was deleted before it was read. */
    public long lost() {
        return Math.max(0, start - commit);
    }

    /** What is there, but behind a transaction that is open. */
    public long unstable() {
        return Math.max(0, highWatermark - Math.max(stable, commit));
    }

    /** Where reading goes on. */
    private long firstUnread() {
        return Math.max(commit, start);
    }
}
