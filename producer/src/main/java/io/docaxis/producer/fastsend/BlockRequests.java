package io.docaxis.producer.fastsend;

import io.docaxis.common.kafka.fastpath.ClientInternals;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.requests.ProduceRequest;

/**
 * Stands between a producer and its network client, and puts in place of each batch that holds a block ({@link RecordBlock}) the batch
 * which the block is, compressed if records are to be. All else goes by as it is, but for the sequences of its batches, where blocks
 * were sent before. Called by the producer's own thread alone.
 *
 * <p>An exception here must not reach Kafka's producer, which would wait for an answer until records expire, or whose thread would end
 * in silence: whatever is thrown is told to whom it concerns, and neither this request nor a later one is sent.
 */
final class BlockRequests {

    /** The timestamp of a record that is a block: the year 1970, in which nobody sends. */
    static final long BLOCK_TIMESTAMP = 0;

    /** Nobody wants to know. */
    static final IntConsumer NOBODY = number -> {};

    private final KafkaClient client;
    private final BatchCompression compression;
    private final FastPath path;
    private final Consumer<Throwable> onFailure;
    private final IntConsumer onLeaving;
    private final Map<TopicPartition, RecordSequences> sequences = new HashMap<>();
    /** Blocks of the request that is made ready. */
    private final List<Integer> leaving = new ArrayList<>();

    private volatile boolean inPlace;
    private boolean failed;

    private BlockRequests(
            KafkaClient client,
            BatchCompression compression,
            FastPath path,
            Consumer<Throwable> onFailure,
            IntConsumer onLeaving) {
        this.client = client;
        this.compression = compression;
        this.path = path;
        this.onFailure = onFailure;
        this.onLeaving = onLeaving;
    }

    /**
     * Puts one between a producer that has not sent anything yet and its network client. Kafka has no place for this, so the network
     * client is replaced where the producer keeps it.
     *
     * @param onFailure told once of what was thrown, by the producer's thread
     * @param onLeaving told the number of each block as its request leaves, each time; or {@link #NOBODY}
     * @throws ReflectiveOperationException if another version of Kafka does not allow it
     * @throws RuntimeException if another version of Kafka or Java does not
     */
    static BlockRequests of(
            KafkaProducer<?, ?> producer,
            BatchCompression compression,
            FastPath path,
            Consumer<Throwable> onFailure,
            IntConsumer onLeaving)
            throws ReflectiveOperationException {
        BlockRequests[] requests = new BlockRequests[1];
        ClientInternals.replaceNetworkClient(
                producer,
                client -> {
                    requests[0] = new BlockRequests(client, compression, path, onFailure, onLeaving);
                    return ClientInternals.overriding(KafkaClient.class, client, "send", requests[0]::send);
                },
                "sender",
                "client");
        return requests[0];
    }

    /** Whether a request of the producer has come by: before that, its thread may not know that its network client is another. */
    boolean inPlace() {
        return inPlace;
    }

    private Object send(Object[] arguments) {
        ClientRequest request = (ClientRequest) arguments[0];
        try {
            if (failed) {
                return null;
            }
            if (request.requestBuilder() instanceof ProduceRequest.Builder produce) {
                inPlace = true;
                path.used();
                ProduceRequestData data =
                        produce.build(produce.latestAllowedVersion()).data();
                leaving.clear();
                unpack(data);
                leaving.forEach(onLeaving::accept);
            }
        } catch (RuntimeException | LinkageError e) {
            failed = true;
            onFailure.accept(e);
            return null;
        }
        client.send(request, (long) arguments[1]);
        return null;
    }

    private void unpack(ProduceRequestData data) {
        for (ProduceRequestData.TopicProduceData topic : data.topicData()) {
            for (ProduceRequestData.PartitionProduceData partition : topic.partitionData()) {
                RecordSequences known = sequences.computeIfAbsent(
                        new TopicPartition(topic.name(), partition.index()), any -> new RecordSequences());
                MemoryRecords records = (MemoryRecords) partition.records();
                if (onLeaving != NOBODY) {
                    note(records);
                }
                partition.setRecords(compression.compressed(unpacked(records, known)));
            }
        }
    }

    /** A request is told of as it leaves, when all of it is compressed. */
    private void note(MemoryRecords records) {
        DefaultRecordBatch batch =
                (DefaultRecordBatch) records.batches().iterator().next();
        if (batch.baseTimestamp() == BLOCK_TIMESTAMP) {
            leaving.add(RecordBlock.number(batch.iterator().next().value()));
        }
    }

    /** What the broker is to be sent in place of a partition's records, which are one batch, as with every producer. */
    static MemoryRecords unpacked(MemoryRecords records, RecordSequences sequences) {
        DefaultRecordBatch batch =
                (DefaultRecordBatch) records.batches().iterator().next();
        if (batch.baseTimestamp() != BLOCK_TIMESTAMP) {
            int sequence = sequences.first(batch, batch.countOrNull());
            return sequence == batch.baseSequence() ? records : numbered(records, batch, sequence);
        }
        if (batch.countOrNull() != 1) {
            throw new IllegalStateException(
                    "a block has company in its batch: " + batch.countOrNull() + " records where 1 is wanted");
        }
        ByteBuffer block = batch.iterator().next().value();
        int sequence = sequences.first(batch, RecordBlock.records(block));
        return MemoryRecords.readableRecords(
                RecordBlock.batch(block, batch.producerId(), batch.producerEpoch(), sequence));
    }

    /** The same with another sequence, and apart: Kafka's producer may want to send its own once more. */
    private static MemoryRecords numbered(MemoryRecords records, DefaultRecordBatch batch, int sequence) {
        ByteBuffer copy = ByteBuffer.allocate(batch.sizeInBytes());
        batch.writeTo(copy);
        DefaultRecordBatch.writeHeader(
                copy.flip().duplicate(),
                batch.baseOffset(),
                (int) (batch.lastOffset() - batch.baseOffset()),
                batch.sizeInBytes(),
                batch.magic(),
                batch.compressionType(),
                batch.timestampType(),
                batch.baseTimestamp(),
                batch.maxTimestamp(),
                batch.producerId(),
                batch.producerEpoch(),
                sequence,
                batch.isTransactional(),
                batch.isControlBatch(),
                false,
                batch.partitionLeaderEpoch(),
                batch.countOrNull());
        return MemoryRecords.readableRecords(copy);
    }
}
