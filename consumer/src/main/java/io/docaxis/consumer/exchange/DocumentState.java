package io.docaxis.consumer.exchange;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.consumer.obligation.Facts;

/**
 * What is remembered of a document and its dispatches, by the position of the receiver. Arrays, for millions pass through:
 * about a hundred bytes a dispatch with its facts. Not thread-safe.
 */
final class DocumentState {

    private static final int REVISION_BITS = 10;
    private static final int REVISION_MASK = (1 << REVISION_BITS) - 1;

    final short number;
    final char ordinal;
    final int sender;
    final byte type;
    final byte urgency;
    final byte business;
    final long sentAt;
    /** Deadline or {@link io.docaxis.consumer.obligation.Terms#NO_DUTY}, as is {@link #respondBy}. */
    final long acknowledgeBy;

    final long respondBy;
    /** Of the record that opened it, for whoever wants its history. */
    final long offset;

    final int[] receivers;
    final Facts facts;
    /** By dispatch: announcements of lateness so far, ten bits an obligation; null while there are none. */
    private int[] revisions;

    /**
     * By dispatch, as judged last: when its next deadline passes, and when it is forgotten. Not stored; null: not judged since it
     * was restored.
     */
    private long[] outlook;

    /** The document of the thread that arrived next. */
    DocumentState next;

    DocumentState(
            int number,
            int ordinal,
            int sender,
            int type,
            int urgency,
            int business,
            long sentAt,
            long acknowledgeBy,
            long respondBy,
            long offset,
            int[] receivers) {
        this.number = (short) number;
        this.ordinal = (char) ordinal;
        this.sender = sender;
        this.type = (byte) type;
        this.urgency = (byte) urgency;
        this.business = (byte) business;
        this.sentAt = sentAt;
        this.acknowledgeBy = acknowledgeBy;
        this.respondBy = respondBy;
        this.offset = offset;
        this.receivers = receivers;
        this.facts = new Facts(receivers.length);
    }

    int dispatches() {
        return receivers.length;
    }

    /** The position of a receiver, or −1. */
    int dispatchTo(int agency) {
        for (int i = 0; i < receivers.length; i++) {
            if (receivers[i] == agency) {
                return i;
            }
        }
        return -1;
    }

    boolean isRecall() {
        return business == BusinessType.RECALL.ordinal();
    }

    Urgency urgencyMark() {
        return Urgency.of(urgency);
    }

    /** The next revision number of an obligation's lateness; it stays at the last that can be kept. */
    int nextRevision(int dispatch, int obligation) {
        if (revisions == null) {
            revisions = new int[receivers.length];
        }
        int shift = shift(obligation);
        int next = Math.min(REVISION_MASK, (revisions[dispatch] >>> shift & REVISION_MASK) + 1);
        revisions[dispatch] = revisions[dispatch] & ~(REVISION_MASK << shift) | next << shift;
        return next;
    }

    int revisions(int dispatch) {
        return revisions == null ? 0 : revisions[dispatch];
    }

    void restoreRevisions(int dispatch, int packed) {
        if (packed != 0) {
            if (revisions == null) {
                revisions = new int[receivers.length];
            }
            revisions[dispatch] = packed;
        }
    }

    boolean hasOutlook() {
        return outlook != null;
    }

    /**
     * Keeps what time alone will do to a dispatch, so that it need not be judged again to know.
     *
     * @param nextDeadline or {@link io.docaxis.common.obligation.Deadlines#NEVER}
     */
    void setOutlook(int dispatch, long nextDeadline, long forgetAt) {
        if (outlook == null) {
            outlook = new long[2 * receivers.length];
        }
        outlook[2 * dispatch] = nextDeadline;
        outlook[2 * dispatch + 1] = forgetAt;
    }

    long nextDeadline(int dispatch) {
        return outlook[2 * dispatch];
    }

    long forgetAt(int dispatch) {
        return outlook[2 * dispatch + 1];
    }

    private static int shift(int obligation) {
        // obligations of a dispatch count from 1
        return (obligation - 1) * REVISION_BITS;
    }
}
