package io.docaxis.producer.fastsend;

import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The settings of Kafka's producer: whether blocks can be sent with them, and how. */
final class BlockSettings {

    /** Bytes; smaller ones are not worth it. */
    private static final int LEAST_BATCH = 4_200;

    private static final String NO_COMPRESSION = "none";

    private final Map<String, Object> own;
    private final AbstractConfig parsed;

    /** @throws org.apache.kafka.common.KafkaException if Kafka's producer does not accept the settings */
    BlockSettings(Map<String, Object> settings) {
        own = withSerializers(settings);
        parsed = new AbstractConfig(ProducerConfig.configDef(), own, false);
    }

    static Map<String, Object> withSerializers(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return all;
    }

    /** For a producer that sends blocks. */
    Map<String, Object> forBlocks() {
        Map<String, Object> settings = new HashMap<>(own);
        // a block is a full batch: there is nothing to wait for
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // batches are compressed when they are what they will be
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, NO_COMPRESSION);
        return settings;
    }

    long lingerMs() {
        return parsed.getLong(ProducerConfig.LINGER_MS_CONFIG);
    }

    /** Batches of a partition that Kafka's producer sends before the first is acknowledged. */
    int mostOnTheirWay() {
        return parsed.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION);
    }

    int blockSize() {
        return RecordBlock.size(parsed.getInt(ProducerConfig.BATCH_SIZE_CONFIG));
    }

    BatchCompression compression() {
        return BatchCompression.of(parsed);
    }

    /**
     * Why blocks cannot be, if so. Where a record is sent at once, a batch has no second one; an interceptor is there to see
     * records; transactions are Kafka's.
     */
    Optional<FastPath.Off> refusal() {
        int batchSize = parsed.getInt(ProducerConfig.BATCH_SIZE_CONFIG);
        int requestSize = parsed.getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
        if (lingerMs() == 0) {
            return off(FastPath.Why.SETTINGS, "linger.ms is 0");
        }
        if (!parsed.getList(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG).isEmpty()) {
            return off(FastPath.Why.INTERCEPTED, "");
        }
        if (parsed.getString(ProducerConfig.TRANSACTIONAL_ID_CONFIG) != null) {
            return off(FastPath.Why.SETTINGS, "transactional.id is set");
        }
        if (batchSize < LEAST_BATCH) {
            return off(FastPath.Why.SETTINGS, "batch.size is " + batchSize);
        }
        if (batchSize > requestSize) {
            return off(FastPath.Why.SETTINGS, "batch.size is " + batchSize + ", max.request.size " + requestSize);
        }
        return Optional.empty();
    }

    private static Optional<FastPath.Off> off(FastPath.Why why, String detail) {
        return Optional.of(new FastPath.Off(why, detail));
    }
}
