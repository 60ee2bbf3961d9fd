package io.docaxis.monitor.lag;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.RefusedException;
import io.docaxis.monitor.cluster.TopicIdentity;
import io.docaxis.monitor.cluster.UnansweredException;
import io.micrometer.core.instrument.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks a cluster how far a group is behind on a topic. One thread at a time; a call takes a few round trips.
 *
 * <p>The order of the queries keeps the answers true while everything moves. Beginnings come first: one that moves later
 * cannot make records lost that were read in between. Commits come before ends: one that moves later cannot make a lag
 * negative. A partition without a commit counts from the beginning of its log, where the group begins.
 */
public final class LagReader implements AutoCloseable {

    private final String group;
    private final String topic;
    private final Clock clock;
    private final ClusterQueries queries;
    private final TopicIdentity identity;
    private final FirstUnread firstUnread;

    public LagReader(Cluster cluster, String group, String topic, Clock clock) {
        this.group = group;
        this.topic = topic;
        this.clock = clock;
        queries = new ClusterQueries(cluster);
        identity = new TopicIdentity(queries, topic);
        firstUnread = new FirstUnread(cluster, topic);
    }

    /**
     * The lag now; unknown of partitions for which nobody answers.
     *
     * @throws UnansweredException if nobody answers at all
     * @throws RefusedException if the topic is not there any more, or may not be looked at
     */
    public LagSnapshot read() throws InterruptedException {
        List<TopicPartition> partitions = identity.look().partitions().stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        SortedMap<Integer, PartitionOffsets> offsets = offsets(partitions);
        SortedMap<Integer, PartitionOffsets> unread = new TreeMap<>(offsets);
        unread.values().removeIf(PartitionOffsets::isAllRead);
        firstUnread.look(unread);
        List<PartitionLag> lags = partitions.stream()
                .map(partition -> lag(partition.partition(), offsets.get(partition.partition())))
                .toList();
        return new LagSnapshot(group, topic, lags, OptionalLong.of(clock.wallTime()));
    }

    /** Learns under which name the cluster's figures are shown. */
    void learn(ClusterName name) throws InterruptedException {
        name.learn(queries);
    }

    private PartitionLag lag(int partition, PartitionOffsets offsets) {
        if (offsets == null) {
            return PartitionLag.unknown(partition);
        }
        return new PartitionLag(
                partition,
                Optional.of(offsets),
                offsets.isAllRead() ? OldestUnread.NONE : firstUnread.at(partition, offsets));
    }

    /** Of the partitions of which everything was answered; where one question got no answer, the next is not asked. */
    private SortedMap<Integer, PartitionOffsets> offsets(List<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, Long> starts = queries.starts(partitions);
        Map<TopicPartition, Long> commits = queries.commits(group);
        Map<TopicPartition, Long> stableEnds = queries.stableEnds(starts.keySet());
        Map<TopicPartition, Long> highWatermarks = queries.highWatermarks(stableEnds.keySet());
        SortedMap<Integer, PartitionOffsets> offsets = new TreeMap<>();
        highWatermarks.forEach((partition, highWatermark) -> {
            long start = starts.get(partition);
            offsets.put(
                    partition.partition(),
                    new PartitionOffsets(
                            commits.getOrDefault(partition, start), start, stableEnds.get(partition), highWatermark));
        });
        return offsets;
    }

    @Override
    public void close() {
        firstUnread.close();
        queries.close();
    }
}
