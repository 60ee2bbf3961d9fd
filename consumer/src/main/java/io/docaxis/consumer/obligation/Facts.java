package io.docaxis.consumer.obligation;

import java.util.Arrays;

/**
 * The facts of a dispatch in their order, in an array that may have room at its end: the first 0 ends it. No array: no fact
 * yet. An array because there are millions and most hold three.
 */
public final class Facts {

    private static final int ROOM = 3;

    private Facts() {}

    public static int count(long[] facts) {
        if (facts == null) {
            return 0;
        }
        int count = facts.length;
        while (count > 0 && facts[count - 1] == 0) {
            count--;
        }
        return count;
    }

    /** Puts a fact in its place; what is there already stays once. The array given back is the one to keep. */
    public static long[] insert(long[] facts, long fact) {
        int count = count(facts);
        long[] into = facts;
        if (facts == null) {
            into = new long[ROOM];
        } else if (Arrays.binarySearch(facts, 0, count, fact) >= 0) {
            return facts;
        } else if (count == facts.length) {
            into = Arrays.copyOf(facts, count + ROOM);
        }
        int at = count;
        while (at > 0 && into[at - 1] > fact) {
            into[at] = into[at - 1];
            at--;
        }
        into[at] = fact;
        return into;
    }

    /** Whether an event is among the facts already. */
    public static boolean hasOrdinal(long[] facts, int ordinal) {
        int count = count(facts);
        for (int i = 0; i < count; i++) {
            if (Fact.ordinal(facts[i]) == ordinal) {
                return true;
            }
        }
        return false;
    }

    public static boolean hasCode(long[] facts, int code) {
        int count = count(facts);
        for (int i = 0; i < count; i++) {
            if (Fact.code(facts[i]) == code) {
                return true;
            }
        }
        return false;
    }
}
