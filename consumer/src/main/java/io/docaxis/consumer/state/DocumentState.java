package io.docaxis.consumer.state;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.obligation.Urgency;

/**
 * What is remembered of a document and its dispatches, by the position of the receiver. It <em>is</em> its dispatches' rows, which
 * saves an object on the way to them: millions pass through. Not thread-safe.
 */
public class DocumentState extends DispatchRows {

    private static final BitField NUMBER = BitField.lowest("document", 10);
    private static final BitField ORDINAL = BitField.lowest("ordinal", 16);
    private static final BitField TYPE = BitField.of(DocumentType.values(), 0, 7);
    private static final BitField URGENCY = BitField.of(Urgency.values(), 0, 2);
    private static final BitField BUSINESS = BitField.of(BusinessType.values(), 0, 2);

    private static final int REVISION_BITS = 10;
    private static final int REVISION_MASK = (1 << REVISION_BITS) - 1;
    private static final int COUNT_BITS = 2;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int OBLIGATION_BITS = REVISION_BITS + COUNT_BITS;

    /** Stands for the deadline of a duty that does not exist. */
    public static final long NO_DUTY = -1;

    public short number;
    public char ordinal;
    public int sender;
    public byte type;
    public byte urgency;
    public byte business;
    /** Deadline or {@link #NO_DUTY}, as is {@link #respondBy}. */
    public long acknowledgeBy;

    public long respondBy;
    /** Of the record that opened it, for whoever wants its history. */
    public long offset;

    /**
     * By dispatch, twelve bits an obligation: announcements of lateness so far, and as what it was first counted; null while there is nothing of
     * that.
     */
    private long[] revisions;

    /** Nothing of it was concluded yet. Not stored, for what is stored is concluded. */
    private boolean fresh;

    /** The document of the thread that arrived next. */
    public DocumentState next;

    /** Nothing is known of it, until {@link #open}. */
    DocumentState(long thread) {
        super(thread);
    }

    /**
     * Begins with what its record says; to whom it was sent, and what is due when, is yet to be said.
     *
     * @param sender agency number
     * @param offset of the record
     * @throws IllegalArgumentException if something does not fit where it is kept
     */
    final void open(DocumentSent content, int sender, long offset, int dispatches, RowPool pool) {
        open(dispatches, pool);
        number = (short) NUMBER.require(content.document);
        ordinal = (char) ORDINAL.require(content.ordinal);
        this.sender = sender;
        type = (byte) TYPE.require(content.type);
        urgency = (byte) URGENCY.require(content.urgency);
        business = (byte) BUSINESS.require(content.business);
        sentAt = content.sentAt;
        this.offset = offset;
    }

    /** Nothing is known of it any more; it leads to no other. */
    final void letGo(RowPool pool) {
        close(pool);
        revisions = null;
        next = null;
    }

    public final boolean isRecall() {
        return business == BusinessType.RECALL.ordinal();
    }

    public final Urgency urgencyMark() {
        return Urgency.of(urgency);
    }

    /** The next revision number of an obligation's lateness; it stays at the last that can be kept. */
    public final int nextRevision(int dispatch, int obligation) {
        int shift = shift(obligation);
        int next = Math.min(REVISION_MASK, (int) (revisions(dispatch) >>> shift & REVISION_MASK) + 1);
        setRevisions(dispatch, revisions(dispatch) & ~((long) REVISION_MASK << shift) | (long) next << shift);
        return next;
    }

    /** Whether {@link #firstCount} can be anything but none. */
    public final boolean hasRevisions() {
        return revisions != null;
    }

    /** What an obligation was first counted as, if it was revised since. */
    public final FirstCount firstCount(int dispatch, int obligation) {
        return FirstCount.of((int) (revisions(dispatch) >>> shift(obligation) + REVISION_BITS & COUNT_MASK));
    }

    /** It had none before. */
    public final void setFirstCount(int dispatch, int obligation, FirstCount first) {
        long bits = (long) first.ordinal() << shift(obligation) + REVISION_BITS;
        setRevisions(dispatch, revisions(dispatch) | bits);
    }

    final long revisions(int dispatch) {
        return revisions == null ? 0 : revisions[dispatch];
    }

    final void setRevisions(int dispatch, long packed) {
        if (packed != 0) {
            if (revisions == null) {
                revisions = new long[dispatches()];
            }
            revisions[dispatch] = packed;
        }
    }

    /** Whether nothing of it was concluded yet. */
    public final boolean isFresh() {
        return fresh;
    }

    public final void setFresh(boolean nothingConcluded) {
        fresh = nothingConcluded;
    }

    private static int shift(int obligation) {
        // obligations of a dispatch count from 1
        if (obligation < 1 || obligation * OBLIGATION_BITS > Long.SIZE) {
            throw new IllegalArgumentException("obligation of a dispatch " + obligation + ": want 1 to "
                    + Long.SIZE / OBLIGATION_BITS + ", " + OBLIGATION_BITS + " bits each");
        }
        return (obligation - 1) * OBLIGATION_BITS;
    }
}
