package io.docaxis.producer.emission;

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

    /** Whether it can be read: what it says is a matter for observers. */
    boolean isSound() {
        return this == ORIGINAL || this == DUPLICATE || this == UNKNOWN_AGENCY;
    }
}
