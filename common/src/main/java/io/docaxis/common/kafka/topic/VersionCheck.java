package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.OtherVersionException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclOperation;

/**
 * Whether what is in the topics of a prefix is of the contract's version that this program reads: the start markers of the events, the
 * first headers of ledger and tally. Nothing is written, and only topics that the purpose reads are. Blocking.
 */
final class VersionCheck {

    private final Cluster cluster;
    private final Topics topics;

    VersionCheck(Cluster cluster, Topics topics) {
        this.cluster = cluster;
        this.topics = topics;
    }

    /**
     * Looks at the topics that are there.
     *
     * @throws OtherVersionException for the first that is of another version
     */
    void require(Map<String, TopicDescription> found, Set<Purpose> purposes) {
        Rights.needed(purposes, topics).forEach((topic, operations) -> {
            if (!found.containsKey(topic) || !operations.contains(AclOperation.READ)) {
                return;
            }
            if (topic.equals(topics.events())) {
                requireMarkers(found.get(topic));
            } else if (topic.equals(topics.ledger()) || topic.equals(topics.tally())) {
                try (TallyTopic tally = new TallyTopic(cluster, topic)) {
                    tally.readToHeader();
                }
            }
        });
    }

    /** Where the marker was deleted, ledger and tally tell. */
    private void requireMarkers(TopicDescription events) {
        EventReader reader = new EventReader();
        for (ConsumerRecord<byte[], byte[]> first :
                FirstRecords.read(cluster, ClusterAdmin.partitions(events)).values()) {
            int version = version(reader, first.value());
            if (version != ContractVersion.CURRENT) {
                throw new OtherVersionException(topics.events(), version);
            }
        }
    }

    private static int version(EventReader reader, byte[] value) {
        if (reader.read(value) != EventKind.RUN_STARTED) {
            return ContractVersion.CURRENT;
        }
        try {
            return ContractVersion.of(reader.runStarted().getContractVersion());
        } catch (IllegalStateException e) {
            // a marker that cannot be read is the consumers' to count
            return ContractVersion.CURRENT;
        }
    }
}
