package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.ExchangeTopology;
import io.docaxis.consumer.stream.LogReadings;
import io.docaxis.consumer.stream.StreamClients;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.consumer.stream.StreamProperties;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.simulator.FailingPath;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole engine where its consumer's fast path fails in mid-run, or is not wanted. */
class OtherPathsIT {

    private static final int PARTITIONS = 3;

    private final Interchange interchange = new Interchange();
    private final Traffic traffic = new Traffic(20_000, PARTITIONS);
    private final Engine engine = new Engine();

    @AfterEach
    void stopBroker() {
        interchange.close();
    }

    @ParameterizedTest
    @CsvSource({"5, false", "6, true", "7, false", "8, true", "60, false", "61, true", "62, false", "63, true"})
    void concludesTheSameWhereTheFastPathFails(int step, boolean isLinkage) {
        FastPath path = new FailingPath(
                FastPath.Side.CONSUMER,
                step,
                () -> isLinkage ? new NoSuchFieldError("planted") : new IllegalStateException("planted"));
        try (Warnings warnings = new Warnings(FastPath.class)) {
            concludesTheSame(StreamSettings.UNBOUNDED, path);
            assertThat(path.off()).hasToString("Optional[it failed: planted]");
            assertThat(warnings.all()).containsExactly("the consumer's fast path is closed: it failed: planted");
        }
    }

    @ParameterizedTest
    @EnumSource(FastClients.class)
    void concludesTheSameWhateverIsChosen(FastClients chosen) {
        FastPath path = new FastPath(FastPath.Side.CONSUMER, chosen);
        concludesTheSame(StreamSettings.UNBOUNDED.withFastClients(chosen), path);
        assertThat(path.isKnownToBeUsed()).contains(chosen == FastClients.AUTO);
    }

    private void concludesTheSame(StreamSettings settings, FastPath path) {
        LogReadings readings = new LogReadings(interchange.cluster());
        StreamSettings often = settings.withCommitEvery(Duration.ofMillis(100));
        interchange.create(PARTITIONS);
        Topology topology = new Topology();
        ExchangeTopology.addTo(topology, interchange.topics(), PARTITIONS, often, new StreamCounters(), readings);
        Properties properties = new Properties();
        properties.putAll(StreamProperties.of(interchange.cluster(), interchange.topics(), often));
        try (KafkaStreams streams = new KafkaStreams(topology, properties, new StreamClients(path, readings))) {
            streams.setUncaughtExceptionHandler(engine);
            streams.start();
            interchange.send(traffic.entries());
            interchange.assertConcludes(traffic.expected(), PARTITIONS);
        }
        assertThat(interchange.committed(interchange.topics().deadLetters(), 1)).isEqualTo(traffic.garbage());
        assertThat(engine.failure()).isEmpty();
    }
}
