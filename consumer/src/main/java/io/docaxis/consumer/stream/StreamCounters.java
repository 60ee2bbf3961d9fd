package io.docaxis.consumer.stream;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much this process has read and restored since it started, committed or not: beside the length of the log, it tells how much a
 * crash made the consumers do twice. Thread-safe.
 */
public final class StreamCounters implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(StreamCounters.class);

    private final Set<TopicPartition> restoring = new HashSet<>();
    private long restoringSinceNs;
    private final LongAdder recordsRead = new LongAdder();
    private final LongAdder entriesRestored = new LongAdder();

    /** Records applied to state; one whose transaction was aborted counts again when it is read again. */
    public long recordsRead() {
        return recordsRead.sum();
    }

    /** Entries of state read back from changelogs. */
    public long entriesRestored() {
        return entriesRestored.sum();
    }

    void countRecords(int more) {
        recordsRead.add(more);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long endOffset, long entries) {
        entriesRestored.add(entries);
    }

    /** The first of some that are restored at once starts the clock for all of them. */
    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        if (restoring.isEmpty()) {
            restoringSinceNs = System.nanoTime();
        }
        restoring.add(partition);
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long entries) {
        restoring.remove(partition);
        LOG.debug(
                "partition {} restored: {} entries, after {} ms",
                partition.partition(),
                entries,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - restoringSinceNs));
    }

    @Override
    public synchronized void onRestoreSuspended(TopicPartition partition, String store, long entries) {
        restoring.remove(partition);
    }
}
