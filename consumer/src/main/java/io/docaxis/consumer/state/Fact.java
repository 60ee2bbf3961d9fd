package io.docaxis.consumer.state;

import io.docaxis.common.hash.BitField;

/**
 * One fact of a dispatch packed into a long: when it occurred (seconds, 39 bits, so that no fact is below 0), its event's ordinal in the thread (16),
 * whether it is yet to be concluded (1), what it is (7). Without that bit the order of the longs is the order of the facts. 0 is no
 * fact.
 *
 * <p>What it is: a status code, or one of the codes here, which no status has.
 */
public final class Fact {

    /** A document from the receiver that answers the dispatch. */
    public static final int ANSWER = 32;
    /** A recall document from the sender that goes to the receiver too. */
    public static final int RECALL_DOCUMENT = 33;
    /** A replacement from the sender that goes to the receiver too. */
    public static final int REPLACED = 34;
    /** Status 13 from another than the sender: without effect, kept so that its duplicate is known. */
    public static final int RECALL_BY_STRANGER = 35;

    private static final BitField CODE = BitField.lowest("code of a fact", 7);
    private static final BitField STATE = CODE.above("state of a fact", 1);
    private static final BitField ORDINAL = STATE.above("ordinal", 16);
    private static final BitField TIME = ORDINAL.above("time of a fact", 39);
    private static final long UNCONCLUDED = STATE.put(1);

    private Fact() {}

    /** @throws IllegalArgumentException if a part does not fit */
    public static long of(long occurredAt, int ordinal, int code) {
        return TIME.put(occurredAt) | ORDINAL.put(ordinal) | CODE.put(code);
    }

    /** The same, yet to be concluded. */
    static long unconcluded(long fact) {
        return fact | UNCONCLUDED;
    }

    /** The same, concluded. */
    static long concluded(long fact) {
        return fact & ~UNCONCLUDED;
    }

    public static boolean isUnconcluded(long fact) {
        return (fact & UNCONCLUDED) != 0;
    }

    public static long occurredAt(long fact) {
        return TIME.get(fact);
    }

    public static int ordinal(long fact) {
        return (int) ORDINAL.get(fact);
    }

    public static int code(long fact) {
        return (int) CODE.get(fact);
    }
}
