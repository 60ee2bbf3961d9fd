package io.docaxis.monitor.cluster;

import java.util.Set;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * A member of a group.
 *
 * @param assigned the partitions that it is to read; empty where the group's protocol does not say so
 */
public record GroupMember(String id, String clientId, String host, Set<TopicPartition> assigned) {

    public GroupMember {
        assigned = Set.copyOf(assigned);
    }

    static GroupMember of(MemberDescription member) {
        return new GroupMember(
                member.consumerId(),
                member.clientId(),
                member.host(),
                member.assignment().topicPartitions());
    }
}
