package io.docaxis.producer.fastsend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Paced sends through Kafka's stand-in for its producer, which fails, throws, and takes its time; and that go on. */
class ContinuingProducerTest {

    private static final long MS = 1_000_000;

    /** What happens to the next record. */
    private Runnable onSend = () -> {};

    private RuntimeException error;
    private RuntimeException thrown;
    private long nowNs = 1_700_000_000_000L * MS;
    private double waitedNs;
    private final List<String> heard = new ArrayList<>();
    private final List<Long> slips = new ArrayList<>();

    private final MockProducer<byte[], byte[]> kafkas =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(
                        ProducerRecord<byte[], byte[]> record, Callback callback) {
                    onSend.run();
                    if (thrown != null) {
                        throw thrown;
                    }
                    Future<RecordMetadata> answer = super.send(record, callback);
                    if (error == null) {
                        completeNext();
                    } else {
                        errorNext(error);
                    }
                    return answer;
                }
            };
    private final BatchingProducer producer = producer();

    @Test
    void hearsOfEachRecordWhatBecameOfIt() {
        send();
        error = new TimeoutException("expired");
        send();
        error = null;
        thrown = new KafkaException("in an error state");
        send();
        thrown = new IllegalStateException("closed");
        send();
        thrown = null;
        error = new RecordTooLargeException("too large");
        send();
        error = null;
        send();

        // the stand-in counts offsets of what it took, failed or not
        assertThat(heard).containsExactly("0", "expired", "in an error state", "closed", "too large", "3");
    }

    @Test
    void whatTheClientMadeItWaitIsNoSlipByTheClientsOwnMetrics() {
        send();
        onSend = () -> {
            nowNs += 5_000 * MS;
            waitedNs += 4_990 * MS;
        };
        send();
        onSend = () -> {};
        sendWantedAt(nowNs - 4_999 * MS);

        assertThat(slips).containsExactly(0L, 0L, 9 * MS);
    }

    /** Kafka's producer counts no wait for metadata that never came. */
    @Test
    void whatItWaitedForInVainIsNoSlip() {
        send();
        onSend = () -> nowNs += 60_000 * MS;
        thrown = new TimeoutException("no metadata");
        send();
        onSend = () -> {};
        thrown = null;
        sendWantedAt(nowNs - 59_999 * MS);

        assertThat(slips).containsExactly(0L, 0L);
        assertThat(heard).containsExactly("0", "no metadata", "1");
    }

    @Test
    void slowWorkBetweenSendsIsSlip() {
        send();
        nowNs += 7 * MS;
        sendWantedAt(nowNs - 3 * MS);

        assertThat(slips).containsExactly(0L, 3 * MS);
    }

    /** Wanted now. */
    private void send() {
        sendWantedAt(nowNs);
    }

    private void sendWantedAt(long intendedAtNs) {
        producer.send(0, intendedAtNs, nowNs, new byte[8], new byte[20], 20);
    }

    private BatchingProducer producer() {
        for (String name :
                List.of("bufferpool-wait-time-ns-total", "metadata-wait-time-ns-total", "record-send-total")) {
            MetricName metric = new MetricName(name, "producer-metrics", "", Map.of());
            kafkas.setMockMetrics(metric, new Metric() {
                @Override
                public MetricName metricName() {
                    return metric;
                }

                @Override
                public Object metricValue() {
                    return name.startsWith("bufferpool") ? waitedNs : 0.0;
                }
            });
        }
        return new BatchingProducer(
                kafkas,
                "topic",
                new FastPath(FastPath.Side.PRODUCER, FastClients.OFF),
                new Pacing(() -> nowNs, true),
                (records, events, exception) -> {
                    assertThat(events.count()).isEqualTo(records).isEqualTo(1);
                    assertThat(events.firstOffset() == SentEvents.UNKNOWN).isEqualTo(exception != null);
                    heard.add(exception == null ? "" + events.firstOffset() : exception.getMessage());
                    if (exception == null) {
                        slips.add(events.slipNs(0));
                    }
                });
    }
}
