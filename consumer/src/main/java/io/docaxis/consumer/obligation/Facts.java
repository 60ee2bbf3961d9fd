package io.docaxis.consumer.obligation;

import java.util.Arrays;

/**
 * The facts of all dispatches of a document: a row each, in the order of the facts, with room for some; the first 0 ends it. One
 * array for all rows, because there are millions of dispatches, most hold three facts, and what lies together is read together.
 * Not thread-safe.
 */
public final class Facts {

    private static final int ROOM = 3;

    private final int rows;
    private int room = ROOM;
    private long[] facts;

    /** No facts yet, of so many dispatches. */
    public Facts(int dispatches) {
        rows = dispatches;
        facts = new long[rows * room];
    }

    /** How many facts a dispatch has. */
    public int count(int dispatch) {
        int from = dispatch * room;
        int at = from;
        while (at < from + room && facts[at] != 0) {
            at++;
        }
        return at - from;
    }

    /** One fact of a dispatch, of as many as {@link #count} says, in their order. */
    public long get(int dispatch, int index) {
        return facts[dispatch * room + index];
    }

    /** Puts a fact in its place; what is there already stays once. */
    public void add(int dispatch, long fact) {
        int count = count(dispatch);
        if (Arrays.binarySearch(facts, dispatch * room, dispatch * room + count, fact) >= 0) {
            return;
        }
        if (count == room) {
            growRows();
        }
        int from = dispatch * room;
        int at = from + count;
        while (at > from && facts[at - 1] > fact) {
            facts[at] = facts[at - 1];
            at--;
        }
        facts[at] = fact;
    }

    /** Whether an event is among the facts of a dispatch already. */
    public boolean hasOrdinal(int dispatch, int ordinal) {
        int count = count(dispatch);
        for (int i = 0; i < count; i++) {
            if (Fact.ordinal(get(dispatch, i)) == ordinal) {
                return true;
            }
        }
        return false;
    }

    public boolean hasCode(int dispatch, int code) {
        int count = count(dispatch);
        for (int i = 0; i < count; i++) {
            if (Fact.code(get(dispatch, i)) == code) {
                return true;
            }
        }
        return false;
    }

    private void growRows() {
        int wider = room + ROOM;
        long[] moved = new long[rows * wider];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(facts, i * room, moved, i * wider, room);
        }
        facts = moved;
        room = wider;
    }
}
