package io.docaxis.simulator.cluster;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps asking the brokers of a cluster whether they answer, on a thread of its own, while a command works with them: Kafka's clients wait
 * for minutes and say nothing. One for a command; what it has to say is asked for by one thread.
 */
public final class ClusterWatch implements AutoCloseable {

    private static final Duration FIRST_CONTACT = Duration.ofSeconds(15);
    private static final Duration LEAST_CONTACT = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final long EVERY_MS = 5_000;
    private static final long MOST_MS = 15_000;
    private static final long AGAIN_MS = 500;
    private static final long CLOSE_MS = 10_000;

    private final Cluster cluster;
    private final BrokerProbe probe;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "docaxis-cluster-watch");
    private final SilenceNews news;
    private volatile Answer last;

    /** What the last question came to. */
    private record Answer(long answeredAtMs, String problem) {}

    private ClusterWatch(Cluster cluster, BrokerProbe probe, SilenceNews news, Answer last) {
        this.cluster = cluster;
        this.probe = probe;
        this.news = news;
        this.last = last;
        thread.setDaemon(true);
    }

    /**
     * Waits until every broker has answered once, and watches them from then on.
     *
     * @throws ClusterException if they do not within some time, or one says that it never will
     */
    public static ClusterWatch open(Cluster cluster) {
        return open(cluster, FIRST_CONTACT);
    }

    /**
     * Waits until every broker has answered once, and watches them from then on.
     *
     * @param atMost how long to wait, if that is less than usual; on a busy machine a good broker takes a second or two
     * @throws ClusterException if they do not within that time, or one says that it never will
     */
    public static ClusterWatch open(Cluster cluster, Duration atMost) {
        Duration patience = Duration.ofMillis(
                Math.max(LEAST_CONTACT.toMillis(), Math.min(FIRST_CONTACT.toMillis(), atMost.toMillis())));
        Duration step = patience.compareTo(STEP) < 0 ? patience : STEP;
        BrokerProbe probe = new BrokerProbe(cluster, step);
        try {
            firstContact(cluster, probe, patience);
        } catch (RuntimeException e) {
            probe.close();
            throw e;
        }
        return start(new ClusterWatch(cluster, probe, new SilenceNews(), new Answer(System.currentTimeMillis(), null)));
    }

    /**
     * Watches brokers that need not answer yet: for who starts while they are down and waits for them. The first news is that they do not.
     *
     * @throws ClusterException if one says that it never will
     */
    public static ClusterWatch openUnanswered(Cluster cluster) {
        BrokerProbe probe = new BrokerProbe(cluster, STEP);
        long sinceMs = System.currentTimeMillis();
        Optional<BrokerProbe.Problem> problem = probe.ask(STEP.toMillis());
        if (problem.isEmpty()) {
            return start(
                    new ClusterWatch(cluster, probe, new SilenceNews(), new Answer(System.currentTimeMillis(), null)));
        }
        if (!problem.get().passing()) {
            probe.close();
            throw new ClusterException(problem.get().what());
        }
        return start(new ClusterWatch(
                cluster,
                probe,
                new SilenceNews(sinceMs),
                new Answer(sinceMs, problem.get().what())));
    }

    private static ClusterWatch start(ClusterWatch watch) {
        watch.thread.start();
        return watch;
    }

    private static void firstContact(Cluster cluster, BrokerProbe probe, Duration patience) {
        LocalTime since = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        long begunAt = System.nanoTime();
        Optional<BrokerProbe.Problem> problem = probe.ask(patience.toMillis());
        while (problem.isPresent()) {
            long ms = (System.nanoTime() - begunAt) / 1_000_000;
            if (!problem.get().passing()) {
                throw new ClusterException(problem.get().what());
            }
            if (ms + AGAIN_MS >= patience.toMillis()) {
                throw new ClusterException(problem.get().what() + "; asked which brokers there are since " + since
                        + ", for " + (ms + 500) / 1000 + " s");
            }
            pause(cluster);
            problem = probe.ask(patience.toMillis() - ms - AGAIN_MS);
        }
    }

    private static void pause(Cluster cluster) {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for " + cluster, e);
        }
    }

    private void watch() {
        try (probe) {
            while (!closing.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                Optional<BrokerProbe.Problem> problem = probe.ask(MOST_MS);
                last = problem.isPresent()
                        ? new Answer(last.answeredAtMs(), problem.get().what())
                        : new Answer(System.currentTimeMillis(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is to be told now, if anything: that brokers have not answered for some time, now and then; or that they do again. */
    public Optional<String> news() {
        Answer answer = last;
        return news.at(System.currentTimeMillis(), answer.answeredAtMs(), problem(answer));
    }

    /**
     * Ends a command that can do nothing without answers.
     *
     * @throws ClusterException if brokers have not answered for longer
     */
    public void requireAnswers(Duration atMost) {
        Answer answer = last;
        long nowMs = System.currentTimeMillis();
        if (nowMs - answer.answeredAtMs() > atMost.toMillis()) {
            throw new ClusterException(SilenceNews.silence(nowMs, answer.answeredAtMs(), problem(answer)));
        }
    }

    private String problem(Answer answer) {
        return answer.problem() == null ? "no Kafka broker answers at '" + cluster + "'" : answer.problem();
    }

    /** Ends the questions; connections are closed soon after. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
