package io.docaxis.common.tally;

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

    static long a(long thread, int document, int receiver) {
        return thread << 28 | (long) document << 18 | receiver;
    }

    static long b(int obligation, int outcome, long latenessS) {
        return latenessS << 5 | (long) outcome << 2 | obligation;
    }

    static long c(int debtor, long deadline) {
        return deadline << 18 | debtor;
    }

    static ObligationId of(long a, long b, long c) {
        return new ObligationId(
                a >>> 28,
                (int) (a >>> 18) & 0x3FF,
                (int) a & 0x3FFFF,
                Obligation.of((int) b & 3),
                Outcome.of(Math.min((int) (b >>> 2) & 7, Outcome.NONE.ordinal())),
                (int) c & 0x3FFFF,
                c >>> 18,
                b >>> 5);
    }
}
