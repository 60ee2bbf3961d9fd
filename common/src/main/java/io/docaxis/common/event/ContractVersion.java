package io.docaxis.common.event;

/** The version of the event contract: start markers and headers of tallies and ledgers say by which one they were written. */
public final class ContractVersion {

    /** The version that this program writes, and the only one that it reads. */
    public static final int CURRENT = 2;

    private static final int UNSAID = 1;

    private ContractVersion() {}

    /** The version that a marker or header is of, by what its field says; 0: nothing. */
    public static int of(int field) {
        return field == 0 ? UNSAID : field;
    }

    /** Whether what says so is of the version that this program reads. */
    public static boolean isCurrent(int field) {
        return of(field) == CURRENT;
    }
}
