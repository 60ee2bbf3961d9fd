package io.docaxis.consumer.batch;

import io.docaxis.common.kafka.FastPath;
import io.docaxis.common.kafka.Insides;
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
import org.apache.kafka.common.utils.internals.CloseableIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a consumer and its network client, and gives it the batches of an answer as one record each ({@link UnparsedBatch}).
 * Kafka's consumer makes some 530 bytes of objects of every record, four fifths of all that this program allocates, to find the bytes
 * of a few dozen. All that it does besides it goes on doing: positions, checksums, aborted transactions, retries, rebalances. A batch
 * that is not as producers make them by default (compressed, control records, another timestamp) it parses as ever.
 *
 * <p>Called under the lock of the consumer's network client. {@code docs/decisions/0009-unparsed-batches.md} has the figures.
 */
final class UnparsedFetches {

    private static final Logger LOG = LoggerFactory.getLogger(UnparsedFetches.class);

    private record Place(Uuid topicId, int partition) {}

    private final KafkaClient client;
    /**
     * Where the fetch of a partition begins: a request names only those for which it has changed. Where topics have no ids
     * (brokers before 3.1) nothing is known, and their fetches are left as they are.
     */
    private final Map<Place, Long> fetchedFrom = new HashMap<>();

    private final FastPath path;

    private UnparsedFetches(KafkaClient client, FastPath path) {
        this.client = client;
        this.path = path;
    }

    /**
     * Makes a consumer give batches instead of records from now on.
     *
     * @return whether it does: Kafka has no place for this, so its network client is replaced where it keeps it, which another
     *     version of Kafka or Java may not allow. Then records come one by one, which is slower and no more
     */
    static boolean leaveTo(KafkaConsumer<?, ?> consumer, FastPath path) {
        try {
            Insides.replaceNetworkClient(
                    consumer,
                    client -> Insides.overriding(
                            KafkaClient.class, client, "send", new UnparsedFetches(client, path)::send),
                    "delegate",
                    "client",
                    "client");
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            path.close(FastPath.Why.UNFAMILIAR, e);
            return false;
        }
    }

    private Object send(Object[] arguments) {
        ClientRequest request = (ClientRequest) arguments[0];
        client.send(
                request.requestBuilder() instanceof FetchRequest.Builder fetch ? watched(request, fetch) : request,
                (long) arguments[1]);
        return null;
    }

    private ClientRequest watched(ClientRequest request, FetchRequest.Builder fetch) {
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
                    leaveUnparsed(response);
                    request.callback().onComplete(response);
                });
    }

    private void leaveUnparsed(ClientResponse response) {
        if (!(response.responseBody() instanceof FetchResponse fetched)) {
            // disconnected, or timed out
            return;
        }
        for (FetchResponseData.FetchableTopicResponse topic : fetched.data().responses()) {
            for (FetchResponseData.PartitionData partition : topic.partitions()) {
                Long from = fetchedFrom.get(new Place(topic.topicId(), partition.partitionIndex()));
                if (from != null
                        && partition.records() instanceof MemoryRecords records
                        && records.buffer().hasArray()) {
                    leaveUnparsed(partition, records, from);
                }
            }
        }
    }

    static void leaveUnparsed(FetchResponseData.PartitionData partition, MemoryRecords records, long from) {
        try {
            partition.setRecords(unparsed(records, from));
        } catch (KafkaException e) {
            // Kafka's consumer finds the same, and says so to whoever polls; the network client would only log it
            LOG.debug("batches of partition {} cannot be told apart", partition.partitionIndex(), e);
        }
    }

    /** The same batches, of which those that are plain have one record each. */
    static Records unparsed(MemoryRecords records, long from) {
        ByteBuffer buffer = records.buffer();
        List<RecordBatch> batches = new ArrayList<>();
        int at = buffer.arrayOffset() + buffer.position();
        for (RecordBatch batch : records.batches()) {
            batches.add(isPlain(batch) ? unparsed((DefaultRecordBatch) batch, buffer.array(), at, from) : batch);
            at += batch.sizeInBytes();
        }
        return Insides.overriding(Records.class, records, "batches", nothing -> batches);
    }

    private static boolean isPlain(RecordBatch batch) {
        return batch instanceof DefaultRecordBatch
                && !batch.isControlBatch()
                && !batch.isCompressed()
                && batch.timestampType() == TimestampType.CREATE_TIME
                && batch.deleteHorizonMs().isEmpty();
    }

    private static RecordBatch unparsed(DefaultRecordBatch batch, byte[] bytes, int at, long from) {
        return Insides.overriding(
                RecordBatch.class,
                batch,
                "streamingIterator",
                nothing -> CloseableIterator.wrap(List.<Record>of(UnparsedBatch.of(batch, bytes, at, from))
                        .iterator()));
    }
}
