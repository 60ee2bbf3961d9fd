package io.docaxis.consumer.obligation;

import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;
import java.util.Arrays;

/**
 * The dispatches of a document, all in one array: there are millions, what lies together is read together, and whatever is found
 * outside the processor's caches costs as much as all the rest that is done for a status. For n dispatches the array holds n words
 * of receiver and end of row (and whether it is unconcluded), n words of outlook, then the rows: the facts of each dispatch in their
 * order. Rows are as long as they are, for one long row in a document to all agencies must not make room in eighty-six others; a new
 * fact moves what lies behind it. Not thread-safe.
 */
public class DispatchRows {

    private static final int FIRST_FACTS = 4;

    /** Seconds after sending that stand for {@link Deadlines#NEVER}: 68 years. */
    private static final int NEVER_S = Integer.MAX_VALUE;

    /** Of a dispatch's first word: it is unconcluded. */
    private static final long UNCONCLUDED = Long.MIN_VALUE;

    private final int dispatches;
    private long[] words;

    /** So many dispatches, to whom is yet to be said; no facts. */
    public DispatchRows(int dispatches) {
        this.dispatches = dispatches;
        words = new long[3 * dispatches + FIRST_FACTS];
        Arrays.fill(words, 0, dispatches, 2L * dispatches);
    }

    /** Any word of the array, for whoever wants it in the processor's cache. */
    public final long firstWord() {
        return words[0];
    }

    public final int dispatches() {
        return dispatches;
    }

    public final void setReceiver(int dispatch, int agency) {
        words[dispatch] = (long) agency << Integer.SIZE | end(dispatch);
    }

    /** The agency that a dispatch goes to. */
    public final int receiver(int dispatch) {
        return (int) ((words[dispatch] & ~UNCONCLUDED) >>> Integer.SIZE);
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
    public final void setOutlook(int dispatch, long sentAt, long nextDeadline, long forgetAt) {
        words[dispatches + dispatch] =
                (long) after(sentAt, nextDeadline) << Integer.SIZE | after(sentAt, forgetAt) & 0xFFFF_FFFFL;
    }

    /** When the next deadline of a dispatch passes, as last set. */
    public final long nextDeadline(int dispatch, long sentAt) {
        return at(sentAt, (int) (words[dispatches + dispatch] >>> Integer.SIZE));
    }

    /** When a dispatch is forgotten, as last set. */
    public final long forgetAt(int dispatch, long sentAt) {
        return at(sentAt, (int) words[dispatches + dispatch]);
    }

    private static int after(long sentAt, long instant) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(NEVER_S, instant - sentAt));
    }

    private static long at(long sentAt, int afterS) {
        return afterS == NEVER_S ? Deadlines.NEVER : sentAt + afterS;
    }

    /** How many facts a dispatch has. */
    public final int facts(int dispatch) {
        return end(dispatch) - start(dispatch);
    }

    /** One fact of a dispatch, of as many as {@link #facts} says, in their order. */
    public final long fact(int dispatch, int index) {
        return words[start(dispatch) + index];
    }

    /** Puts a fact in its place; what is there already stays once. */
    public final void add(int dispatch, long fact) {
        int at = end(dispatch);
        int start = start(dispatch);
        // most come in their order
        while (at > start && Fact.concluded(words[at - 1]) >= fact) {
            at--;
            if (Fact.concluded(words[at]) == fact) {
                return;
            }
        }
        int used = end(dispatches - 1);
        if (used == words.length) {
            words = Arrays.copyOf(words, used + (used - 2 * dispatches) / 2 + 1);
        }
        System.arraycopy(words, at, words, at + 1, used - at);
        words[at] = isUnconcluded(dispatch) ? Fact.unconcluded(fact) : fact;
        for (int i = dispatch; i < dispatches; i++) {
            // the low half of the word; it does not come near the high one
            words[i]++;
        }
    }

    /**
     * Whether a further fact changes nothing, wherever it comes among the facts of a dispatch: it says no more than that the dispatch
     * was acknowledged, not before that is known to have happened; or it is a machine's notice that acknowledges nothing. Half of
     * all statuses are of that kind. False says nothing.
     */
    public final boolean isUnmovedBy(int dispatch, long fact, Rules rules) {
        return switch (Fact.code(fact)) {
            case Status.ARRIVED ->
                !rules.arrivalAcknowledges() || isAcknowledgedAt(dispatch, Fact.occurredAt(fact), rules);
            case Status.ASSIGNED, Status.IN_PROCESS -> isAcknowledgedAt(dispatch, Fact.occurredAt(fact), rules);
            default -> false;
        };
    }

    private boolean isAcknowledgedAt(int dispatch, long instant, Rules rules) {
        int end = end(dispatch);
        for (int at = start(dispatch); at < end && Fact.occurredAt(words[at]) <= instant; at++) {
            if (Fact.acknowledges(words[at], rules.arrivalAcknowledges())) {
                return true;
            }
        }
        return false;
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
        int end = end(dispatch);
        for (int at = start(dispatch); at < end; at++) {
            words[at] = Fact.concluded(words[at]);
        }
    }

    /** Whether an event is among the facts of a dispatch already. */
    public final boolean hasOrdinal(int dispatch, int ordinal) {
        int end = end(dispatch);
        for (int at = start(dispatch); at < end; at++) {
            if (Fact.ordinal(words[at]) == ordinal) {
                return true;
            }
        }
        return false;
    }

    public final boolean hasCode(int dispatch, int code) {
        int end = end(dispatch);
        for (int at = start(dispatch); at < end; at++) {
            if (Fact.code(words[at]) == code) {
                return true;
            }
        }
        return false;
    }

    private int start(int dispatch) {
        return dispatch == 0 ? 2 * dispatches : end(dispatch - 1);
    }

    private int end(int dispatch) {
        return (int) words[dispatch];
    }
}
