package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.cluster.GroupMember;
import io.docaxis.monitor.group.FoundGroup;
import io.docaxis.monitor.group.GroupsJson;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.group.PartitionRange;
import io.docaxis.monitor.group.SharePartition;
import io.docaxis.monitor.health.Diagnosis;
import io.docaxis.monitor.health.Drain;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.GroupReport;
import io.docaxis.monitor.health.Health;
import io.docaxis.monitor.health.LookTime;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.PartitionName;
import io.docaxis.monitor.health.PartitionReport;
import io.docaxis.monitor.health.TimeLag;
import io.docaxis.simulator.Golden;
import io.docaxis.simulator.report.JsonReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupsTextTest {

    private static final long NOW = 1_795_867_200_000L;
    private static final LookTime TIME = new LookTime(0, 10, NOW);
    private static final TopicPartition FIRST = new TopicPartition("orders", 0);

    private static final GroupsSnapshot SOME = new GroupsSnapshot(
            NOW,
            List.of(
                    group(
                            "billing",
                            new Diagnosis(
                                    Health.STALLED,
                                    NOW - 90_000,
                                    Optional.of(new PartitionName("orders", 0)),
                                    new TreeMap<>(Map.of("commit_age_s", 90.0)),
                                    "its commit in orders-0 has stood for 90 s while the log grew",
                                    "See what the consumer of orders-0 does."),
                            List.of(new GroupMember("billing-1-7f", "billing-1", "/10.0.0.7", Set.of(FIRST))),
                            at(0, OptionalLong.of(40), 50, 70, 100),
                            at(1, OptionalLong.empty(), 0, 20, 20),
                            at(2, OptionalLong.of(30), 0, 20, 20),
                            PartitionLook.unknown(new PartitionName("orders", 3))),
                    new WatchedGroup(
                            new FoundGroup(
                                    "sharing",
                                    Optional.of("share"),
                                    true,
                                    Optional.of(List.of()),
                                    GroupLook.unknown("sharing", TIME),
                                    List.of(new SharePartition(FIRST, OptionalLong.of(7), FirstRecord.UNREAD))),
                            Optional.empty())),
            Map.of(
                    FIRST,
                    new PartitionRange(50, 70, 100),
                    new TopicPartition("orders", 2),
                    new PartitionRange(0, 20, 20)),
            new TreeMap<>());

    @Test
    void isWrittenAsUsersOfKafkasToolExpectAndForPrograms() {
        Golden.assertEquals("lag.txt", GroupsText.of(SOME, NOW, Integer.MAX_VALUE));
        Golden.assertEquals(
                "groups.json", JsonReport.text(GroupsJson.of(SOME, Optional.of("east"), Optional.empty(), NOW)));
    }

    @Test
    void oneGroupIsShownAlone() {
        assertThat(GroupsJson.of(SOME, Optional.empty(), Optional.of("sharing"), NOW)
                        .get("groups")
                        .size())
                .isOne();
    }

    private static WatchedGroup group(
            String name, Diagnosis diagnosis, List<GroupMember> members, PartitionLook... partitions) {
        List<PartitionLook> looks = List.of(partitions);
        GroupLook look = new GroupLook(name, TIME, true, OptionalInt.of(members.size()), Optional.of("Stable"), looks);
        return new WatchedGroup(
                new FoundGroup(name, Optional.of("consumer"), false, Optional.of(members), look, List.of()),
                Optional.of(new GroupReport(
                        name,
                        diagnosis,
                        new Drain(OptionalDouble.of(12), false),
                        looks.stream().map(GroupsTextTest::report).toList())));
    }

    private static PartitionLook at(int partition, OptionalLong commit, long start, long readableEnd, long end) {
        return PartitionLook.at(
                new PartitionName("orders", partition), new GroupPosition(commit, start, readableEnd, end));
    }

    private static PartitionReport report(PartitionLook look) {
        TimeLag lag = switch (look.partition().partition()) {
            case 0 -> new TimeLag.Between(OptionalLong.of(NOW - 125_000), NOW - 4_500);
            case 2 -> TimeLag.NOTHING;
            default -> TimeLag.UNKNOWN;
        };
        return new PartitionReport(
                look.partition(),
                lag,
                OptionalLong.of(NOW - 90_000),
                OptionalLong.of(NOW + 3_600_000),
                false,
                OptionalDouble.of(0),
                OptionalDouble.of(2.5),
                new Drain(OptionalDouble.of(12), false));
    }
}
