package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.group.GroupSelection;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.PolledGroups;
import io.docaxis.simulator.Waiting;
import io.micrometer.core.instrument.Clock;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown to a user who has only some of the rights that docs/operating.md lists for {@code watch}: all that these are for. */
class WatchRightsIT {

    private static final int RECORDS = 10;
    /** May be seen and read. */
    private static final String OPEN = "open";
    /** May be seen alone. */
    private static final String SHUT = "shut";
    /** May not be seen. */
    private static final String HIDDEN = "hidden";

    @TempDir
    private Path directory;

    @Test
    void aRightThatLacksHidesNothingElse() throws Exception {
        try (GuardedBroker broker = new GuardedBroker();
                Admin admin = Admin.create(broker.administrator().client(Map.of()));
                KafkaConsumer<byte[], byte[]> member = consumer(broker)) {
            for (String topic : List.of(OPEN, SHUT, HIDDEN)) {
                make(broker, admin, topic);
            }
            commit(admin, "seen.idle", Map.of(OPEN, 3L, SHUT, 6L, HIDDEN, 1L));
            commit(admin, "secret.idle", Map.of(OPEN, 1L));
            member.subscribe(List.of(OPEN, HIDDEN));
            Waiting.until("a member with partitions", () -> {
                member.poll(Duration.ofMillis(100));
                return member.assignment().size() == 2;
            });
            member.commitSync(at(Map.of(OPEN, 4L, HIDDEN, 2L)));
            String shown = shownTo(broker, user(broker));

            assertThat(shown)
                    .contains(
                            "docaxis_lag_readable_records{cluster=\"c\",group=\"seen.idle\",partition=\"0\",topic=\"open\"} 7.0",
                            "docaxis_lag_readable_records{cluster=\"c\",group=\"seen.idle\",partition=\"0\",topic=\"shut\"} 4.0",
                            "docaxis_lag_readable_records{cluster=\"c\",group=\"seen.member\",partition=\"0\",topic=\"open\"} 6.0",
                            "docaxis_lag_oldest_unread_timestamp_seconds{cluster=\"c\",group=\"seen.idle\",partition=\"0\",topic=\"open\"} 3.0",
                            "docaxis_lag_oldest_unread_timestamp_seconds{cluster=\"c\",group=\"seen.member\",partition=\"0\",topic=\"open\"} 4.0",
                            "docaxis_lag_retention_seconds{cluster=\"c\",group=\"seen.idle\",partition=\"0\",topic=\"open\"}",
                            "docaxis_group_members{cluster=\"c\",group=\"seen.member\"} 1.0",
                            "docaxis_group_unknown_partitions{cluster=\"c\",group=\"seen.member\",topic=\"hidden\"} 1.0",
                            "docaxis_group_health{cluster=\"c\",group=\"secret.idle\",health=\"UNKNOWN\"} 1.0",
                            "docaxis_group_health{cluster=\"c\",group=\"seen.idle\",health=\"LEARNING\"} 1.0",
                            "docaxis_monitor_groups{cluster=\"c\"} 3.0",
                            "docaxis_monitor_unknown_groups{cluster=\"c\"} 1.0")
                    .doesNotContain(
                            "docaxis_lag_oldest_unread_timestamp_seconds{cluster=\"c\",group=\"seen.idle\",partition=\"0\",topic=\"shut\"}",
                            "docaxis_lag_retention_seconds{cluster=\"c\",group=\"seen.idle\",partition=\"0\",topic=\"shut\"}",
                            "docaxis_group_committed_offset{cluster=\"c\",group=\"secret.idle\"",
                            "docaxis_group_committed_offset{cluster=\"c\",group=\"seen.member\",partition=\"0\",topic=\"hidden\"}");
            assertThat(shown.lines().filter(line -> line.startsWith("docaxis_monitor_failures_total")))
                    .as("nothing else has failed")
                    .allMatch(line -> line.endsWith(" 0.0") != line.contains("unauthorized"));
        }
    }

