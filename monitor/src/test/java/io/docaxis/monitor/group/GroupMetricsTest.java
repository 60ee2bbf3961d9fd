package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.LookHistory;
import io.docaxis.monitor.health.LookTime;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.PartitionName;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupMetricsTest {

    private static final long NOW_MS = 1_800_000_000_500L;
    private static final String GROUP = "{cluster=\"here\",group=\"orders\"";

    /** Two looks, a minute and a second apart: of partition 0 all is known, 1 has no commit, and 2 is beyond its end. */
    private final GroupsSnapshot shown = shown(
            look(0, at(5, 7, 17, 20), new FirstRecord.At(7, NOW_MS - 1_500)),
            look(1, at(-1, 3, 9, 9), FirstRecord.NONE),
            look(2, at(12, 0, 9, 9), FirstRecord.NONE));

    @Test
    void showsFiguresAsTheyAre() {
        assertThat(scrape(shown, 1_000))
                .contains(
                        "docaxis_lag_readable_records" + partition(0) + " 10.0",
                        "docaxis_lag_lost_records" + partition(0) + " 2.0",
                        "docaxis_lag_unstable_records" + partition(0) + " 3.0",
                        "docaxis_lag_seconds" + partition(0) + " 1.5",
                        "docaxis_lag_estimated" + partition(0) + " 0.0",
                        "docaxis_lag_oldest_unread_timestamp_seconds" + partition(0) + " 1.799999999E9",
                        "docaxis_lag_readable_records" + partition(2) + " 0.0",
                        "docaxis_group_committed_offset" + partition(2) + " 12.0",
                        "docaxis_group_beyond_end_partitions" + GROUP + ",topic=\"t\"} 1.0",
                        "docaxis_group_uncommitted_partitions" + GROUP + ",topic=\"t\"} 1.0",
                        "docaxis_group_uncommitted_records" + GROUP + ",topic=\"t\"} 6.0",
                        "docaxis_group_readable_records" + GROUP + ",topic=\"t\"} 10.0",
                        "docaxis_group_lag_seconds" + GROUP + ",topic=\"t\"} 1.5",
                        "docaxis_group_unknown_partitions" + GROUP + ",topic=\"t\"} 0.0",
                        "docaxis_group_members" + GROUP + "} 2.0",
                        "docaxis_group_info" + GROUP + ",protocol=\"classic\",state=\"Stable\"} 1.0",
                        "docaxis_group_health" + GROUP + ",health=\"LEARNING\"} 1.0",
                        "docaxis_group_health" + GROUP + ",health=\"STOPPED\"} 0.0",
                        "docaxis_partition_end_offset{cluster=\"here\",partition=\"0\",topic=\"t\"} 20.0",
                        "docaxis_monitor_groups{cluster=\"here\"} 1.0",
                        "docaxis_monitor_summed_groups{cluster=\"here\"} 0.0")
                .doesNotContain("NaN", "docaxis_lag_readable_records" + partition(1));
    }

    @Test
    void hasNoSumOfATopicWithAPartitionOfWhichNothingIsKnown() {
        assertThat(scrape(
                        shown(
                                look(0, at(5, 7, 17, 20), new FirstRecord.At(7, NOW_MS - 1_500)),
                                PartitionLook.unknown(new PartitionName("t", 1))),
                        1_000))
                .contains(
                        "docaxis_lag_readable_records" + partition(0) + " 10.0",
                        "docaxis_group_unknown_partitions" + GROUP + ",topic=\"t\"} 1.0",
                        "docaxis_group_lag_seconds" + GROUP + ",topic=\"t\"} 1.5")
                .doesNotContain(
                        "docaxis_group_readable_records",
                        "docaxis_group_uncommitted_",
                        "docaxis_lag_readable_records" + partition(1));
    }

    @Test
    void countsAPartitionWhoseAgeHasNoUpperEndAsUnknown() {
        // at the first look nobody knows when a record came that was not read
        assertThat(scrape(shown(look(0, at(5, 7, 17, 20), FirstRecord.UNREAD)), 1_000))
                .contains(
                        "docaxis_lag_least_seconds" + partition(0) + " 0.0",
                        "docaxis_group_lag_seconds" + GROUP + ",topic=\"t\"} 0.0",
                        "docaxis_group_unknown_partitions" + GROUP + ",topic=\"t\"} 1.0")
                .doesNotContain("docaxis_lag_seconds");
    }

    @Test
    void givesNoHealthToAShareGroupThatNobodyAnswersFor() {
        LookTime time = new LookTime(0, 0, NOW_MS);
        FoundGroup share = new FoundGroup(
                "orders",
                Optional.of("share"),
                true,
                Optional.of(members()),
                GroupLook.unknown("orders", time),
                List.of());
        GroupRound round = new GroupRound(
                time,
                new TreeMap<>(Map.of("orders", share.unanswered(time))),
                Map.of(),
                new TreeMap<>(),
                Optional.empty());
        assertThat(scrape(new GroupTrack(5_000).found(round), 1_000))
                .contains("docaxis_group_info" + GROUP + ",protocol=\"share\",state=\"unknown\"} 1.0")
                .doesNotContain("docaxis_group_health");
    }

    @Test
    void showsSumsAloneBeyondTheLimitOfSeries() {
        assertThat(scrape(shown, 3 * GroupPartition.SERIES - 1))
                .contains(
                        "docaxis_group_readable_records" + GROUP + ",topic=\"t\"} 10.0",
                        "docaxis_monitor_summed_groups{cluster=\"here\"} 1.0")
                .doesNotContain("docaxis_lag_readable_records", "docaxis_partition_end_offset");
    }

    @Test
    void countsWhereTopicsBeginAndEndAgainstTheLimit() {
        int needed = 3 * GroupPartition.SERIES + 2 * 2;
        assertThat(scrape(shown, needed)).contains("docaxis_lag_readable_records", "docaxis_partition_end_offset");
        assertThat(scrape(shown, needed - 1))
                .contains("docaxis_monitor_summed_groups{cluster=\"here\"} 1.0")
                .doesNotContain("docaxis_lag_readable_records", "docaxis_partition_end_offset");
    }

    @Test
    void countsPartitionsOfShareGroupsAgainstTheLimit() {
        SharePartition share =
                new SharePartition(new TopicPartition("t", 0), OptionalLong.of(7), new FirstRecord.At(0, NOW_MS));
        FoundGroup found = new FoundGroup(
                "shared",
                Optional.of("share"),
                true,
                Optional.empty(),
                GroupLook.unknown("shared", new LookTime(0, 0, NOW_MS)),
                List.of(share));
        GroupsSnapshot snapshot = new GroupsSnapshot(
                NOW_MS, List.of(new WatchedGroup(found, Optional.empty())), Map.of(), new TreeMap<>());
        assertThat(scrape(snapshot, 2)).contains("docaxis_share_group_lag_records");
        assertThat(scrape(snapshot, 1))
                .contains("docaxis_monitor_summed_groups{cluster=\"here\"} 1.0")
                .doesNotContain("docaxis_share_group_lag_records");
    }

    @Test
    void saysOfAGroupOfWhichNothingIsKnownThatItIsUnknown() {
        LookTime time = new LookTime(0, 0, NOW_MS);
        FoundGroup found = shown.groups().get(0).found().unanswered(time);
        GroupsSnapshot silent = new GroupsSnapshot(
                NOW_MS,
                List.of(new WatchedGroup(found, Optional.of(new LookHistory(5_000).look(found.look())))),
                Map.of(),
                new TreeMap<>());
        assertThat(scrape(silent, 1_000))
                .contains(
                        "docaxis_group_health" + GROUP + ",health=\"UNKNOWN\"} 1.0",
                        "docaxis_group_info" + GROUP + ",protocol=\"classic\",state=\"unknown\"} 1.0",
                        "docaxis_monitor_unknown_groups{cluster=\"here\"} 1.0")
                .doesNotContain("docaxis_lag_", "docaxis_group_members", "docaxis_group_readable");
    }

    private static GroupsSnapshot shown(PartitionLook... partitions) {
        GroupLook look = new GroupLook(
                "orders",
                new LookTime(0, 0, NOW_MS),
                true,
                OptionalInt.of(2),
                Optional.of("Stable"),
                List.of(partitions));
        FoundGroup found =
                new FoundGroup("orders", Optional.of("classic"), false, Optional.of(members()), look, List.of());
        return new GroupsSnapshot(
                NOW_MS,
                List.of(new WatchedGroup(found, Optional.of(new LookHistory(5_000).look(look)))),
                Map.of(
                        new TopicPartition("t", 0),
                        new PartitionRange(7, 17, 20),
                        new TopicPartition("t", 2),
                        new PartitionRange(0, 9, 9)),
                new TreeMap<>());
    }

    private static List<io.docaxis.monitor.cluster.GroupMember> members() {
        return List.of(
                new io.docaxis.monitor.cluster.GroupMember("a", "c", "h", java.util.Set.of()),
                new io.docaxis.monitor.cluster.GroupMember("b", "c", "h", java.util.Set.of()));
    }

    private static PartitionLook look(int partition, GroupPosition at, FirstRecord first) {
        return PartitionLook.at(new PartitionName("t", partition), at).with(first);
    }

    private static GroupPosition at(long commit, long start, long readableEnd, long highWatermark) {
        return new GroupPosition(
                commit < 0 ? OptionalLong.empty() : OptionalLong.of(commit), start, readableEnd, highWatermark);
    }

    private static String partition(int number) {
        return GROUP + ",partition=\"" + number + "\",topic=\"t\"}";
    }

    private static String scrape(GroupsSnapshot shown, int maxSeries) {
        Series series = new Series();
        new GroupMetrics(series, "here", NOW_MS, maxSeries).add(shown);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(series::snapshots);
        return registry.scrape();
    }
}
