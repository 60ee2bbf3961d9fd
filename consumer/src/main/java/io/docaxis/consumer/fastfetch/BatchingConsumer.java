package io.docaxis.consumer.fastfetch;

import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A consumer for Streams that gives all that a poll brought of a partition as one record. Streams spends about as much on a record
 * (queue, context, sensors, offsets) as the exchange does; so it does for some thousand at once. Its guarantees are untouched: it
 * commits the offset of the first batch that is not processed, or where the next poll begins. {@code docs/decisions/0007-batches.md}
 * has the figures. Nor does Kafka's consumer parse the records ({@link UnparsedFetches}), unless somebody wants to see them: an
 * interceptor.
 */
public final class BatchingConsumer extends PositionedConsumer {

    /**
     * @param path that is closed where Kafka's consumer parses the records
     * @param positions where it is noted how far it has polled
     */
    public BatchingConsumer(Map<String, Object> config, FastPath path, PolledPositions positions) {
        super(config, positions);
        if (isIntercepted(config)) {
            path.close(FastPath.Why.INTERCEPTED, "");
        } else if (path.isOpen()) {
            UnparsedFetches.leaveTo(this, path);
        }
    }

    private static boolean isIntercepted(Map<String, Object> config) {
        Object interceptors = config.getOrDefault(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, "");
        return !interceptors.equals("") && !interceptors.equals(List.of());
    }

    @Override
    protected List<ConsumerRecord<byte[], byte[]>> given(List<ConsumerRecord<byte[], byte[]>> polled) {
        return List.of(new PolledRecords(polled).asRecord());
    }
}
