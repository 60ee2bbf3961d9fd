package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.OtherVersionException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.docaxis.monitor.cluster.TopicIdentity;
import io.docaxis.monitor.cluster.UnansweredException;
import io.docaxis.monitor.cluster.UnreadableException;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.function.LongPredicate;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Keeps sums over what the tally topic holds: all of it, as long as it is the same topic. One thread at a time. */
final class TallySource implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Whatever a topic holds that is none of ours, it holds a second later. */
    private static final Duration UNREADABLE = Duration.ofMinutes(1);

    private final Cluster cluster;
    private final String name;
    private final Clock clock;
    private final ClusterQueries queries;
    private final TopicIdentity identity;
    private final Pause pause;
    private final LongPredicate wanted;
    private TallyTopic topic;
    private LastRun lastRun;

    TallySource(Cluster cluster, String name, Clock clock) {
        this(cluster, name, clock, cell -> true);
    }

    /** @param wanted by key, which cells are kept: the others take no memory */
    TallySource(Cluster cluster, String name, Clock clock, LongPredicate wanted) {
        this.cluster = cluster;
        this.name = name;
        this.clock = clock;
        queries = new ClusterQueries(cluster);
        identity = new TopicIdentity(queries, name);
        pause = new Pause(clock, UNREADABLE);
        this.wanted = wanted;
    }

    /**
     * What is in the topic now. What cannot be read as it has to be is read again after a minute, or once another topic is there.
     *
     * @throws UnansweredException if there is more than could be read in the time; the next question goes on from there
     */
    TallySnapshot read() throws InterruptedException {
        requireSameTopic();
        pause.requireOver();
        try {
            return readOn();
        } catch (OtherVersionException e) {
            throw paused(new UnreadableException(e.getMessage(), e));
        } catch (UnansweredException | ClusterException | KafkaException e) {
            throw e;
        } catch (UnreadableException e) {
            throw paused(e);
        } catch (RuntimeException e) {
            throw paused(new UnreadableException("topic '" + name + "': " + Reason.of(e), e));
        }
    }

    private TallySnapshot readOn() {
        if (topic == null) {
            lastRun = new LastRun();
            topic = new TallyTopic(cluster, name, new TallyReader(lastRun, wanted));
        }
        boolean complete = catchUp();
        if (!topic.reader().problems().isEmpty()) {
            throw new UnreadableException(
                    "topic '" + name + "': " + topic.reader().problems().get(0));
        }
        if (!complete) {
            throw new UnansweredException("all of topic '" + name + "'", null);
        }
        return lastRun.snapshot(topic.reader(), clock.wallTime());
    }

    private UnreadableException paused(UnreadableException failure) {
        closeTopic();
        pause.begin(failure);
        return failure;
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
            pause.end();
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
