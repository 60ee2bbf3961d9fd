package io.docaxis.monitor.cluster;

import java.util.Objects;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;

/** One topic from the first time it was seen: another one under the same name is not it. One thread at a time. */
public final class TopicIdentity {

    private final ClusterQueries queries;
    private final String name;
    private Uuid first;

    public TopicIdentity(ClusterQueries queries, String name) {
        this.queries = queries;
        this.name = name;
    }

    /**
     * The topic as it is now.
     *
     * @throws TopicGoneException if it is not there, or another is under its name
     */
    public TopicDescription look() throws InterruptedException {
        TopicDescription found = queries.topic(name);
        if (first == null) {
            first = found.topicId();
        }
        if (!Objects.equals(first, found.topicId())) {
            throw new TopicGoneException("topic '" + name + "' was deleted and made anew", null);
        }
        return found;
    }

    /** Whichever topic is seen next is the one. */
    public void forget() {
        first = null;
    }
}
