package io.docaxis.consumer.stream;

import io.docaxis.consumer.exchange.Exchange;

/**
 * What a commit of a paced task would do at once, while all that comes waits for it, done before it, a little at a time and in the transaction
 * that it ends: it concludes, writes what changed, and sends the tally where partitions do so by turns. What has changed again by
 * then is left to the commit. Not thread-safe.
 */
final class AheadOfCommit {

    /** Who gets so many records of a partition at once is behind: what is written once a commit costs less then, and nobody waits for it. */
    private static final int BEHIND = 500;

    /** Records of a tally that are sent at once: less than half a millisecond. */
    private static final int TALLY_SLICE = 100;

    /** So long before a commit a tally is not begun, for it would not be sent by then. */
    private static final int TALLY_TAKES_MS = 500;

    private final Exchange exchange;
    private final ExchangeStore store;
    private final TallyPublisher publisher;
    private final StreamSettings settings;
    private final NextCommit next;

    /** @param partition of the task */
    AheadOfCommit(
            Exchange exchange, ExchangeStore store, TallyPublisher publisher, StreamSettings settings, int partition) {
        this.exchange = exchange;
        this.store = store;
        this.publisher = publisher;
        this.settings = settings;
        next = new NextCommit(settings.commitEvery(), partition);
    }

    /** The task's part of a commit begins. */
    void committing() {
        next.begin();
    }

    /**
     * A poll was applied.
     *
     * @param records that it brought
     * @param nowMs wall clock
     */
    void applied(int records, long nowMs) {
        long leftMs = next.leftMs(nowMs);
        if (!settings.paced() || records >= BEHIND) {
            return;
        }
        if (settings.tallyInTurns()) {
            sendTally(nowMs, leftMs);
        }
        if (next.takeTurn(leftMs)) {
            exchange.conclude();
            store.drainChanges();
        } else if (store.isToDrain()) {
            exchange.conclude();
            store.drainThreads();
        }
    }

    private void sendTally(long nowMs, long leftMs) {
        if (publisher.isWaiting()) {
            publisher.send(TALLY_SLICE);
        } else if (leftMs > TALLY_TAKES_MS && publisher.isDue(nowMs)) {
            exchange.conclude();
            publisher.take(nowMs);
        }
    }
}
