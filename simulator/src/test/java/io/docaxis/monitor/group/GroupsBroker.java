package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.micrometer.core.instrument.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker for tests of rounds over groups, one for all of them: each has topics and groups of its own. */
final class GroupsBroker implements BeforeAllCallback, AutoCloseable {

    /** Ten years: the records are old. */
    static final long RETENTION_MS = 315_360_000_000L;

    private static GroupsBroker running;

    private EmbeddedBroker broker;
    private Admin admin;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(GroupsBroker.class, any -> start());
    }

    private static GroupsBroker start() {
        GroupsBroker started = new GroupsBroker();
        started.broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> fail(why));
        started.admin =
                Admin.create(Cluster.of(started.broker.bootstrapServers()).client(Map.of()));
        running = started;
        return started;
    }

    static Cluster cluster() {
        return Cluster.of(running.broker.bootstrapServers());
    }

    static Admin admin() {
        return running.admin;
    }

    /** All groups that match. */
    static GroupSelection groups(String pattern) {
        return new GroupSelection(Optional.of(Pattern.compile(pattern)), Optional.empty(), Optional.empty());
    }

    static GroupsReader reader(GroupSelection selection, Consumer<RuntimeException> failures) {
        return new GroupsReader(cluster(), selection, Clock.SYSTEM, () -> {}, failures);
    }

    static void send(String topic, int from, int to) throws Exception {
        try (Producer<byte[], byte[]> producer = producer(null)) {
            send(producer, topic, 0, from, to);
        }
    }

    static void send(Producer<byte[], byte[]> producer, String topic, int partition, int from, int to)
            throws Exception {
        for (int offset = from; offset < to; offset++) {
            producer.send(new ProducerRecord<>(topic, partition, writtenAtMs(offset), null, new byte[10]));
        }
        producer.flush();
    }

    static Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> settings = new HashMap<>();
        if (transactionalId != null) {
            settings.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(cluster().client(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static void commit(String group, String topic, int partition, long offset) throws Exception {
        running.admin
                .alterConsumerGroupOffsets(
                        group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    static String create(String topic, int partitions) throws Exception {
        running.admin
                .createTopics(List.of(new NewTopic(topic, partitions, (short) 1)
                        .configs(Map.of("retention.ms", String.valueOf(RETENTION_MS)))))
                .all()
                .get();
        Waiting.until("leaders of " + topic, () -> areAllLed(topic));
        return topic;
    }

    static boolean areAllLed(String topic) throws InterruptedException {
        try {
            return running.admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException e) {
            // a new topic is not known everywhere at once
            return false;
        }
    }

    static long writtenAtMs(long offset) {
        return 1_700_000_000_000L + offset * 1000;
    }

    /**
     * Lag by partition, as a user of one of Kafka's tools for groups sees it.
     *
     * @param line what follows the group: its groups are partition and lag
     */
    static Map<Integer, Long> whatKafkasToolSays(String command, String group, String line)
            throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.consumer.group." + command,
                        "--bootstrap-server",
                        running.broker.bootstrapServers(),
                        "--describe",
                        "--group",
                        group)
                .redirectErrorStream(true)
                .start();
        String printed = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(printed).isZero();
        Map<Integer, Long> lag = new TreeMap<>();
        Matcher found = Pattern.compile("(?m)^" + group + line).matcher(printed);
        while (found.find()) {
            lag.put(Integer.valueOf(found.group(1)), Long.valueOf(found.group(2)));
        }
        assertThat(lag).as(printed).isNotEmpty();
        return lag;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        broker.close();
    }
}
