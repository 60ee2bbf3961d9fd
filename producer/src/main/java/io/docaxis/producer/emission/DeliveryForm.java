package io.docaxis.producer.emission;

import io.docaxis.common.tally.Counter;

/** In which form one event reaches the other side; at one instant in this order. The ordinal is part of sort keys. */
enum DeliveryForm {
    ORIGINAL,
    DUPLICATE,
    /** It gets its number in the source's sequence and is never sent. */
    DROPPED,
    /** A copy of a status that names an agency which the catalogue does not have. */
    UNKNOWN_AGENCY,
    CORRUPT_COPY,
    GARBAGE,
    UNKNOWN_KIND;

    static final int BITS = 3;

    private static final DeliveryForm[] ALL = values();

    static DeliveryForm of(int ordinal) {
        return ALL[ordinal];
    }

    Damage damage() {
        return switch (this) {
            case ORIGINAL, DUPLICATE, DROPPED, UNKNOWN_AGENCY -> Damage.NONE;
            case CORRUPT_COPY -> Damage.CORRUPT_COPY;
            case GARBAGE -> Damage.GARBAGE;
            case UNKNOWN_KIND -> Damage.UNKNOWN_KIND;
        };
    }

    /** As what it is counted where it can't be read, or never comes; null where it can be read. */
    Counter fate() {
        return switch (this) {
            case ORIGINAL, DUPLICATE, UNKNOWN_AGENCY -> null;
            case DROPPED -> Counter.MISSING;
            case CORRUPT_COPY -> Counter.DEAD_LETTER_CHECKSUM;
            case GARBAGE -> Counter.DEAD_LETTER_MALFORMED;
            case UNKNOWN_KIND -> Counter.DEAD_LETTER_UNKNOWN_KIND;
        };
    }

    /** Whether it can be read: what it says is a matter for observers. */
    boolean isSound() {
        return this == ORIGINAL || this == DUPLICATE || this == UNKNOWN_AGENCY;
    }
}
