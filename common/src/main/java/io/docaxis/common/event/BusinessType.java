package io.docaxis.common.event;

/** What a document does (edXML business type). The ordinal is the wire value. */
public enum BusinessType {
    NEW,
    RECALL,
    UPDATE,
    REPLACE;

    private static final BusinessType[] ALL = values();

    public static BusinessType of(int ordinal) {
        return ALL[ordinal];
    }
}
