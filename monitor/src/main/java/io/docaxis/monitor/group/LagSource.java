package io.docaxis.monitor.group;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.Reason;
import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.GroupQueries;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.cluster.PolledSource;
import io.docaxis.monitor.cluster.RefusedException;
import io.docaxis.monitor.cluster.TopicIdentity;
import io.docaxis.monitor.cluster.UnansweredException;
import io.docaxis.monitor.health.GroupPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What one group that reads what is committed has not read of one topic: the questions of a {@link GroupsReader}, in the same order, but for
 * all that is about other groups and topics. Whether they are answered is what is known of the cluster. One thread at a time.
 */
final class LagSource implements PolledSource<OptionalLong> {

    private final String group;
    private final String topic;
    private final ClusterContact contact;
    private final ClusterQueries queries;
    private final GroupQueries groups;
    private final PartitionQueries partitions;
    private final TopicIdentity identity;

    LagSource(Cluster cluster, String group, String topic, ClusterContact contact) {
        this.group = group;
        this.topic = topic;
        this.contact = contact;
        queries = new ClusterQueries(cluster);
        groups = new GroupQueries(queries);
        partitions = new PartitionQueries(queries);
        identity = new TopicIdentity(queries, topic);
    }

    /**
     * Records that can be read and were not; empty where nobody answers for a partition.
     *
     * @throws UnansweredException if nobody answers for any of them
     * @throws RefusedException if the topic is not there any more, or may not be looked at
     */
    @Override
    public OptionalLong read() throws InterruptedException {
        try {
            List<TopicPartition> all = identity.look().partitions().stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            List<RuntimeException> silence = new ArrayList<>();
            PartitionRanges ranges = ranges(all, silence);
            Map<TopicPartition, Long> commits = known(groups.commits(List.of(group)));
            ranges.end();
            List<Optional<GroupPosition>> positions = all.stream()
                    .map(partition -> ranges.of(partition)
                            .map(range -> ReadingGroup.position(commits.get(partition), range, true)))
                    .toList();
            requireAny(positions, silence);
            tell(all, positions);
            return ReadingGroup.readable(positions);
        } catch (RefusedException e) {
            contact.refused(e);
            throw e;
        } catch (Throwable e) {
            contact.unanswered(Reason.of(e));
            throw e;
        }
    }

    /** One of several brokers may be gone; what is refused of one partition is of all. */
    private PartitionRanges ranges(List<TopicPartition> all, List<RuntimeException> silence)
            throws InterruptedException {
        PartitionRanges ranges = new PartitionRanges(partitions, (partition, why) -> {
            if (why instanceof RefusedException) {
                throw why;
            }
            silence.add(why);
        });
        ranges.begin(all);
        return ranges;
    }

    private Map<TopicPartition, Long> known(Answers<String, Map<TopicPartition, Long>> commits) {
        if (!commits.failed().isEmpty()) {
            throw commits.failed().get(group);
        }
        return commits.known().get(group);
    }

    /** @param silence what came instead of answers */
    static void requireAny(List<Optional<GroupPosition>> positions, List<RuntimeException> silence) {
        if (!silence.isEmpty() && positions.stream().allMatch(Optional::isEmpty)) {
            throw silence.get(0);
        }
    }

    private void tell(List<TopicPartition> all, List<Optional<GroupPosition>> positions) {
        List<Integer> silent = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (positions.get(i).isEmpty()) {
                silent.add(all.get(i).partition());
            }
        }
        if (silent.isEmpty()) {
            contact.answered();
        } else {
            contact.unanswered("nobody answers for partitions " + silent + " of topic '" + topic + "'");
        }
    }

    @Override
    public void close() {
        queries.close();
    }
}
