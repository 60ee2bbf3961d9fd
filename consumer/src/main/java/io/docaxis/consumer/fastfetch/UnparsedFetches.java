package io.docaxis.consumer.fastfetch;

import io.docaxis.common.kafka.fastpath.ClientInternals;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.Records;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.apache.kafka.common.utils.internals.CloseableIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a consumer and its network client, and gives it the batches of an answer as one record each ({@link UnparsedRecord}).
 * Kafka's consumer makes some 530 bytes of objects of every record, four fifths of all that this program allocates, to find the bytes
 * of a few dozen. All that it does besides it goes on doing: positions, checksums, aborted transactions, retries, rebalances. Control
 * records, and batches that a log cleaner has marked, it parses as ever.
 *
 * <p>An exception here must not reach Kafka's consumer, which would wait for its answer for ever: whatever is thrown closes the
 * {@link FastPath}, and this answer and all later ones are parsed as ever.
 *
 * <p>Called under the lock of the consumer's network client. {@code docs/decisions/0009-unparsed-batches.md} has the figures.
 */
final class UnparsedFetches {

    private static final Logger LOG = LoggerFactory.getLogger(UnparsedFetches.class);

    private record Place(Uuid topicId, int partition) {}

    private final KafkaClient client;
    private final FastPath path;
    /**
     * Where the fetch of a partition begins: a request names only those for which it has changed. Where topics have no ids
     * (brokers before 3.1) nothing is known, and their fetches are left as they are.
     */
    private final Map<Place, Long> fetchedFrom = new HashMap<>();

    private UnparsedFetches(KafkaClient client, FastPath path) {
        this.client = client;
        this.path = path;
    }

    /**
     * Makes a consumer give batches instead of records from now on, unless that is not possible: Kafka has no place for this, so its
     * network client is replaced where it keeps it, which another version of Kafka or Java may not allow. Then the path is closed, and
     * records come one by one, which is slower and no more.
     */
    static void leaveTo(KafkaConsumer<?, ?> consumer, FastPath path) {
        try {
            ClientInternals.replaceNetworkClient(
                    consumer,
                    client -> ClientInternals.overriding(
                            KafkaClient.class, client, "send", new UnparsedFetches(client, path)::send),
                    "delegate",
                    "client",
                    "client");
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            path.close(FastPath.Why.UNFAMILIAR, e);
        }
    }

    private Object send(Object[] arguments) {
        ClientRequest request = (ClientRequest) arguments[0];
        client.send(path.isOpen() ? watched(request) : request, (long) arguments[1]);
        return null;
    }

    private ClientRequest watched(ClientRequest request) {
        try {
            return request.requestBuilder() instanceof FetchRequest.Builder fetch ? watched(request, fetch) : request;
        } catch (RuntimeException | LinkageError e) {
            path.close(FastPath.Why.FAILED, e);
            return request;
        }
    }

    private ClientRequest watched(ClientRequest request, FetchRequest.Builder fetch) {
        path.used();
        fetch.fetchData().forEach((partition, asked) -> {
            if (!asked.topicId.equals(Uuid.ZERO_UUID)) {
                fetchedFrom.put(new Place(asked.topicId, partition.partition()), asked.fetchOffset);
            }
        });
        return client.newClientRequest(
                request.destination(),
                fetch,
                request.createdTimeMs(),
                request.expectResponse(),
                request.requestTimeoutMs(),
                response -> {
                    if (path.isOpen()) {
                        leaveUnparsed(response);
                    }
                    request.callback().onComplete(response);
                });
    }

    private void leaveUnparsed(ClientResponse response) {
        try {
            // otherwise disconnected, or timed out
            if (response.responseBody() instanceof FetchResponse fetched) {
                path.used();
                leaveUnparsed(fetched);
            }
        } catch (RuntimeException | LinkageError e) {
            path.close(FastPath.Why.FAILED, e);
        }
    }

    private void leaveUnparsed(FetchResponse fetched) {
        for (FetchResponseData.FetchableTopicResponse topic : fetched.data().responses()) {
            for (FetchResponseData.PartitionData partition : topic.partitions()) {
                Long from = fetchedFrom.get(new Place(topic.topicId(), partition.partitionIndex()));
                if (from != null
                        && partition.records() instanceof MemoryRecords records
                        && records.buffer().hasArray()) {
                    leaveUnparsed(partition, records, from, path);
                }
            }
        }
    }

    static void leaveUnparsed(
            FetchResponseData.PartitionData partition, MemoryRecords records, long from, FastPath path) {
        try {
            partition.setRecords(unparsed(records, from, path));
        } catch (KafkaException e) {
            // Kafka's consumer finds the same, and says so to whoever polls; the network client would only log it
            LOG.debug("batches of partition {} cannot be told apart", partition.partitionIndex(), e);
        }
    }

    /** The same batches, of which those that are plain have one record each. */
    static Records unparsed(MemoryRecords records, long from, FastPath path) {
        ByteBuffer buffer = records.buffer();
        List<RecordBatch> batches = new ArrayList<>();
        int at = buffer.arrayOffset() + buffer.position();
        for (RecordBatch each : records.batches()) {
            if (each instanceof DefaultRecordBatch batch) {
                int start = at;
                batches.add(ClientInternals.overriding(
                        RecordBatch.class,
                        batch,
                        "streamingIterator",
                        arguments -> records(batch, buffer.array(), start, from, path, (BufferSupplier) arguments[0])));
            } else {
                batches.add(each);
            }
            at += each.sizeInBytes();
        }
        return ClientInternals.overriding(Records.class, records, "batches", nothing -> batches);
    }

    /** What Kafka's consumer takes for the batch's records: called when it comes to it, the batch's checksum being right. */
    private static CloseableIterator<Record> records(
            DefaultRecordBatch batch, byte[] bytes, int at, long from, FastPath path, BufferSupplier buffers) {
        Throwable failure = null;
        if (path.isOpen()) {
            try {
                path.used();
                if (isPlain(batch)) {
                    return CloseableIterator.wrap(List.<Record>of(unparsed(batch, bytes, at, from, path))
                            .iterator());
                }
            } catch (RuntimeException | LinkageError e) {
                failure = e;
            }
        }
        CloseableIterator<Record> parsed = batch.streamingIterator(buffers);
        if (failure != null) {
            // Kafka's reading begins well: the fault was not in the batch
            path.close(FastPath.Why.FAILED, failure);
        }
        return parsed;
    }

    private static boolean isPlain(DefaultRecordBatch batch) {
        return !batch.isControlBatch() && batch.deleteHorizonMs().isEmpty();
    }

    private static UnparsedRecord unparsed(DefaultRecordBatch batch, byte[] bytes, int at, long from, FastPath path) {
        boolean isAppendTime = batch.timestampType() == TimestampType.LOG_APPEND_TIME;
        UnparsedBatch unparsed = new UnparsedBatch(
                batch.isCompressed() ? null : bytes,
                at + DefaultRecordBatch.RECORD_BATCH_OVERHEAD,
                at + batch.sizeInBytes(),
                batch.countOrNull(),
                Math.max(from, batch.baseOffset()),
                batch.baseOffset(),
                batch.baseTimestamp(),
                isAppendTime ? batch.maxTimestamp() : -1,
                new KafkaBatch(batch),
                path);
        return new UnparsedRecord(
                unparsed, batch.lastOffset(), batch.maxTimestamp(), batch.timestampType(), batch.sizeInBytes());
    }
}
