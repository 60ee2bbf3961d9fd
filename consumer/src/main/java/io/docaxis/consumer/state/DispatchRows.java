package io.docaxis.consumer.state;

import io.docaxis.common.hash.BitField;
import io.docaxis.common.hash.Keyed;
import io.docaxis.common.obligation.Deadlines;
import java.util.Arrays;

/**
 * The dispatches of a document, all in one array: there are millions, and a read that misses the processor's caches costs as much as all other
 * work on a status. For n dispatches the array begins with n words of receiver and number of facts (and whether the dispatch is
 * unconcluded), which are searched. Then follow, for each dispatch, a word of outlook and its first facts in their order, which are read
 * together. A row with more facts than have room there, one in a hundred, is an array of its own: so nothing moves when a fact is added, and a
 * long row in a document to all agencies makes no room in eighty-six others. The key is for whoever keeps the object in a table. Not
 * thread-safe.
 */
public class DispatchRows extends Keyed {

    /** How many facts of a dispatch have room in the common array: of the nation's dispatches, 99 % have no more. */
    private static final int NEAR_FACTS = 4;
    /** Words of a dispatch behind the receivers. */
    private static final int WORDS = 1 + NEAR_FACTS;

    private static final long[] NOTHING = {};

    /** Seconds after sending that stand for {@link Deadlines#NEVER}: 68 years. */
    private static final int NEVER_S = Integer.MAX_VALUE;

    /** Of a dispatch's first word: it is unconcluded. */
    private static final long UNCONCLUDED = Long.MIN_VALUE;

    /** Of a dispatch's first word: the receiver, above the number of facts. */
    private static final BitField RECEIVER = new BitField("receiver", Integer.SIZE, 31);

    /** When they were sent, seconds: outlooks are distances from it. */
    public long sentAt;

    private int dispatches;
    private boolean outlook;
    private long[] words = NOTHING;
    /** By dispatch, the rows that have no room in the common array; null while there are none. */
    private long[][] farRows;

    /** No dispatches, until {@link #open}. */
    DispatchRows(long key) {
        super(key);
    }

    /** Begins with dispatches that have neither receivers nor facts yet. */
    final void open(int dispatches, RowPool pool) {
        this.dispatches = dispatches;
        words = pool.take((1 + WORDS) * dispatches);
    }

    /** Any word of the array, for whoever wants it in the processor's cache. */
    final long anyWord() {
        return words.length == 0 ? 0 : words[0];
    }

    /** Lets go of everything. */
    final void close(RowPool pool) {
        pool.give(words);
        dispatches = 0;
        words = NOTHING;
        farRows = null;
    }

    public final int dispatches() {
        return dispatches;
    }

    /** @throws IllegalArgumentException if no agency has the number */
    public final void setReceiver(int dispatch, int agency) {
        words[dispatch] = RECEIVER.put(agency) | facts(dispatch);
    }

    /** The agency that a dispatch goes to. */
    public final int receiver(int dispatch) {
        return (int) RECEIVER.get(words[dispatch]);
    }

    /** The position of a receiver, or −1. */
    public final int dispatchTo(int agency) {
        for (int i = 0; i < dispatches; i++) {
            if (receiver(i) == agency) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Keeps what time alone will do to a dispatch, so that it need not be judged again to know. A time 68 years or more after sending
     * counts as never.
     *
     * @param nextDeadline or {@link Deadlines#NEVER}
     */
    public final void setOutlook(int dispatch, long nextDeadline, long forgetAt) {
        outlook = true;
        words[near(dispatch)] = (long) after(nextDeadline) << Integer.SIZE | after(forgetAt) & 0xFFFF_FFFFL;
    }

    /** Whether outlooks were set since it was restored: they are not stored. */
    public final boolean hasOutlook() {
        return outlook;
    }

    /** When the next deadline of a dispatch passes, as last set. */
    public final long nextDeadline(int dispatch) {
        return at((int) (words[near(dispatch)] >>> Integer.SIZE));
    }

    /** When a dispatch is forgotten, as last set. */
    public final long forgetAt(int dispatch) {
        return at((int) words[near(dispatch)]);
    }

    private int after(long instant) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(NEVER_S, instant - sentAt));
    }

    private long at(int afterS) {
        return afterS == NEVER_S ? Deadlines.NEVER : sentAt + afterS;
    }

    /** How many facts a dispatch has. */
    public final int facts(int dispatch) {
        return (int) words[dispatch];
    }

    /** One fact of a dispatch, of as many as {@link #facts} says, in their order. */
    public final long fact(int dispatch, int index) {
        return row(dispatch)[start(dispatch) + index];
    }

    /** Puts a fact in its place; what is there already stays once. */
    public final void add(int dispatch, long fact) {
        int count = facts(dispatch);
        long[] row = row(dispatch);
        int start = start(dispatch);
        int at = start + count;
        // most come in their order
        while (at > start && Fact.concluded(row[at - 1]) >= fact) {
            at--;
            if (Fact.concluded(row[at]) == fact) {
                return;
            }
        }
        if (count == NEAR_FACTS || count == row.length) {
            // a far row begins at 0
            at -= start;
            row = grown(dispatch, row, start, count);
            start = 0;
        }
        System.arraycopy(row, at, row, at + 1, start + count - at);
        row[at] = isUnconcluded(dispatch) ? Fact.unconcluded(fact) : fact;
        words[dispatch]++; // of the low half; it does not come near the high one
    }

    private long[] grown(int dispatch, long[] row, int start, int count) {
        if (farRows == null) {
            farRows = new long[dispatches][];
        }
        // what else it copies is not read
        farRows[dispatch] = Arrays.copyOfRange(row, start, start + 2 * count);
        return farRows[dispatch];
    }

    /** Whether a dispatch has facts, or deadlines passed for it, that are not concluded. */
    public final boolean isUnconcluded(int dispatch) {
        return words[dispatch] < 0;
    }

    /** What is added to a dispatch from now on is yet to be concluded, until {@link #setConcluded}. */
    public final void setUnconcluded(int dispatch) {
        words[dispatch] |= UNCONCLUDED;
    }

    /** All that is known of a dispatch is concluded. */
    public final void setConcluded(int dispatch) {
        words[dispatch] &= ~UNCONCLUDED;
        long[] row = row(dispatch);
        int start = start(dispatch);
        int end = start + facts(dispatch);
        for (int at = start; at < end; at++) {
            row[at] = Fact.concluded(row[at]);
        }
    }

    /** Whether an event is among the facts of a dispatch already. */
    public final boolean hasOrdinal(int dispatch, int ordinal) {
        long[] row = row(dispatch);
        int start = start(dispatch);
        int end = start + facts(dispatch);
        for (int at = start; at < end; at++) {
            if (Fact.ordinal(row[at]) == ordinal) {
                return true;
            }
        }
        return false;
    }

    public final boolean hasCode(int dispatch, int code) {
        long[] row = row(dispatch);
        int start = start(dispatch);
        int end = start + facts(dispatch);
        for (int at = start; at < end; at++) {
            if (Fact.code(row[at]) == code) {
                return true;
            }
        }
        return false;
    }

    private int near(int dispatch) {
        return dispatches + WORDS * dispatch;
    }

    /** The array with the facts of a dispatch, from {@link #start} on. */
    private long[] row(int dispatch) {
        return facts(dispatch) > NEAR_FACTS ? farRows[dispatch] : words;
    }

    private int start(int dispatch) {
        return facts(dispatch) > NEAR_FACTS ? 0 : near(dispatch) + 1;
    }
}
