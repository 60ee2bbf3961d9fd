package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.TallyTopic;
import io.docaxis.monitor.cluster.Questions;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.docaxis.monitor.cluster.TopicIdentity;
import io.docaxis.monitor.cluster.UnansweredException;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;

/** Adds up what the tally topic holds: all of it, as long as it is the same topic. One thread at a time. */
final class TallySource implements Source<TallySnapshot> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Adding up a large tally takes time: at most this share of it goes there. */
    private static final int REST_FOR_EACH = 20;

    private final Cluster cluster;
    private final String name;
    private final Clock clock;
    private final Questions questions;
    private final TopicIdentity identity;
    private TallyTopic topic;
    private TallySnapshot snapshot;
    private boolean isBehind;
    private long restsUntilNs;

    TallySource(Cluster cluster, String name, Clock clock) {
        this.cluster = cluster;
        this.name = name;
        this.clock = clock;
        questions = new Questions(cluster);
        identity = new TopicIdentity(questions, name);
        startOver();
    }

    /** As of the newest adding up; of what is still being read from the beginning nothing is known. */
    @Override
    public TallySnapshot read() throws InterruptedException {
        requireSameTopic();
        if (topic == null) {
            topic = new TallyTopic(cluster, name);
        }
        long before = topic.recordsRead();
        boolean complete = catchUp();
        isBehind |= topic.recordsRead() > before;
        if (!topic.reader().problems().isEmpty()) {
            throw new IllegalStateException(
                    "topic '" + name + "': " + topic.reader().problems().get(0));
        }
        if (!complete) {
            // more was written than could be read: what it came to before is no news
            snapshot = TallySnapshot.unknown();
            isBehind = true;
            restsUntilNs = clock.monotonicTime();
        } else if (!isBehind || clock.monotonicTime() - restsUntilNs >= 0) {
            addUp();
        }
        return snapshot;
    }

    private void requireSameTopic() throws InterruptedException {
        try {
            identity.look();
        } catch (TopicGoneException e) {
            startOver();
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

    private void addUp() {
        long fromNs = clock.monotonicTime();
        snapshot = isBehind ? TallySnapshot.of(topic.reader(), clock.wallTime()) : snapshot.confirmed(clock.wallTime());
        isBehind = false;
        long nowNs = clock.monotonicTime();
        restsUntilNs = nowNs + REST_FOR_EACH * (nowNs - fromNs);
    }

    private void startOver() {
        closeTopic();
        identity.forget();
        snapshot = TallySnapshot.unknown();
        isBehind = false;
        restsUntilNs = clock.monotonicTime();
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
        questions.close();
    }
}
