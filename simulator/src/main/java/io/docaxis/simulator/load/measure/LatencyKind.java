package io.docaxis.simulator.load.measure;

import java.util.Locale;

/** Which stretch of an event's way a latency is of; recorded in microseconds. */
public enum LatencyKind {
    /** From the intended instant to the acknowledgement: A − I. */
    PUBLISH("intended to acknowledged"),
    /** From handing over to the client to the acknowledgement: A − G. It ignores the schedule, and is shown for that alone. */
    PUBLISH_FROM_SEND("given to the client to acknowledged"),
    /** The part of G − I that is the load's own making. */
    SCHEDULE_SLIP("late by the load's own making"),
    /** What is left until the request goes out: R − I − slip. */
    CLIENT_BUFFER("waiting in the client"),
    /** From the request to the acknowledgement: A − R. */
    ACKNOWLEDGEMENT("request sent to acknowledged"),
    /** From the intended instant to being applied: P − I. */
    E2E("intended to applied"),
    /** From the request to the consumer's poll: C − R. */
    BROKER_TO_CONSUMER("request sent to polled"),
    /** From the consumer's poll to being applied: P − C. */
    PROCESSING("polled to applied"),
    /** From the intended instant to the commit of its transaction: T − I. */
    COMMITTED("intended to committed");

    private final String words;

    LatencyKind(String words) {
        this.words = words;
    }

    /** In words, short. */
    public String words() {
        return words;
    }

    /** As results write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that label */
    public static LatencyKind of(String label) {
        for (LatencyKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no latency is called '" + label + "'");
    }

    /** Whether it is kept by second, too. */
    public boolean isBySecond() {
        return this == PUBLISH || this == E2E;
    }
}
