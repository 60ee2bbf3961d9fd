package io.docaxis.simulator.load.measure;

import java.util.Locale;

/** What is counted by second, each by an instant of its own. */
public enum EventCount {
    /** Intended for this second (I), whether or not it was sent. */
    DUE,
    /** Given to the client in this second (G). */
    SENT,
    /** Acknowledged in this second (A). */
    ACKNOWLEDGED,
    /** Found failed in this second. */
    FAILED,
    /** Polled by the consumer in this second (C). */
    CONSUMED,
    /** Applied in this second (P). */
    APPLIED;

    /** As results write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
