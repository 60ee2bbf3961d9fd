package io.docaxis.consumer.stream;

import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the logs of partitions end: asked once a second, for all partitions that tasks of live runs have in this process, in one request and
 * on a thread of its own. Nothing is asked, and no client is made, while there is none. Where there is no answer the last one stays, which
 * is as true as ever. Thread-safe.
 */
final class LogEnds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogEnds.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    private static final int PATIENCE_MS = 5_000;
    /** After so many questions without an answer it is said. */
    private static final int UNANSWERED = 10;

    /** A log's end at some instant after it was asked: the high watermark, which records of open transactions are below. */
    record Answer(long askedAtMs, long end) {}

    /** Gives the ends of those partitions whose ends can be told now. */
    interface Question {
        Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) throws InterruptedException;
    }

    private final Question question;
    private final LongSupplier wallMs;
    /** By partition, the task that wants to know. */
    private final Map<TopicPartition, Object> wanted = new ConcurrentHashMap<>();

    private final Map<TopicPartition, Answer> answers = new ConcurrentHashMap<>();
    /** Where it asks by itself; or null. */
    private final ScheduledExecutorService thread;

    private boolean asking;
    /** In a row; of the thread that asks. */
    private int unanswered;

    /** Asks when it is told to. */
    LogEnds(Question question, LongSupplier wallMs) {
        this(question, wallMs, null);
    }

    private LogEnds(Question question, LongSupplier wallMs, ScheduledExecutorService threadOrNull) {
        this.question = question;
        this.wallMs = wallMs;
        thread = threadOrNull;
    }

    /** Asks a cluster, by itself. */
    static LogEnds of(Cluster cluster) {
        return new LogEnds(
                new Asked(cluster),
                System::currentTimeMillis,
                // starts with the first task
                Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "docaxis-log-ends");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    /** A task wants to know from now on. */
    synchronized void want(TopicPartition partition, Object task) {
        wanted.put(partition, task);
        if (!asking && thread != null) {
            asking = true;
            thread.scheduleAtFixedRate(this::ask, 0, ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void leave(TopicPartition partition, Object task) {
        wanted.remove(partition, task);
    }

    /** The last answer for a partition, or null. */
    Answer last(TopicPartition partition) {
        return answers.get(partition);
    }

    /** Asks once. */
    void ask() {
        Set<TopicPartition> partitions = Set.copyOf(wanted.keySet());
        if (partitions.isEmpty()) {
            return;
        }
        try {
            long askedAtMs = wallMs.getAsLong();
            Map<TopicPartition, Long> ends = question.ends(partitions);
            ends.forEach((partition, end) -> answers.put(partition, new Answer(askedAtMs, end)));
            count(ends.keySet().containsAll(partitions));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("where logs end cannot be asked", e);
            count(false);
        }
    }

    private void count(boolean answered) {
        unanswered = answered ? 0 : unanswered + 1;
        if (unanswered == UNANSWERED) {
            LOG.warn(
                    "it is not known where the events' log ends: until it is, deadlines are announced by the watermark alone");
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
        if (question instanceof Asked asked) {
            asked.close();
        }
    }

    /** A cluster that is asked with a client of its own, made when it is first needed. */
    private static final class Asked implements Question {
        private final Cluster cluster;
        private volatile Admin admin;

        Asked(Cluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) throws InterruptedException {
            if (admin == null) {
                admin = Admin.create(cluster.admin(
                        Map.of("request.timeout.ms", PATIENCE_MS, "default.api.timeout.ms", PATIENCE_MS)));
            }
            ListOffsetsResult asked = admin.listOffsets(
                    partitions.stream().collect(Collectors.toMap(partition -> partition, all -> OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (TopicPartition partition : partitions) {
                try {
                    ListOffsetsResult.ListOffsetsResultInfo found =
                            asked.partitionResult(partition).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
                    ends.put(partition, found.offset());
                } catch (ExecutionException | TimeoutException e) {
                    LOG.debug("where the log of {} ends is not known", partition, e);
                }
            }
            return ends;
        }

        void close() {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }
}
