package io.docaxis.monitor.health;

import java.util.OptionalLong;

/** How long a topic keeps its records. */
public sealed interface Retention {

    /** Nobody answered; or records are deleted by size, and nobody knows when. */
    record Unknown() implements Retention {}

    /** None is deleted but by compaction. */
    record Forever() implements Retention {}

    /**
     * A record may be deleted by its age.
     *
     * @param ageMs how old it is then
     */
    record For(long ageMs) implements Retention {}

    Retention UNKNOWN = new Unknown();
    Retention FOREVER = new Forever();

    /**
     * As a topic is set.
     *
     * @param ageMs at which records may be deleted; empty: at none
     * @param isBySize whether records are deleted where a partition becomes too large
     */
    static Retention of(OptionalLong ageMs, boolean isBySize) {
        if (ageMs.isPresent()) {
            return new For(ageMs.getAsLong());
        }
        return isBySize ? UNKNOWN : FOREVER;
    }

    /** In milliseconds; empty: forever, or unknown. */
    default OptionalLong ms() {
        return this instanceof For known ? OptionalLong.of(known.ageMs) : OptionalLong.empty();
    }
}
