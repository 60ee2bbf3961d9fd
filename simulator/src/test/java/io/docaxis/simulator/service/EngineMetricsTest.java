package io.docaxis.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.micrometer.core.instrument.MockClock;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class EngineMetricsTest {

    private final Engine engine = new Engine();
    private final StreamCounters counters = new StreamCounters();
    private final MockClock clock = new MockClock();
    private final ClusterContact contact = new ClusterContact(clock);
    private final EngineMetrics metrics = new EngineMetrics(engine, counters, contact);

    @Test
    void followsTheEngine() throws IOException {
        counters.onBatchRestored(new TopicPartition("changelog", 0), "state", 10, 7);
        assertThat(series())
                .containsExactlyInAnyOrder(
                        "docaxis_ready 0.0",
                        "docaxis_engine_up 0.0",
                        "docaxis_records_read_total 0.0",
                        "docaxis_entries_restored_total 7.0");
        engine.onChange(State.RUNNING, State.CREATED);
        assertThat(series()).contains("docaxis_ready 1.0", "docaxis_engine_up 1.0");
        engine.handle(new IllegalStateException("made to fail"));
        assertThat(series()).contains("docaxis_ready 0.0", "docaxis_engine_up 1.0");
    }

    @Test
    void isNotReadyWithoutTheCluster() throws IOException {
        engine.onChange(State.RUNNING, State.CREATED);
        clock.add(ClusterContact.PATIENCE);
        assertThat(series()).contains("docaxis_ready 0.0", "docaxis_engine_up 1.0");
        contact.answered();
        assertThat(series()).contains("docaxis_ready 1.0");
    }

    @Test
    void isNotReadyWithoutTheTopic() throws IOException {
        engine.onChange(State.RUNNING, State.CREATED);
        contact.refused(new TopicGoneException("topic 't.events' is not there", null));
        assertThat(series()).contains("docaxis_ready 0.0");
    }

    private String[] series() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, metrics.collect());
        return text.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("docaxis_"))
                .toArray(String[]::new);
    }
}
