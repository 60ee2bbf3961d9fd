package io.docaxis.common.event;

/** Status codes that a receiver (13: the sender) reports for a dispatch. */
public final class Status {
    /** 01: arrived at the receiver's system, a machine's notice. */
    public static final int ARRIVED = 1;
    /** 02: refused, with a reason. */
    public static final int REFUSED = 2;
    /** 03: accepted, registered by the clerk. */
    public static final int ACCEPTED = 3;
    /** 04: assigned to a unit or person. */
    public static final int ASSIGNED = 4;
    /** 05: in process; the one status that may repeat. */
    public static final int IN_PROCESS = 5;
    /** 06: completed. */
    public static final int COMPLETED = 6;
    /** 13: the sender asks to take the document back. */
    public static final int RECALL_REQUESTED = 13;
    /** 15: the receiver agrees to the take-back or update. */
    public static final int RECALL_AGREED = 15;
    /** 16: the receiver refuses it. */
    public static final int RECALL_REFUSED = 16;

    private Status() {}

    public static boolean isKnown(int code) {
        return (code >= ARRIVED && code <= COMPLETED)
                || code == RECALL_REQUESTED
                || code == RECALL_AGREED
                || code == RECALL_REFUSED;
    }
}
