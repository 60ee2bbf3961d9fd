package io.docaxis.consumer.stream;

import java.time.Duration;

/**
 * When a task publishes its tally: shortly before each commit, for nobody sees it earlier, and at most once a second. What is
 * concluded to be published is then concluded for the commit too. Not thread-safe.
 */
final class PublicationTimes {

    /** How often to ask whether it is time. */
    static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** So long before a commit is shortly before. */
    private static final long LEAD_MS = 2 * LOOK_EVERY.toMillis();

    private static final long LEAST_MS = 1_000;

    private final long commitEveryMs;
    private final long leastMs;
    private final long mostMs;
    private long commits;
    private long committedAtMs;
    private long publishedAtMs;

    PublicationTimes(Duration commitEvery, long nowMs) {
        commitEveryMs = commitEvery.toMillis();
        leastMs = Math.max(LEAST_MS, commitEveryMs - LEAD_MS);
        // from shortly before one commit to shortly after the next
        mostMs = Math.max(LEAST_MS, commitEveryMs) + 2 * LEAD_MS;
        committedAtMs = nowMs;
        // as if shortly before the first interval began
        publishedAtMs = nowMs - LEAD_MS;
    }

    /**
     * Whether it is time to publish; if so, that counts as done.
     *
     * @param commitsSoFar of the task
     */
    boolean isDue(long nowMs, long commitsSoFar) {
        if (commitsSoFar != commits) {
            commits = commitsSoFar;
            committedAtMs = nowMs;
        }
        long sincePublishedMs = nowMs - publishedAtMs;
        boolean commitIsNear = nowMs - committedAtMs >= commitEveryMs - LEAD_MS;
        if (sincePublishedMs >= mostMs || commitIsNear && sincePublishedMs >= leastMs) {
            publishedAtMs = nowMs;
            return true;
        }
        return false;
    }
}
