package io.docaxis.consumer.fastfetch;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.CorruptRecordException;

/**
 * Goes through the records of a poll, those of unparsed batches where they lie: what it says is of one record, until it moves on. Not
 * thread-safe; no allocation but for what is compressed.
 *
 * <p>Where an unparsed batch cannot be read, Kafka goes on behind the last record that was given. If it comes to the batch's end, the
 * fault was ours, and the {@link FastPath} is closed; otherwise the batch is broken, and Kafka says so.
 */
public final class RecordCursor extends RecordBytes {

    /** The offset of no record. */
    private static final long NONE = -1;

    private List<ConsumerRecord<byte[], byte[]>> records = List.of();
    private int next;

    /** The record, or what stands for its batch. */
    private ConsumerRecord<byte[], byte[]> polled;
    /** Null unless an unparsed batch is read here. */
    private UnparsedBatch unparsed;

    private boolean decompressed;
    /** Null unless Kafka reads an unparsed batch. */
    private ParsedRecords parsed;
    /** Of no meaning while an unparsed batch is read here. */
    private ConsumerRecord<byte[], byte[]> whole;
    /** Of the batch, behind this record. */
    private int left;

    /** Offset of the last record of the batch that was given; before the first, one less than was asked for. */
    private long given;

    /** Goes to before the first record of a poll. */
    public void open(PolledRecords poll) {
        close();
        records = poll.records();
    }

    /**
     * Goes on to the record of an offset: this one, or one that follows in the poll.
     *
     * @throws IllegalStateException if there is none
     */
    public void goTo(long wanted) {
        while (offset != wanted) {
            if (!next()) {
                throw new IllegalStateException("no record of offset " + wanted + " follows in this poll");
            }
        }
    }

    /** Forgets the poll. */
    public void close() {
        leave();
        endParsed();
        records = List.of();
        next = 0;
        polled = null;
        whole = null;
        bytes = null;
        offset = NONE;
    }

    /**
     * Goes to the next record; false: there is none.
     *
     * @throws KafkaException if there is one that Kafka cannot read either
     */
    public boolean next() {
        while (true) {
            if (unparsed != null && nextUnparsed() || parsed != null && nextParsed()) {
                return true;
            }
            if (next == records.size()) {
                return false;
            }
            polled = records.get(next++);
            UnparsedBatch batch = UnparsedBatch.of(polled.headers());
            if (batch == null) {
                take(polled);
                return true;
            }
            begin(batch);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        whole = record;
        offset = record.offset();
        timestampMs = record.timestamp();
        thread = ThreadKey.thread(record.key());
        bytes = record.value();
        start = 0;
        end = bytes == null ? 0 : bytes.length;
    }

    private void begin(UnparsedBatch batch) {
        unparsed = batch;
        given = batch.fromOffset() - 1;
        left = batch.records();
        try {
            batch.path().used();
            bytes = batch.bytes();
            recordEnd = batch.start();
            batchEnd = batch.end();
            if (bytes == null && left > 0) {
                decompress();
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            leaveToKafka(e);
        }
    }

    private void decompress() throws IOException {
        bytes = unparsed.kafkas().decompress();
        if (bytes == null) {
            leaveToKafka(null);
        } else {
            decompressed = true;
            recordEnd = 0;
            batchEnd = unparsed.kafkas().length();
        }
    }

    private boolean nextUnparsed() {
        try {
            while (left > 0 && recordEnd < batchEnd) {
                read(unparsed);
                left--;
                if (offset > given) {
                    given = offset;
                    return true;
                }
            }
            if (left != 0 || recordEnd != batchEnd) {
                throw new CorruptRecordException(
                        left + " records and " + (batchEnd - recordEnd) + " bytes are left of a batch");
            }
            leave();
        } catch (RuntimeException | LinkageError e) {
            leaveToKafka(e);
        }
        return false;
    }

    /** @param failure null: the batch is too large */
    private void leaveToKafka(Throwable failure) {
        parsed = new ParsedRecords(unparsed, polled, given, failure);
        leave();
    }

    private void leave() {
        if (decompressed) {
            unparsed.kafkas().leave();
            decompressed = false;
        }
        unparsed = null;
    }

    private boolean nextParsed() {
        ConsumerRecord<byte[], byte[]> record = parsed.next();
        if (record == null) {
            endParsed();
            return false;
        }
        take(record);
        return true;
    }

    private void endParsed() {
        if (parsed != null) {
            parsed.close();
            parsed = null;
        }
    }

    /** The record as Kafka's consumer gives it, for what is seldom asked. */
    public ConsumerRecord<byte[], byte[]> record() {
        if (unparsed == null) {
            return whole;
        }
        try {
            unparsed.path().used();
            // headers read themselves from these bytes when they are asked, and the batch's may be gone by then
            byte[] own = Arrays.copyOfRange(bytes, recordAt, recordEnd);
            return KafkaBatch.asPolled(
                    KafkaBatch.record(own, unparsed.baseOffset(), unparsed.baseTimestamp(), unparsed.appendedAtMs()),
                    polled);
        } catch (RuntimeException | LinkageError e) {
            return parsed(e);
        }
    }

    private ConsumerRecord<byte[], byte[]> parsed(Throwable failure) {
        try (ParsedRecords fromHere = new ParsedRecords(unparsed, polled, offset - 1, null)) {
            ConsumerRecord<byte[], byte[]> record = fromHere.next();
            unparsed.path().close(FastPath.Why.FAILED, failure);
            return record;
        }
    }
}
