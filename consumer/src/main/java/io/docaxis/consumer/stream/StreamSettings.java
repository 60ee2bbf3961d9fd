package io.docaxis.consumer.stream;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.consumer.state.ExchangeState;
import java.time.Duration;

/**
 * How the engine runs.
 *
 * @param threads stream threads; partitions are spread over them
 * @param commitEvery what was read is committed, and changed state written, so often
 * @param instanceId an id that stays the same over restarts, so that a restarted instance gets its partitions back at once
 *     (static membership); null: a new member each time
 * @param paced whether the traffic is paced: then changes are written and sent all the time, so that commits are short; otherwise they
 *     are collected until the commit, for throughput
 * @param tallyEvery a partition's tally is published so often at most, with a commit: cells that changed many times since then are sent
 *     once. More than a second: by turns
 * @param fastClients whether records may come in batches that Kafka's consumer has not parsed
 */
public record StreamSettings(
        int threads,
        Duration commitEvery,
        String instanceId,
        boolean paced,
        Duration tallyEvery,
        FastClients fastClients) {

    private static final Duration COMMIT_AT_MOST = Duration.ofSeconds(60);

    /** A broker or consumer that stops for so long between two commits loses no work. */
    public static final Duration TO_SPARE = Duration.ofSeconds(6);

    /** Shorter ones are not asked for. */
    public static final Duration TRANSACTION_AT_LEAST = Duration.ofSeconds(10);

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** As fast as it goes: a commit writes and publishes all that changed, so fewer cost less ({@code docs/decisions/0008}). */
    public static final StreamSettings UNBOUNDED =
            new StreamSettings(1, Duration.ofSeconds(8), null, false, SECOND, FastClients.AUTO);

    /** For traffic on a schedule. */
    public static final StreamSettings PACED = new StreamSettings(1, SECOND, null, true, SECOND, FastClients.AUTO);

    /**
     * For paced traffic whose latency is measured: what comes during a commit waits for its end, so commits are as far apart as those of Kafka's
     * consumers are by default, and tallies, by turns, are sent in between ({@code docs/decisions/0020}).
     */
    public static final StreamSettings MEASURED =
            PACED.withCommitEvery(Duration.ofSeconds(5)).withTallyEvery(Duration.ofSeconds(30));

    /** @throws IllegalArgumentException if a value is out of range */
    public StreamSettings {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("stream threads " + threads + ": want 1 to 64");
        }
        if (commitEvery.toMillis() < 1 || commitEvery.compareTo(COMMIT_AT_MOST) > 0) {
            throw new IllegalArgumentException("commit interval " + commitEvery.toMillis() + " ms: want 1 to "
                    + COMMIT_AT_MOST.toMillis() + " ms");
        }
    }

    /**
     * A transaction that is not committed for so long is aborted, and its work done again. Whoever takes over from a consumer that was
     * killed waits for it as well, for until then nobody knows what was committed.
     */
    public Duration transactionTimeout() {
        Duration needed = commitEvery.plus(TO_SPARE);
        return needed.compareTo(TRANSACTION_AT_LEAST) > 0 ? needed : TRANSACTION_AT_LEAST;
    }

    /** Threads that are written together: at full speed nearly all change between two commits, on a schedule few. */
    int threadsPerPage() {
        return paced ? 1 : ExchangeState.THREADS_PER_PAGE;
    }

    /** Whether partitions publish their tallies one after another: then a commit has some only, and no reader the tally of one moment. */
    public boolean tallyInTurns() {
        return tallyEvery.compareTo(SECOND) > 0;
    }

    public StreamSettings withThreads(int count) {
        return new StreamSettings(count, commitEvery, instanceId, paced, tallyEvery, fastClients);
    }

    public StreamSettings withCommitEvery(Duration interval) {
        return new StreamSettings(threads, interval, instanceId, paced, tallyEvery, fastClients);
    }

    public StreamSettings withInstanceId(String id) {
        return new StreamSettings(threads, commitEvery, id, paced, tallyEvery, fastClients);
    }

    public StreamSettings withTallyEvery(Duration interval) {
        return new StreamSettings(threads, commitEvery, instanceId, paced, interval, fastClients);
    }

    public StreamSettings withFastClients(FastClients chosen) {
        return new StreamSettings(threads, commitEvery, instanceId, paced, tallyEvery, chosen);
    }
}