    /** Nobody lists it any more, as nobody does while its coordinator begins; nobody has said that it is gone either. */
    @Test
    void aGroupThatIsNotListedAnyMoreIsUnknownUntilItIsSaidToBeGone() throws Exception {
        try (GuardedBroker broker = new GuardedBroker();
                Admin admin = Admin.create(broker.administrator().client(Map.of()))) {
            make(broker, admin, OPEN);
            commit(admin, "seen.idle", Map.of(OPEN, 3L));
            String user = broker.userWith(Map.of(
                    new ResourcePattern(ResourceType.GROUP, "seen.", PatternType.PREFIXED),
                    List.of(AclOperation.DESCRIBE),
                    new ResourcePattern(ResourceType.TOPIC, OPEN, PatternType.LITERAL),
                    List.of(AclOperation.DESCRIBE, AclOperation.READ)));
            try (PolledGroups groups = polled(broker, user, round -> {})) {
                String health = "docaxis_group_health{cluster=\"c\",group=\"seen.idle\",health=\"%s\"} 1.0";
                Waiting.until("the group", () -> text(groups).contains(health.formatted("LEARNING")));
                broker.forbid(
                        user,
                        new ResourcePattern(ResourceType.GROUP, "seen.idle", PatternType.LITERAL),
                        AclOperation.DESCRIBE);
                Waiting.until("nothing of the group", () -> text(groups).contains(health.formatted("UNKNOWN")));
                assertThat(text(groups)).contains("docaxis_monitor_unknown_groups{cluster=\"c\"} 1.0");
                String config = GuardedBroker.clientConfig(user, directory).toString();
                String[] lag = {
                    "lag", "--bootstrap-servers", broker.servers(), "--client-config", config, "--group", "seen.idle"
                };
                Ran.of(lag)
                        .ended(
                                ExitCode.ENVIRONMENT,
                                "such a group is unknown: group 'seen.idle': ",
                                "; grant Describe on it");
                broker.allowAgain(user);
                Waiting.until("the group again", () -> text(groups).contains(health.formatted("LEARNING")));
                admin.deleteConsumerGroups(List.of("seen.idle")).all().get();
                Ran.of(lag).ended(ExitCode.USAGE, "there is no such group");
                Waiting.until("no group", () -> text(groups).contains("docaxis_monitor_groups{cluster=\"c\"} 0.0"));
            }
        }
    }

    private static String user(GuardedBroker broker) throws Exception {
        ResourcePattern open = new ResourcePattern(ResourceType.TOPIC, OPEN, PatternType.LITERAL);
        return broker.userWith(Map.of(
                new ResourcePattern(ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL),
                List.of(AclOperation.DESCRIBE),
                new ResourcePattern(ResourceType.GROUP, "seen.", PatternType.PREFIXED),
                List.of(AclOperation.DESCRIBE),
                open,
                List.of(AclOperation.DESCRIBE, AclOperation.READ, AclOperation.DESCRIBE_CONFIGS),
                new ResourcePattern(ResourceType.TOPIC, SHUT, PatternType.LITERAL),
                List.of(AclOperation.DESCRIBE)));
    }

    /** What stands after some rounds, all of which came to an end. */
    private static String shownTo(GuardedBroker broker, String user) throws IOException {
        AtomicInteger rounds = new AtomicInteger();
        try (PolledGroups groups = polled(broker, user, round -> rounds.incrementAndGet())) {
            Waiting.until("three rounds", rounds::get, () -> rounds.get() >= 3);
            assertThat(groups.problem()).isEmpty();
            return text(groups);
        }
    }

    private static PolledGroups polled(GuardedBroker broker, String user, Consumer<GroupsSnapshot> listener) {
        return new PolledGroups(
                        broker.as(user),
                        GroupSelection.ALL,
                        Duration.ofMillis(500),
                        1_000,
                        new ClusterName(Optional.of("c")),
                        new ClusterContact(Clock.SYSTEM),
                        listener,
                        Clock.SYSTEM)
                .start();
    }

    private static String text(PolledGroups groups) throws IOException {
        Series series = new Series();
        groups.addTo(series, "c");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, series.snapshots());
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The record at offset n was written at the nth second. */
    private static void make(GuardedBroker broker, Admin admin, String topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("retention.ms", "3153600000000"))))
                .all()
                .get();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                broker.administrator().client(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int offset = 0; offset < RECORDS; offset++) {
                producer.send(new ProducerRecord<>(topic, 0, offset * 1000L, null, new byte[1]));
            }
        }
    }

    private static void commit(Admin admin, String group, Map<String, Long> offsets) throws Exception {
        admin.alterConsumerGroupOffsets(group, at(offsets)).all().get();
    }

    private static Map<TopicPartition, OffsetAndMetadata> at(Map<String, Long> offsets) {
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new TopicPartition(entry.getKey(), 0),
                        entry -> new OffsetAndMetadata(entry.getValue())));
    }

    private static KafkaConsumer<byte[], byte[]> consumer(GuardedBroker broker) {
        return new KafkaConsumer<>(
                broker.administrator()
                        .consumer(Map.of(
                                "group.id",
                                "seen.member",
                                "enable.auto.commit",
                                false,
                                "auto.offset.reset",
                                "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
