package io.docaxis.producer.emission;

/** In which form one event reaches the other side; at one instant in this order. The ordinal is part of sort keys. */
enum Form {
    ORIGINAL,
    DUPLICATE,
    CORRUPT_COPY,
    GARBAGE,
    UNKNOWN_KIND;

    static final int BITS = 3;

    private static final Form[] ALL = values();

    static Form of(int ordinal) {
        return ALL[ordinal];
    }
}
