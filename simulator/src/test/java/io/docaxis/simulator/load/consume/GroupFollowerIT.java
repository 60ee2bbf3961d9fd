package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.stream.Interchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A group that a test reads with, looked at on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupFollowerIT {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Interchange interchange = new Interchange();
    /** By so much the clock of the process is ahead. */
    private final AtomicLong aheadNs = new AtomicLong();

    @AfterAll
    void stopBroker() {
        interchange.close();
    }

    private long nowNs() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) + aheadNs.get();
    }

    private GroupFollower follow(String group) {
        return GroupFollower.start(new FollowSettings(
                interchange.cluster(),
                group,
                interchange.topics().events(),
                false,
                this::nowNs,
                sample -> {},
                PATIENCE));
    }

    private KafkaConsumer<byte[], byte[]> join(String group) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                interchange
                        .cluster()
                        .client(Map.of(
                                "group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(interchange.topics().events()));
        return consumer;
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, int records) {
        AtomicLong count = new AtomicLong();
        Waiting.until(
                "records",
                count::get,
                () -> count.addAndGet(consumer.poll(Duration.ofMillis(50)).count()) >= records);
        consumer.commitSync();
    }

    @Test
    void seesAGroupFallBehindAndDrain() {
        interchange.create("drain", PARTITIONS);
        try (LoadTraffic traffic = new LoadTraffic(
                        interchange.cluster(), interchange.topics().events(), PARTITIONS);
                KafkaConsumer<byte[], byte[]> consumer = join("drain.group")) {
            // of another load
            traffic.documents(10);
            read(consumer, 10);
            try (GroupFollower follower = follow("drain.group")) {
                traffic.documents(100);
                Waiting.until(
                        "lag",
                        follower::progress,
                        () -> follower.progress().lag().orElse(-1) == 100);
                assertThat(follower.progress().consumed()).hasValue(0);
                assertThat(follower.passed(0)).hasValue(5);
                follower.sendingEnded(nowNs());
                assertThat(follower.drained().state()).isEqualTo(Drained.State.READING);
                read(consumer, 100);
                Waiting.until(
                        "the end", follower::progress, () -> follower.drained().state() == Drained.State.DRAINED);
                assertThat(follower.progress()).isEqualTo(progress(100, 0));
                assertThat(follower.drained().tookNs().getAsLong()).isNotNegative();
                assertThat(follower.sample().lagMostS()).hasValue(0);
            }
        }
    }

    private static ConsumerProgress progress(long consumed, long lag) {
        return new ConsumerProgress(java.util.OptionalLong.of(consumed), java.util.OptionalLong.of(lag));
    }

    @Test
    void reportsAGroupThatStopsAndOneThatIsGone() throws Exception {
        interchange.create("stop", PARTITIONS);
        try (LoadTraffic traffic = new LoadTraffic(
                        interchange.cluster(), interchange.topics().events(), PARTITIONS);
                Admin admin = Admin.create(interchange.cluster().client(Map.of()))) {
            traffic.documents(10);
            try (KafkaConsumer<byte[], byte[]> consumer = join("stop.group")) {
                read(consumer, 10);
            }
            try (GroupFollower follower = follow("stop.group")) {
                traffic.documents(10);
                follower.sendingEnded(nowNs());
                Waiting.until(
                        "a look that knows the lag",
                        follower::progress,
                        () -> follower.progress().lag().orElse(-1) == 10);
                assertThat(follower.drained().state()).isEqualTo(Drained.State.READING);
                aheadNs.addAndGet(PATIENCE.toNanos());
                Waiting.until(
                        "its ends to be known",
                        follower::drained,
                        () -> follower.drained().words().contains("10 records unread by group 'stop.group'"));
                assertThat(follower.drained().state()).isEqualTo(Drained.State.STANDS_STILL);
                assertThat(follower.drained().words()).contains("has no members");

                admin.deleteConsumerGroups(List.of("stop.group")).all().get();
                Waiting.until(
                        "a look without it",
                        follower::drained,
                        () -> follower.drained().words().contains("is not there"));
                assertThat(follower.drained().state()).isEqualTo(Drained.State.STANDS_STILL);
                assertThat(follower.progress()).isEqualTo(ConsumerProgress.UNKNOWN);
            }
        }
    }

    @Test
    void saysThatATopicIsNotThere() {
        FollowSettings nowhere =
                new FollowSettings(interchange.cluster(), "any", "nowhere", false, this::nowNs, sample -> {}, PATIENCE);
        assertThatThrownBy(() -> GroupFollower.start(nowhere)).isInstanceOf(ClusterException.class);
    }
}
