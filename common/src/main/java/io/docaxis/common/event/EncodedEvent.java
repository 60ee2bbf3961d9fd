package io.docaxis.common.event;

/** What was encoded last, as it goes into the log; good until the next event is encoded. Not thread-safe. */
public interface EncodedEvent {

    /** An array that begins with it. */
    byte[] value();

    /** How many bytes of {@link #value} it is. */
    int length();

    /** The same in an array of its own. */
    byte[] toBytes();

    /** A hash of its content, the envelope left out: equal for one (scenario, seed), however delivered. */
    long lastContentHash();
}
