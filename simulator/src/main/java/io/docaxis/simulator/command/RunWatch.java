package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.TopicWatch;
import io.docaxis.common.kafka.topic.TopicWatch.EventLog;
import io.docaxis.common.tally.proto.PartHeader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks every second, on a thread of its own, whether a run that somebody waits for can still come to its end. Thread-safe to ask.
 */
final class RunWatch implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 1_000;

    private final Supplier<SortedMap<Integer, PartHeader>> headers;
    private final long patienceNs;
    private final TopicWatch topics;
    private final CountDownLatch closing = new CountDownLatch(1);
    private SortedMap<Integer, PartHeader> lastHeaders = new TreeMap<>();
    private long hopelessSinceNs;
    private volatile String impossible;
    private volatile ClusterException failure;

    /**
     * Begins to look.
     *
     * @param headers what the consumers said last, by partition; empty where it is not known
     * @param patience so long a reason has to last: what consumers have read is known some time after they read it
     */
    RunWatch(Cluster cluster, Topics topics, Supplier<SortedMap<Integer, PartHeader>> headers, Duration patience) {
        this.headers = headers;
        this.patienceNs = patience.toNanos();
        this.topics = new TopicWatch(cluster, topics);
        Thread thread = new Thread(this::run, "docaxis-run-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Why the run cannot come to its end any more; empty as long as it can.
     *
     * @throws ClusterException if the topics are not there any more, or may not be read
     */
    Optional<String> impossible() {
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(impossible);
    }

    private void run() {
        try (topics) {
            while (failure == null && !closing.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            topics.look().ifPresentOrElse(this::judge, () -> hopelessSinceNs = 0);
        } catch (ClusterException e) {
            if (closing.getCount() > 0) {
                failure = e;
            }
        }
    }

    private void judge(EventLog log) {
        SortedMap<Integer, PartHeader> now = headers.get();
        lastHeaders = now.isEmpty() ? lastHeaders : now;
        List<String> reasons = RunObstacles.reasons(log, lastHeaders);
        if (reasons.isEmpty()) {
            hopelessSinceNs = 0;
            impossible = null;
        } else if (hopelessSinceNs == 0) {
            hopelessSinceNs = System.nanoTime();
        } else if (System.nanoTime() - hopelessSinceNs >= patienceNs) {
            impossible = "the run cannot come to its end: " + String.join("; ", reasons);
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
