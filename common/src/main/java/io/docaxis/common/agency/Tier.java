package io.docaxis.common.agency;

/** Level of an agency in the state's order. The ordinal is part of keys in tally and ledger: append only. */
public enum Tier {
    MINISTRY,
    CENTRAL_AGENCY,
    PROVINCE,
    /** Level 2: a department or a district. */
    DEPARTMENT,
    /** Level 3. */
    COMMUNE;

    private static final Tier[] ALL = values();

    /** The tier of an ordinal, without copying the table. */
    public static Tier of(int ordinal) {
        return ALL[ordinal];
    }
}
