package io.docaxis.consumer.obligation;

import java.util.Arrays;

/**
 * The facts of all dispatches of a document: a row each, in the order of the facts, one row behind the other in one array. There are
 * millions of dispatches, and what lies together is read together; rows are as long as they are, for one long row in a document
 * to all agencies must not make room in eighty-six others. A new fact moves what lies behind it. Not thread-safe.
 */
public final class Facts {

    /** By dispatch: where its row ends, and the next begins. */
    private final int[] ends;

    private long[] facts;

    /** No facts yet, of so many dispatches. */
    public Facts(int dispatches) {
        ends = new int[dispatches];
        facts = new long[2 * dispatches + 2];
    }

    /** How many facts a dispatch has. */
    public int count(int dispatch) {
        return ends[dispatch] - start(dispatch);
    }

    /** One fact of a dispatch, of as many as {@link #count} says, in their order. */
    public long get(int dispatch, int index) {
        return facts[start(dispatch) + index];
    }

    /** Puts a fact in its place; what is there already stays once. */
    public void add(int dispatch, long fact) {
        int found = Arrays.binarySearch(facts, start(dispatch), ends[dispatch], fact);
        if (found >= 0) {
            return;
        }
        int at = -1 - found;
        int used = ends[ends.length - 1];
        if (used == facts.length) {
            facts = Arrays.copyOf(facts, used + used / 2 + 1);
        }
        System.arraycopy(facts, at, facts, at + 1, used - at);
        facts[at] = fact;
        for (int i = dispatch; i < ends.length; i++) {
            ends[i]++;
        }
    }

    /** Whether an event is among the facts of a dispatch already. */
    public boolean hasOrdinal(int dispatch, int ordinal) {
        for (int at = start(dispatch); at < ends[dispatch]; at++) {
            if (Fact.ordinal(facts[at]) == ordinal) {
                return true;
            }
        }
        return false;
    }

    public boolean hasCode(int dispatch, int code) {
        for (int at = start(dispatch); at < ends[dispatch]; at++) {
            if (Fact.code(facts[at]) == code) {
                return true;
            }
        }
        return false;
    }

    private int start(int dispatch) {
        return dispatch == 0 ? 0 : ends[dispatch - 1];
    }
}
