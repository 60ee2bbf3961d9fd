package io.docaxis.monitor.group;

import static io.docaxis.monitor.group.GroupsBroker.admin;
import static io.docaxis.monitor.group.GroupsBroker.cluster;
import static io.docaxis.monitor.group.GroupsBroker.create;
import static io.docaxis.monitor.group.GroupsBroker.groups;
import static io.docaxis.monitor.group.GroupsBroker.reader;
import static io.docaxis.monitor.group.GroupsBroker.send;
import static io.docaxis.monitor.group.GroupsBroker.whatKafkasToolSays;
import static io.docaxis.monitor.group.GroupsBroker.writtenAtMs;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.simulator.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Share groups, beside what Kafka's own tool says. */
@ExtendWith(GroupsBroker.class)
class ShareGroupsIT {

    private static final GroupSelection GROUPS = groups("share\\..*");

    private final List<RuntimeException> failures = new ArrayList<>();
    private final ClusterName name = new ClusterName(Optional.empty());

    /** Records that were accepted beyond the start are in no lag, so the start's age is an upper bound alone. */
    @Test
    void saysOfShareGroupsWhatKafkaDoesAndHowOldTheirStartIs() throws Exception {
        String topic = create("shared", 1);
        String group = "share.group";
        send(topic, 0, 10);
        ConfigResource settings = new ConfigResource(ConfigResource.Type.GROUP, group);
        admin().incrementalAlterConfigs(Map.of(
                        settings,
                        List.of(new AlterConfigOp(
                                new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                .all()
                .get();
        try (GroupsReader reader = reader(GROUPS, failures::add)) {
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
                cluster().client(Map.of("group.id", group, "share.acknowledgement.mode", "explicit")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
