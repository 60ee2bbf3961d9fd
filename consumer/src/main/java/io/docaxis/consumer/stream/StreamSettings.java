package io.docaxis.consumer.stream;

import io.docaxis.consumer.exchange.ExchangeState;
import java.time.Duration;

/**
 * How the engine runs.
 *
 * @param threads stream threads; partitions are spread over them
 * @param commitEvery what was read is committed, and changed state written, so often
 * @param instanceId an id that stays the same over restarts, so that a restarted instance gets its partitions back at once
 *     (static membership); null: a new member each time
 * @param paced whether the traffic is paced: then changes are written all the time and sent at once, for low latency;
 *     otherwise they are collected until the commit, for throughput
 */
public record StreamSettings(int threads, Duration commitEvery, String instanceId, boolean paced) {

    /** Streams gives a transaction ten seconds; a commit must come well before. */
    private static final Duration COMMIT_AT_MOST = Duration.ofSeconds(8);

    /** As fast as it goes. */
    public static final StreamSettings UNBOUNDED = new StreamSettings(1, Duration.ofSeconds(4), null, false);

    /** For traffic on a schedule. */
    public static final StreamSettings PACED = new StreamSettings(1, Duration.ofSeconds(1), null, true);

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

    /** Threads that are written together: at full speed nearly all change between two commits, on a schedule few. */
    int threadsPerPage() {
        return paced ? 1 : ExchangeState.THREADS_PER_PAGE;
    }

    public StreamSettings withThreads(int count) {
        return new StreamSettings(count, commitEvery, instanceId, paced);
    }

    public StreamSettings withCommitEvery(Duration interval) {
        return new StreamSettings(threads, interval, instanceId, paced);
    }

    public StreamSettings withInstanceId(String id) {
        return new StreamSettings(threads, commitEvery, id, paced);
    }
}
