package io.docaxis.monitor.cluster;

import java.util.List;
import org.apache.kafka.clients.admin.GroupListing;

/**
 * The groups that a cluster's brokers name.
 *
 * @param failures of brokers that did not answer: the groups that they look after are not among those listed
 */
public record ListedGroups(List<GroupListing> groups, List<RuntimeException> failures) {

    public ListedGroups {
        groups = List.copyOf(groups);
        failures = List.copyOf(failures);
    }
}
