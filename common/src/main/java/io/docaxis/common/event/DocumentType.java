package io.docaxis.common.event;

/** Document types by their abbreviations in Decree 30/2020/NĐ-CP; công văn has none and is {@code CV} here. The ordinal is the wire value. */
public enum DocumentType {
    CV,
    NQ,
    QĐ,
    CT,
    QC,
    QyĐ,
    TC,
    TB,
    HD,
    CTr,
    KH,
    PA,
    ĐA,
    DA,
    BC,
    BB,
    TTr,
    HĐ,
    CĐ,
    BGN,
    BTT,
    GUQ,
    GM,
    GGT,
    GNP,
    PG,
    PC,
    PB;

    private static final DocumentType[] ALL = values();

    public static DocumentType of(int ordinal) {
        return ALL[ordinal];
    }

    public static int count() {
        return ALL.length;
    }
}
