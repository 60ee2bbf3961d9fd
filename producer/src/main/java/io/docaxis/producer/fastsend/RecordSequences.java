package io.docaxis.producer.fastsend;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.RecordBatch;

/**
 * The sequence numbers of one partition's batches, by which its broker knows what came twice or is missing. Kafka's producer counts a
 * block as one record, the broker the records in it: of each batch it is remembered where it begins for the one, and where for the
 * other. Whatever is sent again is sent in order, too, so that each batch says anew where the next begins. Not thread-safe.
 */
final class RecordSequences {

    /** Batches of a partition; Kafka's producer has up to five on their way. */
    private static final int REMEMBERED = 64;

    /** A number that no broker waits for: each epoch begins at 0. */
    static final int REFUSED = Integer.MAX_VALUE;

    private long producerId = RecordBatch.NO_PRODUCER_ID;
    private short producerEpoch = RecordBatch.NO_PRODUCER_EPOCH;
    /** Where batches begin: for Kafka's producer, and for the broker. */
    private final Map<Integer, Integer> starts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * The sequence of the first record that a batch stands for. After a change of its epoch, Kafka's producer may send a batch
     * before those that it numbered anew and sends again, by which its number is known: the broker has to refuse it, as it would
     * without blocks, and it comes again after them.
     *
     * @param sent the batch as Kafka's producer made it
     * @param records that it stands for
     */
    int first(RecordBatch sent, int records) {
        if (!sent.hasProducerId()) {
            return RecordBatch.NO_SEQUENCE;
        }
        if (sent.producerId() != producerId || sent.producerEpoch() != producerEpoch) {
            producerId = sent.producerId();
            producerEpoch = sent.producerEpoch();
            starts.clear();
            starts.put(0, 0);
        }
        Integer first = starts.get(sent.baseSequence());
        if (first == null) {
            return REFUSED;
        }
        starts.put(
                DefaultRecordBatch.incrementSequence(sent.lastSequence(), 1),
                DefaultRecordBatch.incrementSequence(first, records));
        return first;
    }
}
