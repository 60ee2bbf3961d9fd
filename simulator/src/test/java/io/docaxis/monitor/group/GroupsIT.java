package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.FailureReason;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.micrometer.core.instrument.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Rounds over groups whose commits the test moves itself. The record at offset n of every partition was written at the nth second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsIT {

    /** Reads what is committed alone. */
    private static final String STABLE = "stable.group";
    /** Reads everything. */
    private static final String PLAIN = "plain.group";

    /** Ten years: the records are old. */
    private static final long RETENTION_MS = 315_360_000_000L;

    private static final GroupSelection SELECTION =
            new GroupSelection(Optional.empty(), Optional.empty(), Optional.of(Pattern.compile("stable\\..*")));

    private static final GroupSelection STRANGE =
            new GroupSelection(Optional.of(Pattern.compile("strange\\..*")), Optional.empty(), Optional.empty());

    /** Where one partition is brought to, and what a group that reads what is committed alone then finds there. */
    private enum Case {
        NEVER_COMMITTED(5, 0, 0, 0, -1, at(-1, 0, 5, 5), null),
        SOME_READ(10, 0, 0, 0, 2, at(2, 0, 10, 10), 2),
        ALL_READ(6, 0, 0, 0, 6, at(6, 0, 6, 6), null),
        READ_AND_DELETED(10, 0, 0, 4, 7, at(7, 4, 10, 10), 7),
        DELETED_BEFORE_IT_WAS_READ(10, 0, 0, 6, 2, at(2, 6, 10, 10), 6),
        DELETED_WITH_ALL_THAT_WAS_LEFT(8, 0, 0, 8, 3, at(3, 8, 8, 8), null),
        DELETED_AND_NEVER_COMMITTED(8, 0, 0, 3, -1, at(-1, 3, 8, 8), null),
        TRANSACTION_OPEN_FURTHER_ON(4, 0, 3, 0, 1, at(1, 0, 4, 7), 1),
        TRANSACTION_OPEN_AT_THE_COMMIT(4, 0, 3, 0, 4, at(4, 0, 4, 7), null),
        TRANSACTION_OPEN_AND_READ_INTO(4, 0, 3, 0, 5, at(5, 0, 4, 7), null),
        NOTHING_LEFT_BUT_A_MARKER(0, 3, 0, 0, 3, at(3, 0, 4, 4), null),
        COMMITTED_AND_OPEN_TRANSACTIONS(0, 3, 2, 0, 3, at(3, 0, 4, 6), null),
        BEYOND_THE_END(4, 0, 0, 0, 9, at(9, 0, 4, 4), null),
        EMPTY(0, 0, 0, 0, -1, at(-1, 0, 0, 0), null);

        final int plain;
        final int inTransaction;
        final int inOpenTransaction;
        final int deletedBelow;
        final int commit;
        final GroupPosition position;
        final FirstRecord first;

        Case(
                int plain,
                int inTransaction,
                int inOpenTransaction,
                int deletedBelow,
                int commit,
                GroupPosition position,
                Integer first) {
            this.plain = plain;
            this.inTransaction = inTransaction;
            this.inOpenTransaction = inOpenTransaction;
            this.deletedBelow = deletedBelow;
            this.commit = commit;
            this.position = position;
            this.first = first == null ? FirstRecord.NONE : new FirstRecord.At(first, writtenAtMs(first));
        }

        private static GroupPosition at(long commit, long start, long readableEnd, long highWatermark) {
            return new GroupPosition(
                    commit < 0 ? OptionalLong.empty() : OptionalLong.of(commit), start, readableEnd, highWatermark);
        }
    }

    private final List<RuntimeException> failures = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private final ClusterName name = new ClusterName(Optional.empty());
    private EmbeddedBroker broker;
    private Cluster cluster;
    private Admin admin;

    @BeforeAll
    void startBroker() {
        broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> fail(why));
        cluster = Cluster.of(broker.bootstrapServers());
        admin = Admin.create(cluster.client(Map.of()));
    }

    @AfterAll
    void stopBroker() {
        admin.close(Duration.ZERO);
        broker.close();
    }

    @Test
    void tellsWhatIsReadableLostAndUnstableApartAndAddsUpToWhatKafkaCallsLag() throws Exception {
        String topic = create("cases", Case.values().length);
        List<Producer<byte[], byte[]>> open = new ArrayList<>();
        try (GroupsReader reader = reader()) {
            for (Case wanted : Case.values()) {
                prepare(topic, wanted, open);
            }
            GroupRound round = reader.read(name);
            FoundGroup found = round.groups().get(STABLE);
            assertThat(found.protocol()).contains("classic");
            assertThat(found.members()).contains(List.of());
            assertThat(found.look().state()).contains("Empty");
            for (Case wanted : Case.values()) {
                PartitionLook look = found.look().partitions().get(wanted.ordinal());
                assertThat(look.position()).as(wanted.name()).contains(wanted.position);
                assertThat(look.firstRecord()).as(wanted.name()).isEqualTo(wanted.first);
            }
            assertThat(found.look().partitions().get(Case.SOME_READ.ordinal()).lastConsumedMs())
                    .hasValue(writtenAtMs(1));
            assertThat(round.groups()
                            .get(PLAIN)
                            .look()
                            .partitions()
                            .get(Case.TRANSACTION_OPEN_FURTHER_ON.ordinal())
                            .position())
                    .contains(Case.at(1, 0, 7, 7));
            assertAddsUp(found, round, whatKafkasToolSays(topic));
            // once more, from what is remembered: those who hold transactions open are asked for now
            PartitionLook held = reader.read(name)
                    .groups()
                    .get(STABLE)
                    .look()
                    .partitions()
                    .get(Case.TRANSACTION_OPEN_AT_THE_COMMIT.ordinal());
            assertThat(held.transaction()).isPresent();
            assertThat(held.retentionMs()).hasValue(RETENTION_MS);
            assertThat(failures).isEmpty();
        } finally {
            open.forEach(producer -> producer.close(Duration.ZERO));
        }
    }

    private static void assertAddsUp(FoundGroup found, GroupRound round, Map<Integer, Long> kafkas) {
        for (Case wanted : Case.values()) {
            PartitionLook look = found.look().partitions().get(wanted.ordinal());
            Optional<PartitionRange> range =
                    Optional.of(round.ranges().get(new TopicPartition("cases", wanted.ordinal())));
            GroupPartition partition = new GroupPartition(look, null, range);
            if (wanted == Case.BEYOND_THE_END) {
                assertThat(partition.isBeyondEnd()).isTrue();
            } else if (wanted.commit >= 0) {
                assertThat(partition.lost()
                                + partition.readable()
                                + partition.unstable().orElseThrow())
                        .as(wanted.name())
                        .isEqualTo(kafkas.get(wanted.ordinal()));
            }
        }
    }

    @Test
    void seesWhatAppearsWhatGrowsAndWhatIsGone() throws Exception {
        String topic = create("changing", 2);
        String group = "stable.changing";
        try (GroupsReader reader = reader()) {
            assertThat(reader.read(name).groups()).doesNotContainKey(group);
            send(topic, 0, 5);
            commit(group, topic, 0, 3);
            List<PartitionLook> looks =
                    reader.read(name).groups().get(group).look().partitions();
            assertThat(looks).hasSize(2);
            assertThat(looks.get(0).firstRecord()).isEqualTo(new FirstRecord.At(3, writtenAtMs(3)));
            assertThat(looks.get(1).position().orElseThrow().commit()).isEmpty();
            admin.deleteTopics(List.of(topic)).all().get();
            Waiting.until("the topic to be gone", () -> partitions(reader, group) == 0);
            create(topic, 3);
            commit(group, topic, 0, 0);
            Waiting.until("the topic with three partitions", () -> partitions(reader, group) == 3);
            admin.deleteConsumerGroups(List.of(group)).all().get();
            assertThat(reader.read(name).groups()).doesNotContainKey(group);
        }
    }

    private int partitions(GroupsReader reader, String group) throws InterruptedException {
        FoundGroup found = reader.read(name).groups().get(group);
        return found == null ? 0 : found.look().partitions().size();
    }

    @Test
    void knowsMembersOfGroupsOfEitherProtocol() throws Exception {
        String topic = create("members", 2);
        send(topic, 0, 5);
        try (GroupsReader reader = reader();
                KafkaConsumer<byte[], byte[]> classic = consumer("classic.members", "classic");
                KafkaConsumer<byte[], byte[]> modern = consumer("modern.members", "consumer")) {
            classic.subscribe(List.of(topic));
            modern.subscribe(List.of(topic));
            Waiting.until("members with partitions", () -> {
                classic.poll(Duration.ofMillis(100));
                modern.poll(Duration.ofMillis(100));
                GroupRound round = reader.read(name);
                return hasMember(round, "classic.members", "classic") && hasMember(round, "modern.members", "consumer");
            });
            // nothing is committed, but both partitions are theirs
            assertThat(reader.read(name).groups().get("modern.members").look().partitions())
                    .hasSize(2);
        }
    }

    private static boolean hasMember(GroupRound round, String group, String protocol) {
        FoundGroup found = round.groups().get(group);
        return found != null
                && found.protocol().equals(Optional.of(protocol))
                && found.members().orElse(List.of()).stream()
                        .anyMatch(member -> member.assigned().size() == 2);
    }

    /** Records that were accepted beyond the start are in no lag, so the start's age is an upper bound alone. */
    @Test
    void saysOfShareGroupsWhatKafkaDoesAndHowOldTheirStartIs() throws Exception {
        String topic = create("shared", 1);
        String group = "share.group";
        send(topic, 0, 10);
        ConfigResource settings = new ConfigResource(ConfigResource.Type.GROUP, group);
        admin.incrementalAlterConfigs(Map.of(
                        settings,
                        List.of(new AlterConfigOp(
                                new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                .all()
                .get();
        try (GroupsReader reader = reader()) {
            try (KafkaShareConsumer<byte[], byte[]> consumer = shareConsumer(group)) {
                consumer.subscribe(List.of(topic));
                acceptAllBut(consumer, 2, 7);
                FoundGroup alive = reader.read(name).groups().get(group);
                assertThat(alive.protocol()).contains("share");
                assertThat(alive.members().orElseThrow()).hasSize(1);
            }
            Waiting.until(
                    "the two records that were given back",
                    () -> share(reader, group)
                            .filter(share -> share.lag().equals(OptionalLong.of(2)))
                            .isPresent());
            SharePartition share = share(reader, group).orElseThrow();
            assertThat(whatKafkasToolSays("ShareGroupCommand", group, " +" + topic + " +(\\d+) +\\d+ +(-?\\d+)"))
                    .containsEntry(0, share.lag().orElseThrow());
            // Kafka's start goes on when it likes, but never beyond what was not accepted
            FirstRecord.At start = (FirstRecord.At) share.start();
            assertThat(start.offset()).isBetween(0L, 2L);
            assertThat(start.timestampMs()).isEqualTo(writtenAtMs(start.offset()));
        }
    }

    private Optional<SharePartition> share(GroupsReader reader, String group) throws InterruptedException {
        return Optional.ofNullable(reader.read(name).groups().get(group))
                .flatMap(found -> found.shares().stream().findFirst());
    }

    private static void acceptAllBut(KafkaShareConsumer<byte[], byte[]> consumer, long... offsets) {
        Set<Long> accepted = new HashSet<>();
        Waiting.until("records", accepted::size, () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                boolean rest = Arrays.stream(offsets).anyMatch(offset -> offset == record.offset());
                consumer.acknowledge(record, rest ? AcknowledgeType.RELEASE : AcknowledgeType.ACCEPT);
                if (!rest) {
                    accepted.add(record.offset());
                }
            });
            consumer.commitSync();
            return accepted.size() == 10 - offsets.length;
        });
    }

    private KafkaShareConsumer<byte[], byte[]> shareConsumer(String group) {
        return new KafkaShareConsumer<>(
                cluster.client(Map.of("group.id", group, "share.acknowledgement.mode", "explicit")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Test
    void knowsWhereGroupsOfTheStreamsProtocolStand(@TempDir Path state) throws Exception {
        String topic = create("streamed", 2);
        String group = "streams.group";
        send(topic, 0, 5);
        StreamsBuilder topology = new StreamsBuilder();
        topology.stream(topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .foreach((key, value) -> {});
        Properties settings = new Properties();
        settings.putAll(cluster.client(Map.of(
                "application.id",
                group,
                "group.protocol",
                "streams",
                "commit.interval.ms",
                100,
                "auto.offset.reset",
                "earliest",
                "state.dir",
                state.toString())));
        try (GroupsReader reader = reader();
                KafkaStreams streams = new KafkaStreams(topology.build(), settings)) {
            streams.start();
            Waiting.until("members with partitions", () -> hasMember(reader.read(name), group, "streams"));
            Waiting.until("everything to be committed", () -> {
                PartitionLook look = reader.read(name)
                        .groups()
                        .get(group)
                        .look()
                        .partitions()
                        .get(0);
                return look.position().equals(Optional.of(Case.at(5, 0, 5, 5)));
            });
        }
    }

    @Test
    void keepsThePartitionsOfATopicInDoubtAndBeginsAgainWithNewOnesAlone() throws Exception {
        String known = create("known", 2);
        String fresh = create("fresh", 1);
        try (ClusterQueries queries = new ClusterQueries(cluster)) {
            PartitionQueries partitions = new PartitionQueries(queries);
            TopicsSeen topics = new TopicsSeen(partitions, failures::add);
            topics.list();
            topics.describe(List.of(known, fresh));
            topics.doubt(known);
            assertThat(topics.partitions(known)).hasSize(2);
            PartitionRanges ranges =
                    new PartitionRanges(partitions, (partition, why) -> fail("no answer for " + partition, why));
            assertThat(ranges.begin(topics.led(known))).containsExactly(known);
            List<TopicPartition> all = new ArrayList<>(topics.led(known));
            all.addAll(topics.led(fresh));
            assertThat(ranges.begin(all)).containsExactly(fresh);
            assertThat(ranges.begin(all)).isEmpty();
        }
    }

    @Test
    void readsOnePlaceWhileAnotherTakesManyLooks() throws Exception {
        String topic = create("places", 2);
        int aborted = 1_000;
        try (Producer<byte[], byte[]> producer = producer("aborted")) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int offset = 0; offset < aborted; offset++) {
                producer.send(new ProducerRecord<>(topic, 0, writtenAtMs(offset), null, new byte[15_000]));
            }
            producer.flush();
            producer.abortTransaction();
        }
        // after the marker
        int first = aborted + 1;
        try (Producer<byte[], byte[]> producer = producer(null)) {
            send(producer, topic, 0, first, first + 1);
            send(producer, topic, 1, 0, 1);
        }
        RecordPlaces.Place slow = new RecordPlaces.Place(new TopicPartition(topic, 0), 0, first + 1);
        RecordPlaces.Place quick = new RecordPlaces.Place(new TopicPartition(topic, 1), 0, 1);
        try (RecordTimes records = new RecordTimes(cluster, "read_committed", failures::add)) {
            records.look(List.of(slow));
            assertThat(records.at(slow)).isEqualTo(FirstRecord.UNREAD);
            records.look(List.of(slow, quick));
            assertThat(records.at(quick)).isEqualTo(new FirstRecord.At(0, writtenAtMs(0)));
            Waiting.until("the slow one to be read", () -> {
                records.look(List.of(slow, quick));
                return records.at(slow).equals(new FirstRecord.At(first, writtenAtMs(first)));
            });
        }
    }

    /** What Kafka's client cannot read of one group must not hide what it says of others. */
    @Test
    void knowsOthersBesideGroupsWhoseMembersSayWhatNobodyReads() throws Exception {
        String topic = create("strange", 1);
        for (int group = 0; group < 5; group++) {
            commit("strange.quiet." + group, topic, 0, 0);
        }
        List<RawMember> members = new ArrayList<>();
        try (GroupsReader reader =
                new GroupsReader(cluster, STRANGE, Clock.SYSTEM, () -> {}, failures::add, requests)) {
            // no version; a version, and a list that is shorter than nothing
            members.add(RawMember.join(cluster, "strange.consumer", "consumer", new byte[] {0}));
            members.add(RawMember.join(cluster, "strange.another", "consumer", new byte[] {0, 0, -1, 7, 7, 7}));
            members.add(RawMember.join(cluster, "strange.connect", "connect", new byte[] {0}));
            // once found, they are known for a while
            for (int round = 0; round < 2; round++) {
                failures.clear();
                Map<String, FoundGroup> groups = reader.read(name).groups();

                assertThat(groups.get("strange.consumer").members()).isEmpty();
                assertThat(groups.get("strange.another").members()).isEmpty();
                assertThat(groups.get("strange.connect").members().orElseThrow())
                        .hasSize(1)
                        .allMatch(member -> member.assigned().isEmpty());
                for (int group = 0; group < 5; group++) {
                    assertThat(groups.get("strange.quiet." + group).members()).contains(List.of());
                }
                assertThat(failures)
                        .extracting(FailureReason::of)
                        .containsExactly(FailureReason.UNREADABLE, FailureReason.UNREADABLE);
            }
        } finally {
            for (RawMember member : members) {
                member.close();
            }
            failures.clear();
        }
    }

    /** Whatever the number of groups: each coordinator and each leader is asked once for each question. */
    @Test
    void asksNoMoreOftenForMoreGroups() throws Exception {
        String topic = create("there", 1);
        try (GroupsReader reader = reader()) {
            reader.read(name);
            long before = requests.get();
            reader.read(name);
            long ofFew = requests.get() - before;
            for (int group = 0; group < 30; group++) {
                commit("many." + group, topic, 0, 0);
            }
            reader.read(name);
            before = requests.get();
            assertThat(reader.read(name).groups()).containsKey("many.29");
            assertThat(requests.get() - before).isLessThan(ofFew + 10);
        }
    }

    private GroupsReader reader() {
        return new GroupsReader(cluster, SELECTION, Clock.SYSTEM, () -> {}, failures::add, requests);
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group, String protocol) {
        return new KafkaConsumer<>(
                cluster.consumer(Map.of(
                        "group.id",
                        group,
                        "group.protocol",
                        protocol,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void send(String topic, int from, int to) throws Exception {
        try (Producer<byte[], byte[]> producer = producer(null)) {
            send(producer, topic, 0, from, to);
        }
    }

    private void prepare(String topic, Case wanted, List<Producer<byte[], byte[]>> open) throws Exception {
        int partition = wanted.ordinal();
        try (Producer<byte[], byte[]> producer = producer(null)) {
            send(producer, topic, partition, 0, wanted.plain);
        }
        int next = wanted.plain;
        if (wanted.inTransaction > 0) {
            try (Producer<byte[], byte[]> producer = producer("committed-" + wanted)) {
                producer.initTransactions();
                producer.beginTransaction();
                send(producer, topic, partition, next, next + wanted.inTransaction);
                producer.commitTransaction();
            }
            // and the marker
            next += wanted.inTransaction + 1;
        }
        if (wanted.inOpenTransaction > 0) {
            Producer<byte[], byte[]> producer = producer("open-" + wanted);
            open.add(producer);
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, topic, partition, next, next + wanted.inOpenTransaction);
        }
        if (wanted.deletedBelow > 0) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(wanted.deletedBelow)))
                    .all()
                    .get();
        }
        if (wanted.commit >= 0) {
            commit(STABLE, topic, partition, wanted.commit);
            commit(PLAIN, topic, partition, wanted.commit);
        }
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, int partition, int from, int to)
            throws Exception {
        for (int offset = from; offset < to; offset++) {
            producer.send(new ProducerRecord<>(topic, partition, writtenAtMs(offset), null, new byte[10]));
        }
        producer.flush();
    }

    private Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> settings = new HashMap<>();
        if (transactionalId != null) {
            settings.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(cluster.client(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void commit(String group, String topic, int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private String create(String topic, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)
                        .configs(Map.of("retention.ms", String.valueOf(RETENTION_MS)))))
                .all()
                .get();
        Waiting.until("leaders of " + topic, () -> areAllLed(topic));
        return topic;
    }

    private boolean areAllLed(String topic) throws InterruptedException {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException e) {
            // a new topic is not known everywhere at once
            return false;
        }
    }

    private static long writtenAtMs(long offset) {
        return 1_700_000_000_000L + offset * 1000;
    }

    /** Lag by partition, as a user of Kafka's own tool sees it. */
    private Map<Integer, Long> whatKafkasToolSays(String topic) throws IOException, InterruptedException {
        // group, topic, partition, commit, end, lag, member …
        return whatKafkasToolSays("ConsumerGroupCommand", STABLE, " +" + topic + " +(\\d+) +\\d+ +\\d+ +(-?\\d+) ");
    }

    /**
     * The same of any of Kafka's tools for groups.
     *
     * @param line what follows the group: its groups are partition and lag
     */
    private Map<Integer, Long> whatKafkasToolSays(String command, String group, String line)
            throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.consumer.group." + command,
                        "--bootstrap-server",
                        broker.bootstrapServers(),
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
}
