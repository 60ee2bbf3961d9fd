package io.docaxis.monitor.group;

import static io.docaxis.monitor.group.GroupsBroker.cluster;
import static io.docaxis.monitor.group.GroupsBroker.create;
import static io.docaxis.monitor.group.GroupsBroker.groups;
import static io.docaxis.monitor.group.GroupsBroker.producer;
import static io.docaxis.monitor.group.GroupsBroker.reader;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.cluster.RequestCount;
import io.docaxis.monitor.group.PrefixesSeen.Candidate;
import io.docaxis.monitor.group.PrefixesSeen.Found;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose topics are taken for docaxis', and whose are not. */
@ExtendWith(GroupsBroker.class)
class PrefixesIT {

    private static final long RUN = 4711;

    private final List<RuntimeException> failures = new ArrayList<>();
    private final Random random = new Random(1);

    @Test
    void takesOnlyWhatHasRecordsOfDocaxis() throws Exception {
        make("px.empty");
        Topics json = make("px.json");
        send(json.events(), bytes("order-1"), bytes("{\"id\":1}"));
        send(json.tally(), null, bytes("{\"sum\":1}"));
        Topics binary = make("px.binary");
        for (int record = 0; record < 40; record++) {
            send(binary.events(), random(20), random(50));
            send(binary.tally(), random(1 + record % 20), record % 7 == 0 ? null : random(50));
        }
        Topics huge = make("px.huge");
        for (int record = 0; record < 30; record++) {
            send(huge.events(), null, random(900_000));
            send(huge.tally(), bytes("k"), random(900_000));
        }
        // names may be longer than those of a prefix
        String tooLong = "l".repeat(240) + ".events";
        create(tooLong, 1);
        Topics begun = make("px.begun");
        send(begun.events(), null, marker());
        Topics counted = make("px.counted");
        send(counted.tally(), TallyCodec.cellKey(RUN, 0, 1), new byte[0]);
        send(
                counted.tally(),
                TallyCodec.headerKey(RUN, 0),
                PartHeader.newBuilder().setRunId("a").build().toByteArray());
        send(counted.tally(), TallyCodec.cellKey(RUN, 0, 701), new byte[0]);

        try (GroupsReader reader = reader(groups("nobody"), failures::add)) {
            assertThat(reader.read(new ClusterName(Optional.empty())).prefixes().keySet())
                    .filteredOn(prefix -> prefix.startsWith("px."))
                    .containsExactly("px.begun", "px.counted");
        }
        assertThat(failures).isEmpty();
        assertReadsLittle(huge);
    }

    @Test
    void takesTopicsOnceTheFirstRecordIsInThem() throws Exception {
        Topics begun = make("pz.begun");
        try (GroupsReader reader = reader(groups("nobody"), failures::add)) {
            assertThat(reader.read(new ClusterName(Optional.empty())).prefixes())
                    .doesNotContainKey("pz.begun");
            send(begun.events(), null, marker());
            assertThat(reader.read(new ClusterName(Optional.empty())).prefixes())
                    .containsEntry("pz.begun", 1);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void findsWhatIsOursBesideATopicThatNobodyAnswersFor() throws Exception {
        Topics begun = make("pd.begun");
        send(begun.events(), null, marker());
        Candidate ours = new Candidate("pd.begun", Uuid.ZERO_UUID, Uuid.ZERO_UUID);
        Candidate deleted = new Candidate("pd.deleted", Uuid.ZERO_UUID, Uuid.ZERO_UUID);
        try (ClusterQueries queries = new ClusterQueries(cluster())) {
            OwnRecords records = new OwnRecords(
                    cluster(),
                    new PartitionQueries(queries),
                    topic -> List.of(new TopicPartition(topic, 0)),
                    failures::add);
            assertThat(records.read(Set.of(ours, deleted)))
                    .containsOnly(Map.entry(ours, Found.OURS), Map.entry(deleted, Found.OTHER));
        }
        assertThat(failures)
                .extracting(RuntimeException::getMessage)
                .anyMatch(why -> why.contains("pd.deleted.events-0"))
                .noneMatch(why -> why.contains("pd.begun"));
    }

    /** Of thirty megabytes in each topic. */
    private void assertReadsLittle(Topics huge) throws InterruptedException {
        RequestCount requests = new RequestCount();
        try (ClusterQueries queries = new ClusterQueries(cluster())) {
            PartitionQueries partitions = new PartitionQueries(queries);
            TopicsSeen topics = new TopicsSeen(partitions, failures::add);
            topics.list();
            topics.describe(List.of(huge.events(), huge.tally()));
            Set<Candidate> one =
                    Set.of(new Candidate(huge.prefix(), topics.id(huge.events()), topics.id(huge.tally())));
            assertThat(new OwnRecords(requests.counted(cluster()), partitions, topics::led, failures::add)
                            .read(one)
                            .values())
                    .containsExactly(Found.OTHER);
        }
        assertThat(requests.total()).isBetween(3L, 60L);
    }

    @Test
    void takesWhatTheProcessItselfKnowsWhateverIsInIt() throws Exception {
        make("py.empty");
        GroupSelection selection = groups("nobody");
        try (GroupsReader reader = reader(selection.knowing("py.empty"), failures::add)) {
            GroupRound round = reader.read(new ClusterName(Optional.empty()));
            assertThat(round.prefixes()).containsEntry("py.empty", 1);
            assertThat(round.missing()).isEmpty();
        }
        try (GroupsReader reader = reader(selection.knowing("py.nosuch"), failures::add)) {
            assertThat(reader.read(new ClusterName(Optional.empty())).missing())
                    .contains("topic 'py.nosuch.events' is not there");
        }
    }

    private static Topics make(String prefix) throws Exception {
        Topics topics = new Topics(prefix);
        create(topics.events(), 1);
        create(topics.tally(), 1);
        return topics;
    }

    private static byte[] marker() {
        return new EventWriter().write(new Envelope(), EventKind.RUN_STARTED, RunStarted.getDefaultInstance());
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(String topic, byte[] key, byte[] value) throws Exception {
        try (Producer<byte[], byte[]> producer = producer(null)) {
            producer.send(new ProducerRecord<>(topic, 0, key, value)).get();
        }
    }
}
