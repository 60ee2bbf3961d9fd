package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.obligation.Obligation;

/** Open duties up to an hour, by level-1 agency and obligation. Not thread-safe while added to. */
public final class DueDuties {

    private static final int OBLIGATIONS = Obligation.values().length;
    private static final int HOUR_S = 3_600;

    private final long[] counts = none();

    static long[] none() {
        return new long[AgencyCatalogue.level1Count() * OBLIGATIONS];
    }

    static int index(int agency, Obligation obligation) {
        return agency * OBLIGATIONS + obligation.ordinal();
    }

    /** As the tally counts hours. */
    static int hourAfter(long instant) {
        return (int) Math.min(Integer.MAX_VALUE, instant / HOUR_S + 1);
    }

    void add(long[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }

    /** Of an agency of level 1 and all below it. */
    public long count(int agency, Obligation obligation) {
        return counts[index(agency, obligation)];
    }

    /** Of all agencies. */
    public long count(Obligation obligation) {
        long sum = 0;
        for (int agency = 0; agency < AgencyCatalogue.level1Count(); agency++) {
            sum += count(agency, obligation);
        }
        return sum;
    }
}
