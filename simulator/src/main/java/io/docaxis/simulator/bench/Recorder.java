package io.docaxis.simulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes down every event that a source gives to Kafka's producer, in that order, and the settings of that producer. So the raw
 * lap sends what the pipeline sends, the way the pipeline does, without a copy of either in the code.
 *
 * <p>Kafka makes it from its class name. The properties that name it go to consumers too; there it does nothing.
 */
public final class Recorder implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {

    static final String FILE = "docaxis.bench.records";
    static final String SETTINGS = "docaxis.bench.settings";
    static final String TOPIC = "docaxis.bench.topic";

    /** What each client is told anew. */
    private static final Set<String> NOT_KEPT = Set.of(
            FILE,
            SETTINGS,
            TOPIC,
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
            ProducerConfig.CLIENT_ID_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);

    private RecordWriter writer;
    private String topic;

    @Override
    public void configure(Map<String, ?> settings) {
        if (!settings.containsKey(ProducerConfig.ACKS_CONFIG)) {
            return;
        }
        topic = settings.get(TOPIC).toString();
        Properties kept = new Properties();
        settings.forEach((name, value) -> {
            if (!NOT_KEPT.contains(name)) {
                kept.put(name, value.toString());
            }
        });
        try {
            writer = new RecordWriter(Path.of(settings.get(FILE).toString()));
            ClientSettings.write(kept, Path.of(settings.get(SETTINGS).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> sent) {
        if (sent.topic().equals(topic)) {
            writer.write(sent);
        }
        return sent;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
        // who sent it looks at that
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> read) {
        return read;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // nothing to note
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
