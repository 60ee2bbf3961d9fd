package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.docaxis.monitor.cluster.TopicIdentity;
import io.docaxis.monitor.cluster.UnansweredException;
import io.docaxis.monitor.cluster.UnreadableException;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;

/** Keeps sums over what the tally topic holds: all of it, as long as it is the same topic. One thread at a time. */
final class TallySource implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final String name;
    private final Clock clock;
    private final ClusterQueries queries;
    private final TopicIdentity identity;
    private TallyTopic topic;
    private LastRun lastRun;

    TallySource(Cluster cluster, String name, Clock clock) {
        this.cluster = cluster;
        this.name = name;
        this.clock = clock;
        queries = new ClusterQueries(cluster);
        identity = new TopicIdentity(queries, name);
    }

    /** What is in the topic now; while more is written than can be read, nothing is known. */
    TallySnapshot read() throws InterruptedException {
        requireSameTopic();
        if (topic == null) {
            lastRun = new LastRun();
            topic = new TallyTopic(cluster, name, new TallyReader(lastRun));
        }
        boolean complete = catchUp();
        if (!topic.reader().problems().isEmpty()) {
            throw new UnreadableException(
                    "topic '" + name + "': " + topic.reader().problems().get(0));
        }
        return complete ? lastRun.snapshot(topic.reader(), clock.wallTime()) : TallySnapshot.unknown();
    }

    /** Hash of the run that was read last. */
    long run() {
        return topic == null ? 0 : topic.reader().lastRun();
    }

    private void requireSameTopic() throws InterruptedException {
        try {
            identity.look();
        } catch (TopicGoneException e) {
            closeTopic();
            identity.forget();
            throw e;
        }
    }

    private boolean catchUp() {
        try {
            return topic.catchUp(PATIENCE);
        } catch (TimeoutException e) {
            throw new UnansweredException("the end of topic '" + name + "'", e);
        }
    }

    private void closeTopic() {
        if (topic != null) {
            topic.close();
            topic = null;
        }
    }

    @Override
    public void close() {
        closeTopic();
        queries.close();
    }
}
