package io.docaxis.consumer.metrics;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.TallyTopic;
import io.docaxis.consumer.lag.LagReader;
import io.docaxis.consumer.lag.LagSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest figures about a prefix's consumers, learnt from the cluster once a second on a thread of its own: their lag, and
 * what they concluded so far. The metrics and the terminal show these and no others. Thread-safe to read.
 */
public final class Figures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Adding up a large tally takes time: at most this share of it goes there. */
    private static final int REST_FOR_EACH = 20;

    private final Cluster cluster;
    private final Topics topics;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "docaxis-figures");
    private volatile LagSnapshot lag;
    private volatile TallySnapshot tally = TallySnapshot.unknown();

    /** Unknown until {@link #start} was called and the cluster has answered. */
    public Figures(Cluster cluster, Topics topics, Clock clock) {
        this.cluster = cluster;
        this.topics = topics;
        this.clock = clock;
        lag = LagSnapshot.unknown(topics.group(), topics.events());
        thread.setDaemon(true);
    }

    public Figures start() {
        thread.start();
        return this;
    }

    public LagSnapshot lag() {
        return lag;
    }

    public TallySnapshot tally() {
        return tally;
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (LagReader lagReader = new LagReader(cluster, topics.group(), topics.events(), clock);
                TallyTopic tallyTopic = new TallyTopic(cluster, topics.tally())) {
            boolean known = true;
            long waitMs = 0;
            while (!closing.await(waitMs, TimeUnit.MILLISECONDS)) {
                lag = lagReader.read();
                if (known && lagReader.problem() != null) {
                    LOG.warn("lag unknown: {}", lagReader.problem());
                }
                known = lagReader.problem() == null;
                waitMs = EVERY.toMillis() + REST_FOR_EACH * readTallyMs(tallyTopic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.error("figures end: {}", e.getMessage(), e);
            lag = LagSnapshot.unknown(topics.group(), topics.events());
            tally = TallySnapshot.unknown();
        }
    }

    /** How long adding up took. */
    private long readTallyMs(TallyTopic topic) {
        int read = 0;
        for (int more = topic.poll(Duration.ofMillis(100)); more > 0; more = topic.poll(Duration.ZERO)) {
            read += more;
        }
        if (read == 0) {
            return 0;
        }
        long from = clock.millis();
        tally = TallySnapshot.of(topic.reader());
        return Math.max(0, clock.millis() - from);
    }
}
