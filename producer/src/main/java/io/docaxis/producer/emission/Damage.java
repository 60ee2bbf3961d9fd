package io.docaxis.producer.emission;

/** What the channel has done to a record. */
public enum Damage {
    NONE,
    /** A copy of a record whose content was changed on the way: its checksum tells. */
    CORRUPT_COPY,
    /** Bytes that were never an event. */
    GARBAGE,
    /** A sound event of a kind that nobody knows. */
    UNKNOWN_KIND
}
