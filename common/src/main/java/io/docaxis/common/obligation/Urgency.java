package io.docaxis.common.obligation;

/** Urgency marks of the law: thường, khẩn, thượng khẩn, hỏa tốc. The ordinal is the wire value. */
public enum Urgency {
    NORMAL,
    URGENT,
    VERY_URGENT,
    EXPRESS;

    private static final Urgency[] ALL = values();

    public static Urgency of(int ordinal) {
        return ALL[ordinal];
    }
}
