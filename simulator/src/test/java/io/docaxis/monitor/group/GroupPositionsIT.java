package io.docaxis.monitor.group;

import static io.docaxis.monitor.group.GroupsBroker.admin;
import static io.docaxis.monitor.group.GroupsBroker.commit;
import static io.docaxis.monitor.group.GroupsBroker.create;
import static io.docaxis.monitor.group.GroupsBroker.producer;
import static io.docaxis.monitor.group.GroupsBroker.reader;
import static io.docaxis.monitor.group.GroupsBroker.send;
import static io.docaxis.monitor.group.GroupsBroker.writtenAtMs;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.Retention;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where groups stand whose commits the test moves itself, beside what Kafka's own tool says. */
@ExtendWith(GroupsBroker.class)
class GroupPositionsIT {

    /** Reads what is committed alone. */
    private static final String STABLE = "stable.group";
    /** Reads everything. */
    private static final String PLAIN = "plain.group";

    private static final GroupSelection GROUPS = new GroupSelection(
            Optional.of(Pattern.compile("(stable|plain)\\.group")),
            Optional.empty(),
            Optional.of(Pattern.compile("stable\\..*")));

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
    private final ClusterName name = new ClusterName(Optional.empty());

    @Test
    void tellsWhatIsReadableLostAndUnstableApartAndAddsUpToWhatKafkaCallsLag() throws Exception {
        String topic = create("cases", Case.values().length);
        List<Producer<byte[], byte[]>> open = new ArrayList<>();
        try (GroupsReader reader = reader(GROUPS, failures::add)) {
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
            assertThat(held.retention()).isEqualTo(new Retention.For(GroupsBroker.RETENTION_MS));
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
            admin().deleteRecords(Map.of(
                            new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(wanted.deletedBelow)))
                    .all()
                    .get();
        }
        if (wanted.commit >= 0) {
            commit(STABLE, topic, partition, wanted.commit);
            commit(PLAIN, topic, partition, wanted.commit);
        }
    }

    /** Lag by partition, as a user of Kafka's own tool sees it. */
    private static Map<Integer, Long> whatKafkasToolSays(String topic) throws IOException, InterruptedException {
        // group, topic, partition, commit, end, lag, member …
        return GroupsBroker.whatKafkasToolSays(
                "ConsumerGroupCommand", STABLE, " +" + topic + " +(\\d+) +\\d+ +\\d+ +(-?\\d+) ");
    }
}
