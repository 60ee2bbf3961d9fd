package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.ExchangeTopology;
import io.docaxis.consumer.stream.StreamClients;
import io.docaxis.consumer.stream.StreamProperties;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.consumer.stream.Work;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that are aborted without the process dying: everything is concluded once, nothing is said twice. */
class AbortedTaskIT {

    private static final int PARTITIONS = 3;
    private static final StreamSettings OFTEN = StreamSettings.UNBOUNDED.withCommitEvery(Duration.ofMillis(100));
    private static final StreamSettings PACED = StreamSettings.PACED.withCommitEvery(Duration.ofMillis(100));

    private final Interchange interchange = new Interchange();
    private final Traffic traffic = new Traffic(20_000, PARTITIONS);
    private final Engine engine = new Engine();

    @AfterEach
    void stopBroker() {
        interchange.close();
    }

    @Test
    void concludesTheSameWhereCommitsTimeOut() {
        concludesTheSameWhereCommitsTimeOut(OFTEN, 5);
    }

    @Test
    void concludesTheSameWhereCommitsTimeOutWhilePaced() {
        concludesTheSameWhereCommitsTimeOut(PACED, 2);
    }

    private void concludesTheSameWhereCommitsTimeOut(StreamSettings settings, int most) {
        interchange.create(PARTITIONS);
        FailingCommits clients = new FailingCommits(most);
        try (KafkaStreams streams = new KafkaStreams(topology(settings), properties(settings), clients.supplier())) {
            start(streams);
            sendInParts(clients::awaitCommit);
            interchange.assertConcludes(traffic.expected(), PARTITIONS);
            assertThat(clients.failed()).isPositive();
            assertDeadLettersOnce();
        }
        System.out.println(clients.failed() + " transactions were aborted");
    }

    @Test
    void concludesTheSameWhereItsProducerIsFenced() {
        interchange.create(PARTITIONS);
        try (KafkaStreams streams = new KafkaStreams(topology(OFTEN), properties(OFTEN), new StreamClients());
                Admin admin = Admin.create(interchange.cluster().clientProperties())) {
            start(streams);
            sendInParts(() -> fence(admin));
            interchange.assertConcludes(traffic.expected(), PARTITIONS);
            assertDeadLettersOnce();
        }
    }

    private void start(KafkaStreams streams) {
        streams.setUncaughtExceptionHandler(engine);
        streams.start();
    }

    /** In ten parts, so that commits lie between them. */
    private void sendInParts(Runnable between) {
        List<Traffic.Entry> entries = traffic.entries();
        int part = entries.size() / 10 + 1;
        for (int from = 0; from < entries.size(); from += part) {
            interchange.send(entries.subList(from, Math.min(entries.size(), from + part)));
            between.run();
        }
    }

    private static void fence(Admin admin) {
        try {
            List<String> producers = admin.listTransactions().all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
            if (!producers.isEmpty()) {
                admin.fenceProducers(producers).all().get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertDeadLettersOnce() {
        assertThat(interchange.committed(interchange.topics().deadLetters(), 1)).isEqualTo(traffic.garbage());
        assertThat(engine.failure()).isEmpty();
    }

    private Topology topology(StreamSettings settings) {
        Topology topology = new Topology();
        ExchangeTopology.addTo(topology, interchange.topics(), PARTITIONS, settings, new Work());
        return topology;
    }

    private Properties properties(StreamSettings settings) {
        Properties properties = new Properties();
        properties.putAll(StreamProperties.of(interchange.cluster(), interchange.topics(), settings));
        return properties;
    }
}
