package io.docaxis.consumer.exchange;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.tally.Counter;
import io.docaxis.consumer.state.Progress;

/** Records that cannot be read, or that go to nobody: each is sent out, and counted under its reason. */
final class DeadLetters {

    private final Progress progress;
    private final ExchangeOutput output;

    DeadLetters(Progress progress, ExchangeOutput output) {
        this.progress = progress;
        this.output = output;
    }

    /** A record that a source of this run sent. */
    Counter add(Unreadable reason, long offset) {
        output.deadLetter(reason, offset);
        return switch (reason) {
            case MALFORMED -> Counter.DEAD_LETTER_MALFORMED;
            case CHECKSUM -> Counter.DEAD_LETTER_CHECKSUM;
            case UNKNOWN_KIND -> Counter.DEAD_LETTER_UNKNOWN_KIND;
            case NO_RECEIVER -> Counter.DEAD_LETTER_NO_RECEIVER;
        };
    }

    /** A record that no source of this run sent: the ledger cannot expect it, so its place is kept. */
    Counter addStray(Unreadable reason, long offset) {
        output.deadLetter(reason, offset);
        progress.books().countStray(offset);
        return Counter.DEAD_LETTER_STRAY;
    }
}
