package io.docaxis.common.tally;

import io.docaxis.common.event.CaseKind;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;

/**
 * One obligation and what became of it, as the tally names it in a difference. It is packed into three words, of which {@link Sketch}
 * takes sums and {@link Sketch#hash} makes the share in fingerprints:
 *
 * <table>
 * <caption>Fields of the words, lowest bit first</caption>
 * <tr><td>a</td><td>receiver (18 bits), document (10), thread (36, the kind of case in the upper two)</td></tr>
 * <tr><td>b</td><td>obligation, its lower bits (2), outcome, its lower bits (3), lateness (55), obligation, its upper bits (3), outcome, its
 * upper bit (1)</td></tr>
 * <tr><td>c</td><td>debtor (18), deadline (46)</td></tr>
 * </table>
 *
 * <p>In version 1 of the contract only the lower bits of obligation and outcome are there. They keep their places, so that the same
 * obligation has the same fingerprint in all versions.
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

    /** Of an obligation's number and an outcome's the lower bits lie below the lateness, the upper ones above it. */
    private static final BitField OBLIGATION = BitField.of(Obligation.values(), 0, 5);

    private static final BitField OUTCOME = BitField.of(Outcome.values(), 0, 4);
    private static final BitField LOW_OBLIGATION = BitField.lowest("lower bits of an obligation", 2);
    private static final BitField LOW_OUTCOME = LOW_OBLIGATION.above("lower bits of an outcome", 3);
    private static final BitField LATENESS = LOW_OUTCOME.above("lateness", 55);
    private static final BitField HIGH_OBLIGATION = LATENESS.above("upper bits of an obligation", 3);
    private static final BitField HIGH_OUTCOME = HIGH_OBLIGATION.above("upper bit of an outcome", 1);

    private static final BitField DEBTOR = BitField.lowest("debtor", 18);
    private static final BitField DEADLINE = DEBTOR.above("deadline", 46);

    /** Of documents. */
    private static final BitField URGENCY = BitField.of(Urgency.values(), 0, 2);

    private static final BitField TYPE = BitField.of(DocumentType.values(), 2, 8);

    /** @throws IllegalArgumentException if a part does not fit, as do the others */
    static long a(long thread, int document, int receiver) {
        return THREAD.placed(CaseKind.require(thread)) | DOCUMENT.put(document) | RECEIVER.put(receiver);
    }

    static long b(int obligation, int outcome, long latenessS) {
        OBLIGATION.require(obligation);
        OUTCOME.require(outcome);
        return LATENESS.put(latenessS)
                | LOW_OBLIGATION.placed(obligation & LOW_OBLIGATION.max())
                | LOW_OUTCOME.placed(outcome & LOW_OUTCOME.max())
                | HIGH_OBLIGATION.placed(obligation >>> LOW_OBLIGATION.bits())
                | HIGH_OUTCOME.placed(outcome >>> LOW_OUTCOME.bits());
    }

    private static int obligation(long b) {
        return (int) (HIGH_OBLIGATION.get(b) << LOW_OBLIGATION.bits() | LOW_OBLIGATION.get(b));
    }

    private static int outcome(long b) {
        return (int) (HIGH_OUTCOME.get(b) << LOW_OUTCOME.bits() | LOW_OUTCOME.get(b));
    }

    static long c(int debtor, long deadline) {
        return DEADLINE.put(deadline) | DEBTOR.put(debtor);
    }

    /** The hash of a document, by its sender, when it was sent and what it says. */
    static long document(Conclusion about, long sentAt) {
        return Hash.mix(
                a(about.thread, about.document, about.sender),
                Hash.mix(sentAt, TYPE.put(about.type) | URGENCY.put(about.urgency)));
    }

    /** Of a sketch that was damaged, a part may be what no obligation has: then it is the last that there is. */
    static ObligationId of(long a, long b, long c) {
        return new ObligationId(
                THREAD.get(a),
                (int) DOCUMENT.get(a),
                (int) RECEIVER.get(a),
                Obligation.of(Math.min(obligation(b), Obligation.values().length - 1)),
                Outcome.of(Math.min(outcome(b), Outcome.values().length - 1)),
                (int) DEBTOR.get(c),
                DEADLINE.get(c),
                LATENESS.get(b));
    }
}
