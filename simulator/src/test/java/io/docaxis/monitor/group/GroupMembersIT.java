package io.docaxis.monitor.group;

import static io.docaxis.monitor.group.GroupsBroker.cluster;
import static io.docaxis.monitor.group.GroupsBroker.commit;
import static io.docaxis.monitor.group.GroupsBroker.create;
import static io.docaxis.monitor.group.GroupsBroker.groups;
import static io.docaxis.monitor.group.GroupsBroker.reader;
import static io.docaxis.monitor.group.GroupsBroker.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.FailureReason;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.simulator.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who the members of groups are, by protocol. */
@ExtendWith(GroupsBroker.class)
class GroupMembersIT {

    private static final GroupSelection GROUPS = groups("(classic|modern|streams)\\..*");
    private static final GroupSelection STRANGE = groups("strange\\..*");

    private final List<RuntimeException> failures = new ArrayList<>();
    private final ClusterName name = new ClusterName(Optional.empty());

    @Test
    void knowsMembersOfGroupsOfEitherProtocol() throws Exception {
        String topic = create("members", 2);
        send(topic, 0, 5);
        try (GroupsReader reader = reader(GROUPS, failures::add);
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

    @Test
    void knowsWhereGroupsOfTheStreamsProtocolStand(@TempDir Path state) throws Exception {
        String topic = create("streamed", 2);
        String group = "streams.group";
        send(topic, 0, 5);
        StreamsBuilder topology = new StreamsBuilder();
        topology.stream(topic, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .foreach((key, value) -> {});
        Properties settings = new Properties();
        settings.putAll(cluster()
                .client(Map.of(
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
        try (GroupsReader reader = reader(GROUPS, failures::add);
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
                return look.position().equals(Optional.of(new GroupPosition(OptionalLong.of(5), 0, 5, 5)));
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
        try (GroupsReader reader = reader(STRANGE, failures::add)) {
            // no version; a version, and a list that is shorter than nothing
            members.add(RawMember.join(cluster(), "strange.consumer", "consumer", new byte[] {0}));
            members.add(RawMember.join(cluster(), "strange.another", "consumer", new byte[] {0, 0, -1, 7, 7, 7}));
            members.add(RawMember.join(cluster(), "strange.connect", "connect", new byte[] {0}));
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

    private KafkaConsumer<byte[], byte[]> consumer(String group, String protocol) {
        return new KafkaConsumer<>(
                cluster()
                        .consumer(Map.of(
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
}
