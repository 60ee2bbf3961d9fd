package io.docaxis.monitor.lag;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.cluster.RefusedException;
import io.docaxis.monitor.cluster.TopicIdentity;
import io.docaxis.monitor.cluster.UnansweredException;
import io.micrometer.core.instrument.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    private final PartitionQueries partitions;
    private final TopicIdentity identity;

    public LagReader(Cluster cluster, String group, String topic, Clock clock) {
        this.group = group;
        this.topic = topic;
        this.clock = clock;
        queries = new ClusterQueries(cluster);
        partitions = new PartitionQueries(queries);
        identity = new TopicIdentity(queries, topic);
    }

    /**
     * The lag now; unknown of partitions for which nobody answers.
     *
     * @throws UnansweredException if nobody answers at all
     * @throws RefusedException if the topic is not there any more, or may not be looked at
     */
    public LagSnapshot read() throws InterruptedException {
        List<TopicPartition> all = identity.look().partitions().stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        Map<Integer, PartitionOffsets> offsets = offsets(all);
        List<PartitionLag> lags = all.stream()
                .map(partition -> new PartitionLag(
                        partition.partition(), Optional.ofNullable(offsets.get(partition.partition()))))
                .toList();
        return new LagSnapshot(group, topic, lags, OptionalLong.of(clock.wallTime()));
    }

    /** Of the partitions of which everything was answered; where one question got no answer, the next is not asked. */
    private Map<Integer, PartitionOffsets> offsets(List<TopicPartition> all) throws InterruptedException {
        Map<TopicPartition, Long> starts = known(partitions.starts(all));
        Map<TopicPartition, Long> commits = queries.commits(group);
        Map<TopicPartition, Long> stableEnds = known(partitions.stableEnds(starts.keySet()));
        Map<TopicPartition, Long> highWatermarks = known(partitions.highWatermarks(stableEnds.keySet()));
        Map<Integer, PartitionOffsets> offsets = new HashMap<>();
        highWatermarks.forEach((partition, highWatermark) -> {
            long start = starts.get(partition);
            offsets.put(
                    partition.partition(),
                    new PartitionOffsets(
                            commits.getOrDefault(partition, start), start, stableEnds.get(partition), highWatermark));
        });
        return offsets;
    }

    /** Of the partitions for which somebody answers: one of several brokers may be gone. */
    private static Map<TopicPartition, Long> known(Answers<TopicPartition, Long> answers) {
        for (RuntimeException why : answers.failed().values()) {
            if (why instanceof RefusedException || answers.known().isEmpty()) {
                throw why;
            }
        }
        return answers.known();
    }

    @Override
    public void close() {
        queries.close();
    }
}
