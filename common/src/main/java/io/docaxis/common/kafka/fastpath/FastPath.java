package io.docaxis.common.kafka.fastpath;

import io.docaxis.common.kafka.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether one side moves whole batches past what Kafka's client does with each record, and why not: the state that its clients in this
 * process share. Once off, it stays off. Thread-safe; who asks reads one volatile field. Open to tests, which have it fail.
 */
public class FastPath {

    private static final Logger LOG = LoggerFactory.getLogger(FastPath.class);

    /** Of the two ends of a topic. */
    public enum Side {
        PRODUCER,
        CONSUMER;

        /** In lower case, as metrics and results have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What keeps a side from its fast path. */
    public enum Why {
        CHOSEN("switched off", false),
        SETTINGS("the settings do not allow it", false),
        INTERCEPTED("an interceptor is to see each record", false),
        UNFAMILIAR("Kafka's client is not as docaxis knows it", true),
        FAILED("it failed", true);

        private final String text;
        private final boolean isWarned;

        Why(String text, boolean isWarned) {
            this.text = text;
            this.isWarned = isWarned;
        }
    }

    /** Why it is off. */
    public record Off(Why why, String detail) {

        @Override
        public String toString() {
            return detail.isEmpty() ? why.text : why.text + ": " + detail;
        }
    }

    private final Side side;
    private final AtomicReference<Off> off = new AtomicReference<>();
    private volatile boolean begun;

    public FastPath(Side side, FastClients chosen) {
        this.side = side;
        if (chosen == FastClients.OFF) {
            off.set(new Off(Why.CHOSEN, ""));
        }
    }

    public Side side() {
        return side;
    }

    /** Whether a client may take it. */
    public boolean isOpen() {
        return off.get() == null;
    }

    /** Whether the user wants Kafka's client as it is. */
    public boolean isChosenOff() {
        Off reason = off.get();
        return reason != null && reason.why() == Why.CHOSEN;
    }

    /** Whether batches go by it; empty: it is open, but none has come yet. */
    public Optional<Boolean> isKnownToBeUsed() {
        boolean open = isOpen();
        return open && !begun ? Optional.empty() : Optional.of(open);
    }

    /** Why it is closed; empty while it is open, even if nobody has taken it yet. */
    public Optional<Off> off() {
        return Optional.ofNullable(off.get());
    }

    /** Notes a step of a client on it: a request, an answer, a batch. */
    public void used() {
        if (!begun) {
            begun = true;
        }
    }

    /** Closes it for good, with one line in the log; the first reason stands. */
    public void close(Why why, String detail) {
        close(new Off(why, detail), null);
    }

    /** The same, because of what was thrown. */
    public void close(Why why, Throwable thrown) {
        close(new Off(why, Reason.of(thrown)), thrown);
    }

    private void close(Off reason, Throwable thrown) {
        if (!off.compareAndSet(null, reason)) {
            return;
        }
        if (reason.why().isWarned) {
            LOG.warn("the {}'s fast path is closed: {}", side.label(), reason, thrown);
        } else {
            LOG.info("the {}'s fast path is closed: {}", side.label(), reason);
        }
    }
}
