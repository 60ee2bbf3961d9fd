package io.docaxis.common.event;

import java.util.Arrays;

/**
 * The content of a {@code DocumentSent} event as mutable fields: one instance is filled again and again, so that reading
 * and writing allocate nothing but codes written as text. Not thread-safe. Units and meaning: {@code docaxis_event.proto}.
 */
public final class DocumentSent {

    /** No such field: an agency given as text, a document that answers or concerns none. */
    public static final int ABSENT = -1;
    /** No due date. */
    public static final int NO_DATE = Integer.MIN_VALUE;

    public long thread;
    public int ordinal;
    public int document;
    /** Catalogue number, or {@link #ABSENT} where {@link #senderCode} stands. */
    public int sender;

    public String senderCode;
    /** Catalogue numbers; only the first {@link #receiverCount} count. */
    public int[] receivers = new int[16];

    public int receiverCount;
    /** Codes as written, beside the numbers; only the first {@link #receiverCodeCount} count. */
    public String[] receiverCodes = new String[2];

    public int receiverCodeCount;
    public int type;
    public int urgency;
    public int business;
    /** 0 where not signed or not readable. */
    public long signedAt;

    public long sentAt;
    /** Days since 1970-01-01, or {@link #NO_DATE}. */
    public int dueOn;
    /** A date that could not be read, or null. */
    public String dueOnText;
    /** Document number in the thread, or {@link #ABSENT}. */
    public int answers;
    /** Document number in the thread, or {@link #ABSENT}. */
    public int concerns;

    public DocumentSent() {
        clear();
    }

    /** Back to what an empty message says. */
    public void clear() {
        thread = 0;
        ordinal = 0;
        document = 0;
        sender = 0;
        senderCode = null;
        receiverCount = 0;
        receiverCodeCount = 0;
        type = 0;
        urgency = 0;
        business = 0;
        signedAt = 0;
        sentAt = 0;
        dueOn = NO_DATE;
        dueOnText = null;
        answers = ABSENT;
        concerns = ABSENT;
    }

    /** Says what another says. */
    public void copy(DocumentSent from) {
        thread = from.thread;
        ordinal = from.ordinal;
        document = from.document;
        sender = from.sender;
        senderCode = from.senderCode;
        if (receivers.length < from.receiverCount) {
            receivers = new int[from.receiverCount];
        }
        System.arraycopy(from.receivers, 0, receivers, 0, from.receiverCount);
        receiverCount = from.receiverCount;
        receiverCodeCount = 0;
        for (int i = 0; i < from.receiverCodeCount; i++) {
            addReceiverCode(from.receiverCodes[i]);
        }
        type = from.type;
        urgency = from.urgency;
        business = from.business;
        signedAt = from.signedAt;
        sentAt = from.sentAt;
        dueOn = from.dueOn;
        dueOnText = from.dueOnText;
        answers = from.answers;
        concerns = from.concerns;
    }

    public void addReceiver(int agency) {
        if (receiverCount == receivers.length) {
            receivers = Arrays.copyOf(receivers, 2 * receiverCount);
        }
        receivers[receiverCount++] = agency;
    }

    public void addReceiverCode(String code) {
        if (receiverCodeCount == receiverCodes.length) {
            receiverCodes = Arrays.copyOf(receiverCodes, 2 * receiverCodeCount);
        }
        receiverCodes[receiverCodeCount++] = code;
    }
}
