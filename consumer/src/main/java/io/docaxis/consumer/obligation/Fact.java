package io.docaxis.consumer.obligation;

import io.docaxis.common.event.Status;

/**
 * One fact of a dispatch packed into a long: when it occurred (seconds, 40 bits), its event's ordinal in the thread (16),
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

    private static final int CODE_MASK = 0x7F;
    private static final long UNCONCLUDED = 0x80;
    private static final int ORDINAL_SHIFT = 8;
    private static final int TIME_SHIFT = 24;

    private Fact() {}

    public static long of(long occurredAt, int ordinal, int code) {
        return occurredAt << TIME_SHIFT | (long) ordinal << ORDINAL_SHIFT | code;
    }

    /** Whether it says that the dispatch was acknowledged, and be it between the lines. */
    static boolean acknowledges(long fact, boolean arrivalAcknowledges) {
        return switch (code(fact)) {
            case Status.ARRIVED -> arrivalAcknowledges;
            case Status.REFUSED, Status.ACCEPTED, Status.ASSIGNED, Status.IN_PROCESS, Status.COMPLETED, ANSWER -> true;
            default -> false;
        };
    }

    /** The same, yet to be concluded. */
    static long unconcluded(long fact) {
        return fact | UNCONCLUDED;
    }

    /** The same, concluded. */
    static long concluded(long fact) {
        return fact & ~UNCONCLUDED;
    }

    static boolean isUnconcluded(long fact) {
        return (fact & UNCONCLUDED) != 0;
    }

    public static long occurredAt(long fact) {
        return fact >>> TIME_SHIFT;
    }

    public static int ordinal(long fact) {
        return (int) (fact >>> ORDINAL_SHIFT) & 0xFFFF;
    }

    public static int code(long fact) {
        return (int) fact & CODE_MASK;
    }
}
