package io.docaxis.consumer.stream;

import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * What this process has done since it started, whether it was committed or not: with what the log holds, it tells how much a
 * crash made the consumers do twice. Thread-safe.
 */
public final class Work implements StateRestoreListener {

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

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        // counted as they come
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long entries) {
        // counted as they came
    }
}
