package io.docaxis.common.tally;

import io.docaxis.common.hash.BitField;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;

/**
 * One obligation and what became of it, as the tally names it in a difference.
 *
 * @param receiver agency number of the dispatch, or {@link #NO_RECEIVER} for <em>send</em>
 * @param debtor agency number
 * @param deadline seconds since 1970-01-01T00:00:00Z
 * @param latenessS 0 unless late
 */
public record ObligationId(
        long thread,
        int document,
        int receiver,
        Obligation obligation,
        Outcome outcome,
        int debtor,
        long deadline,
        long latenessS) {

    public static final int NO_RECEIVER = 0x3FFFF;

    private static final BitField RECEIVER = BitField.lowest("receiver", 18);
    private static final BitField DOCUMENT = RECEIVER.above("document", 10);
    private static final BitField THREAD = DOCUMENT.above("thread", 36);
    private static final BitField OBLIGATION = BitField.of(Obligation.values(), 0, 2);
    private static final BitField OUTCOME = BitField.of(Outcome.values(), 2, 3);
    private static final BitField LATENESS = OUTCOME.above("lateness", 59);
    private static final BitField DEBTOR = BitField.lowest("debtor", 18);
    private static final BitField DEADLINE = DEBTOR.above("deadline", 46);

    /** @throws IllegalArgumentException if a part does not fit, as do the others */
    static long a(long thread, int document, int receiver) {
        return THREAD.put(thread) | DOCUMENT.put(document) | RECEIVER.put(receiver);
    }

    static long b(int obligation, int outcome, long latenessS) {
        return LATENESS.put(latenessS) | OUTCOME.put(outcome) | OBLIGATION.put(obligation);
    }

    static long c(int debtor, long deadline) {
        return DEADLINE.put(deadline) | DEBTOR.put(debtor);
    }

    /** Of a sketch that was damaged, a part may be what no obligation has: then it is the last that there is. */
    static ObligationId of(long a, long b, long c) {
        return new ObligationId(
                THREAD.get(a),
                (int) DOCUMENT.get(a),
                (int) RECEIVER.get(a),
                Obligation.of((int) OBLIGATION.get(b)),
                Outcome.of((int) Math.min(OUTCOME.get(b), Outcome.NONE.ordinal())),
                (int) DEBTOR.get(c),
                DEADLINE.get(c),
                LATENESS.get(b));
    }
}
