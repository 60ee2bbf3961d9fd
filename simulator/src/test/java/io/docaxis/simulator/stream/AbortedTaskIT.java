package io.docaxis.simulator.stream;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
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
import io.docaxis.simulator.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tasks that are aborted without the process dying: everything is concluded once, nothing is said twice. {@code .ci/older-clients} runs
 * it with Kafka's clients of another line, as they are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbortedTaskIT {

    private static final int PARTITIONS = 3;
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final FastClients CLIENTS =
            FastClients.valueOf(System.getProperty("docaxis.clients", FastClients.AUTO.name()));
    private static final StreamSettings UNBOUNDED =
            StreamSettings.UNBOUNDED.withCommitEvery(OFTEN).withFastClients(CLIENTS);
    private static final StreamSettings PACED =
            StreamSettings.PACED.withCommitEvery(OFTEN).withFastClients(CLIENTS);

    private final Interchange interchange = new Interchange();
    private final LogReadings readings = new LogReadings(interchange.cluster());
    private final List<KafkaStreams> started = new ArrayList<>();
    private Engine engine;
    private int tests;

    @BeforeEach
    void makeTopics() {
        engine = new Engine();
        interchange.create("abort-" + ++tests, PARTITIONS);
    }

    @AfterEach
    void stopStreams() {
        started.forEach(KafkaStreams::close);
        started.clear();
    }

    @AfterAll
    void stopBroker() {
        interchange.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("at full speed", UNBOUNDED, FailingCommits.every(3, 5)),
                Arguments.of("paced", PACED, FailingCommits.every(3, 2)),
                Arguments.of(
                        "twice in a row",
                        UNBOUNDED,
                        new FailingCommits(6, commit -> commit % 5 == 3 || commit % 5 == 4)),
                Arguments.of("on two stream threads", UNBOUNDED.withThreads(2), FailingCommits.every(3, 5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void concludesTheSameWhereCommitsTimeOut(String where, StreamSettings settings, FailingCommits failing) {
        Traffic traffic = new Traffic(20_000, PARTITIONS);
        start(settings, failing.supplier(path(), readings));

        sendInParts(traffic, failing::awaitCommit);

        assertExact(traffic, failing);
    }

    /** All at once: batches are many and full, and commits lie anywhere between them. */
    @Test
    void concludesTheSameWhereCommitsTimeOutInABacklog() {
        Traffic traffic = new Traffic(100_000, PARTITIONS);
        interchange.send(traffic.entries());
        FailingCommits failing = FailingCommits.every(2, 5);

        start(UNBOUNDED, failing.supplier(path(), readings));

        assertExact(traffic, failing);
    }

    /** A guest comes and goes, and the next commits fail, of those that give work up to it or take it back. */
    @Test
    void concludesTheSameWhereCommitsTimeOutInARebalance() {
        Traffic traffic = new Traffic(20_000, PARTITIONS);
        AtomicBoolean changing = new AtomicBoolean();
        FailingCommits failing = new FailingCommits(5, commit -> changing.get());
        KafkaStreams host = start(UNBOUNDED, failing.supplier(path(), readings));
        Waiting.until("the host to get work", () -> hasWork(host));
        Deque<KafkaStreams> guests = new ArrayDeque<>();

        sendInParts(traffic, () -> {
            int before = failing.failed();
            changing.set(true);
            if (guests.isEmpty()) {
                guests.add(start(UNBOUNDED, new StreamClients(path(), readings)));
            } else {
                guests.remove().close(CloseOptions.groupMembershipOperation(LEAVE_GROUP));
            }
            Waiting.until("a commit to fail", () -> failing.failed() > before || failing.isSpent());
            changing.set(false);
            Waiting.until(
                    "the work to be shared",
                    () -> hasWork(host) && guests.stream().allMatch(AbortedTaskIT::hasWork));
        });

        assertExact(traffic, failing);
    }

    /** Each of two has commits that fail, so that work goes to and fro between them. */
    @Test
    void concludesTheSameWhereCommitsTimeOutInTwoInstances() {
        Traffic traffic = new Traffic(20_000, PARTITIONS);
        FailingCommits failing = FailingCommits.every(4, 6);
        start(UNBOUNDED, failing.supplier(path(), readings));
        start(UNBOUNDED, failing.supplier(path(), readings));

        sendInParts(traffic, failing::awaitCommit);

        assertExact(traffic, failing);
    }

    /** No commit fails: the tasks that sent these records are aborted before the next. */
    @Test
    void concludesTheSameWhereWhatItSendsIsNotAcknowledged() {
        Traffic traffic = new Traffic(20_000, PARTITIONS);
        FailingSends failing = new FailingSends(5);
        start(UNBOUNDED, failing.supplier(path(), readings));

        interchange.send(traffic.entries());

        assertExact(traffic);
        assertThat(failing.failed()).isPositive();
    }

    @Test
    void concludesTheSameWhereItsProducerIsFenced() {
        Traffic traffic = new Traffic(20_000, PARTITIONS);
        start(UNBOUNDED.withThreads(2), new StreamClients(path(), readings));
        try (Admin admin = Admin.create(interchange.cluster().client(Map.of()))) {
            sendInParts(traffic, () -> fence(admin));
        }

        assertExact(traffic);
    }

    private KafkaStreams start(StreamSettings settings, KafkaClientSupplier clients) {
        Topology topology = new Topology();
        ExchangeTopology.addTo(topology, interchange.topics(), PARTITIONS, settings, new StreamCounters(), readings);
        Properties properties = new Properties();
        properties.putAll(StreamProperties.of(interchange.cluster(), interchange.topics(), settings));
        KafkaStreams streams = new KafkaStreams(topology, properties, clients);
        started.add(streams);
        streams.setUncaughtExceptionHandler(engine);
        streams.start();
        return streams;
    }

    private static FastPath path() {
        return new FastPath(FastPath.Side.CONSUMER, CLIENTS);
    }

    private static boolean hasWork(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    /** In ten parts, so that commits lie between them. */
    private void sendInParts(Traffic traffic, Runnable between) {
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
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertExact(Traffic traffic, FailingCommits failing) {
        assertExact(traffic);
        assertThat(failing.failed()).isPositive();
        System.out.println(failing.failed() + " transactions were aborted");
    }

    private void assertExact(Traffic traffic) {
        interchange.assertConcludes(traffic.expected(), PARTITIONS);
        assertThat(interchange.committed(interchange.topics().deadLetters(), 1)).isEqualTo(traffic.garbage());
        assertThat(engine.failure()).isEmpty();
    }
}
