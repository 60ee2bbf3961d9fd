package io.docaxis.common.event;

import java.util.regex.Pattern;

/** The topics of one prefix. */
public record Topics(String prefix) {

    public static final String DEFAULT_PREFIX = "docaxis";

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

    /** @throws IllegalArgumentException if topic names could not begin so */
    public Topics {
        if (!isPrefix(prefix)) {
            throw new IllegalArgumentException(
                    "topic prefix '" + prefix + "': want 1 to 200 letters, digits, dots, underscores or hyphens");
        }
    }

    /** Whether topic names may begin so. */
    public static boolean isPrefix(String name) {
        return LEGAL.matcher(name).matches();
    }

    /** The stream: what happens. */
    public String events() {
        return prefix + ".events";
    }

    /** Records that could not be read, with the reason in headers. */
    public String deadLetters() {
        return prefix + ".events.dlt";
    }

    /** Announcements of late responses, by obligation, with a revision. */
    public String lateness() {
        return prefix + ".lateness";
    }

    /** What the consumers concluded, compacted. */
    public String tally() {
        return prefix + ".tally";
    }

    /** What the producers know to be true, compacted; no consumer of events reads it. */
    public String ledger() {
        return prefix + ".ledger";
    }

    /** The consumers' state, compacted, one partition for each of the events topic; Kafka Streams makes it and names it so. */
    public String changelog() {
        return group() + "-state-changelog";
    }

    /** The consumer group, and the id of its Kafka Streams application. */
    public String group() {
        return prefix + ".exchange";
    }
}
