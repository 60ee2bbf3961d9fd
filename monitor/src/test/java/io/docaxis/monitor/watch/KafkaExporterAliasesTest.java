package io.docaxis.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.cluster.GroupMember;
import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.group.FoundGroup;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.LookTime;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.PartitionName;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What kafka_exporter would say of the same groups, without what nobody knows. */
class KafkaExporterAliasesTest {

    private static final LookTime NOW = new LookTime(0, 0, 0);

    @Test
    void saysOfKnownPartitionsWhatKafkaExporterSays() throws IOException {
        assertThat(text(1000, group("g", look(0, 3, 0, 10), look(1, 0, 0, 0))))
                .contains(
                        "kafka_consumergroup_current_offset{consumergroup=\"g\",partition=\"0\",topic=\"t\"} 3.0",
                        "kafka_consumergroup_lag{consumergroup=\"g\",partition=\"0\",topic=\"t\"} 7.0",
                        "kafka_consumergroup_lag{consumergroup=\"g\",partition=\"1\",topic=\"t\"} 0.0",
                        "kafka_consumergroup_current_offset_sum{consumergroup=\"g\",topic=\"t\"} 3.0",
                        "kafka_consumergroup_lag_sum{consumergroup=\"g\",topic=\"t\"} 7.0",
                        "kafka_consumergroup_members{consumergroup=\"g\"} 1.0",
                        "kafka_topic_partitions{topic=\"t\"} 2.0",
                        "kafka_topic_partition_current_offset{partition=\"0\",topic=\"t\"} 10.0",
                        "kafka_topic_partition_oldest_offset{partition=\"0\",topic=\"t\"} 0.0");
    }

    @Test
    void countsWhatWasDeletedAsLagAsKafkasToolDoes() throws IOException {
        assertThat(text(1000, group("g", look(0, 3, 6, 10))))
                .contains("kafka_consumergroup_lag{consumergroup=\"g\",partition=\"0\",topic=\"t\"} 7.0");
    }

    @Test
    void saysNothingOfWhatIsUnknown() throws IOException {
        String text = text(
                1000,
                group("none", look(0, -1, 0, 10)),
                group("beyond", look(0, 11, 0, 10)),
                group("half", look(0, 3, 0, 10), PartitionLook.unknown(new PartitionName("t", 1))),
                new FoundGroup(
                        "gone", Optional.empty(), false, Optional.empty(), GroupLook.unknown("gone", NOW), List.of()));

        assertThat(text)
                .contains("kafka_consumergroup_lag{consumergroup=\"half\",partition=\"0\",topic=\"t\"} 7.0")
                .contains(
                        "kafka_consumergroup_current_offset{consumergroup=\"beyond\",partition=\"0\",topic=\"t\"} 11.0")
                .contains("kafka_topic_partitions{topic=\"t\"} 2.0")
                .doesNotContain(
                        "-1",
                        "kafka_consumergroup_lag{consumergroup=\"none\"",
                        "kafka_consumergroup_current_offset{consumergroup=\"none\"",
                        "kafka_consumergroup_lag{consumergroup=\"beyond\"",
                        "kafka_consumergroup_lag_sum{consumergroup=\"half\"",
                        "kafka_consumergroup_current_offset_sum{consumergroup=\"half\"",
                        "kafka_consumergroup_lag_sum{consumergroup=\"beyond\"",
                        "kafka_consumergroup_members{consumergroup=\"gone\"",
                        "partition=\"1\"");
    }

    @Test
    void saysSumsAloneBeyondItsBound() throws IOException {
        assertThat(text(4, group("g", look(0, 3, 0, 10)), group("h", look(0, 4, 0, 10))))
                .contains("kafka_consumergroup_lag{consumergroup=\"g\"")
                .contains("kafka_consumergroup_lag_sum{consumergroup=\"h\",topic=\"t\"} 6.0")
                .doesNotContain("kafka_consumergroup_lag{consumergroup=\"h\"");
    }

    private static PartitionLook look(int partition, long commit, long start, long end) {
        return PartitionLook.at(
                new PartitionName("t", partition),
                new GroupPosition(commit < 0 ? OptionalLong.empty() : OptionalLong.of(commit), start, end, end));
    }

    private static FoundGroup group(String name, PartitionLook... looks) {
        return new FoundGroup(
                name,
                Optional.of("classic"),
                false,
                Optional.of(List.of(new GroupMember("m", "c", "h", Set.of()))),
                new GroupLook(name, NOW, true, OptionalInt.of(1), Optional.of("Stable"), List.of(looks)),
                List.of());
    }

    private static String text(int maxSeries, FoundGroup... groups) throws IOException {
        Series series = new Series();
        List<WatchedGroup> watched = Stream.of(groups)
                .map(group -> new WatchedGroup(group, Optional.empty()))
                .toList();
        new KafkaExporterAliases(series, maxSeries).add(new GroupsSnapshot(0, watched, Map.of(), new TreeMap<>()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(out, series.snapshots());
        return out.toString(StandardCharsets.UTF_8);
    }
}
