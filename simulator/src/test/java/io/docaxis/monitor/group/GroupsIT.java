package io.docaxis.monitor.group;

import static io.docaxis.monitor.group.GroupsBroker.admin;
import static io.docaxis.monitor.group.GroupsBroker.cluster;
import static io.docaxis.monitor.group.GroupsBroker.commit;
import static io.docaxis.monitor.group.GroupsBroker.create;
import static io.docaxis.monitor.group.GroupsBroker.groups;
import static io.docaxis.monitor.group.GroupsBroker.producer;
import static io.docaxis.monitor.group.GroupsBroker.reader;
import static io.docaxis.monitor.group.GroupsBroker.send;
import static io.docaxis.monitor.group.GroupsBroker.writtenAtMs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.cluster.RequestCount;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.simulator.Waiting;
import io.micrometer.core.instrument.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which groups and topics a round over groups finds, and how much it asks. */
@ExtendWith(GroupsBroker.class)
class GroupsIT {

    private static final GroupSelection GROUPS = groups("changing\\..*");

    private final List<RuntimeException> failures = new ArrayList<>();
    private final ClusterName name = new ClusterName(Optional.empty());

    @Test
    void seesWhatAppearsWhatGrowsAndWhatIsGone() throws Exception {
        String topic = create("changing", 2);
        String group = "changing.group";
        try (GroupsReader reader = reader(GROUPS, failures::add)) {
            assertThat(reader.read(name).groups()).doesNotContainKey(group);
            send(topic, 0, 5);
            commit(group, topic, 0, 3);
            List<PartitionLook> looks =
                    reader.read(name).groups().get(group).look().partitions();
            assertThat(looks).hasSize(2);
            assertThat(looks.get(0).firstRecord()).isEqualTo(new FirstRecord.At(3, writtenAtMs(3)));
            assertThat(looks.get(1).position().orElseThrow().commit()).isEmpty();
            admin().deleteTopics(List.of(topic)).all().get();
            Waiting.until("the topic to be gone", () -> partitions(reader, group) == 0);
            create(topic, 3);
            commit(group, topic, 0, 0);
            Waiting.until("the topic with three partitions", () -> partitions(reader, group) == 3);
            admin().deleteConsumerGroups(List.of(group)).all().get();
            assertThat(reader.read(name).groups()).doesNotContainKey(group);
        }
    }

    private int partitions(GroupsReader reader, String group) throws InterruptedException {
        FoundGroup found = reader.read(name).groups().get(group);
        return found == null ? 0 : found.look().partitions().size();
    }

    /** Each coordinator and each leader is asked once for each question, and for records as often as the budget allows. */
    @Test
    void asksAtMostFiftyTimesASecondForThreeHundredGroupsThatMove() throws Exception {
        long most = 50 * WatchSettings.DEFAULT_INTERVAL.toSeconds();
        int groups = 300;
        String topic = create("there", 4);
        for (int partition = 0; partition < 4; partition++) {
            try (Producer<byte[], byte[]> producer = producer(null)) {
                send(producer, topic, partition, 0, groups + 10);
            }
        }
        RequestCount requests = new RequestCount();
        try (GroupsReader reader = new GroupsReader(
                requests.counted(cluster()), groups("many\\..*"), Clock.SYSTEM, () -> {}, failures::add)) {
            for (int round = 0; round < 4; round++) {
                for (int group = 0; group < groups; group++) {
                    // no two at one record
                    commit("many." + group, topic, group % 4, group + round);
                }
                long before = requests.total();
                assertThat(reader.read(name).groups()).hasSize(groups);
                assertThat(requests.total() - before).as("round " + round).isBetween(5L, most);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void keepsThePartitionsOfATopicInDoubtAndBeginsAgainWithNewOnesAlone() throws Exception {
        String known = create("known", 2);
        String fresh = create("fresh", 1);
        try (ClusterQueries queries = new ClusterQueries(cluster())) {
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
}
