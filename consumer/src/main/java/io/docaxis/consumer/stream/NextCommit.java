package io.docaxis.consumer.stream;

import java.time.Duration;

/**
 * When a task is to be committed next, so far as it can know: Streams commits all tasks of a thread at an interval, from the end of one commit
 * to the beginning of the next, and some when they ask for it. By wall clock, in milliseconds. Not thread-safe.
 */
final class NextCommit {

    /** Tasks of a thread get ready one after another, for while one does so the others wait. */
    private static final int TURNS = 8;

    /** From the last turn to the commit, and from one turn to the next. */
    private static final int LAST_MS = 20;

    private static final int TURN_MS = 10;

    /** No turn comes before the last tenth of an interval: who is committed often gains nothing by getting ready early. */
    private static final int SHARE = 10;

    private final long everyMs;
    private final long nearMs;
    private boolean begun = true;
    private boolean turnTaken;
    private long endedAtMs;

    /** @param partition of the task: its turn */
    NextCommit(Duration every, int partition) {
        everyMs = every.toMillis();
        nearMs = Math.min(everyMs / SHARE, LAST_MS + (long) TURN_MS * (partition % TURNS));
    }

    /** A commit begins. */
    void begin() {
        begun = true;
        turnTaken = false;
    }

    /** How long until the next; the first call after a commit began is taken for its end. */
    long leftMs(long nowMs) {
        if (begun) {
            begun = false;
            endedAtMs = nowMs;
        }
        return endedAtMs + everyMs - nowMs;
    }

    /** Takes the task's turn to get ready, if it is time for that: once before each commit. */
    boolean takeTurn(long leftMs) {
        if (turnTaken || leftMs > nearMs) {
            return false;
        }
        turnTaken = true;
        return true;
    }
}
