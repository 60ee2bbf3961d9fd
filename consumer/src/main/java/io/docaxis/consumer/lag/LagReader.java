package io.docaxis.consumer.lag;

import io.docaxis.common.kafka.Cluster;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks a cluster how far a group is behind on a topic. Commits are asked for first, then the ends of the logs, so that the
 * lag cannot come out below 0. A partition without a commit counts from the beginning of its log, where the group begins.
 * One thread at a time; a call takes a few round trips, and seconds where the cluster does not answer.
 */
public final class LagReader implements AutoCloseable {

    private static final int TIMEOUT_MS = 5_000;

    private final String group;
    private final String topic;
    private final Clock clock;
    private final Admin admin;
    private final FirstUnread firstUnread;
    private List<TopicPartition> partitions = List.of();
    private String problem;

    public LagReader(Cluster cluster, String group, String topic, Clock clock) {
        this.group = group;
        this.topic = topic;
        this.clock = clock;
        admin = Admin.create(cluster.client(Map.of(
                "request.timeout.ms",
                TIMEOUT_MS,
                "default.api.timeout.ms",
                TIMEOUT_MS,
                "metric.reporters",
                "",
                "enable.metrics.push",
                false)));
        firstUnread = new FirstUnread(cluster, topic);
    }

    /** The lag now; unknown where the cluster does not answer, with the reason in {@link #problem}. */
    public LagSnapshot read() {
        try {
            LagSnapshot lag = ask();
            problem = null;
            return lag;
        } catch (ExecutionException e) {
            problem = e.getCause().getMessage();
        } catch (KafkaException e) {
            problem = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "interrupted";
        }
        return LagSnapshot.unknown(group, topic);
    }

    /** Why the lag read last is unknown, or null. */
    public String problem() {
        return problem;
    }

    private LagSnapshot ask() throws ExecutionException, InterruptedException {
        if (partitions.isEmpty()) {
            partitions = get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
        }
        Map<TopicPartition, OffsetAndMetadata> commits =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> begins = offsets(partition -> OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partition -> OffsetSpec.latest());
        SortedMap<Integer, Long> next = new TreeMap<>();
        SortedMap<Integer, Long> unread = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata commit = commits.get(partition);
            long from = commit == null ? begins.get(partition) : commit.offset();
            next.put(partition.partition(), from);
            if (from < ends.get(partition)) {
                unread.put(partition.partition(), from);
            }
        }
        firstUnread.look(unread);
        long nowMs = clock.millis();
        List<PartitionLag> lags = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            int number = partition.partition();
            long from = next.get(number);
            lags.add(PartitionLag.of(number, from, ends.get(partition), firstUnread.writtenAtMs(number, from), nowMs));
        }
        return new LagSnapshot(group, topic, lags);
    }

    private Map<TopicPartition, Long> offsets(Function<TopicPartition, OffsetSpec> which)
            throws ExecutionException, InterruptedException {
        return get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), which)))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException {
        return future.get();
    }

    @Override
    public void close() {
        firstUnread.close();
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
