package io.docaxis.common.lateness;

import io.docaxis.common.event.proto.Lateness;
import java.util.function.UnaryOperator;

/**
 * What one record of the lateness topic says. Times are epoch seconds unless a name says otherwise.
 *
 * @param debtor agency code of who owes it
 * @param asker agency code of the document's sender
 * @param type of the document, as its abbreviation
 * @param urgency of the document, as a label
 * @param openedAt when the duty opened, by the asker's clock
 * @param lateByS 0 while overdue
 * @param watermark of the thread's partition when it was announced
 * @param announcedUntil deadlines before it were announced as passed then
 * @param partition of the events, where the thread is
 * @param offset there, of the record that opened the document
 * @param sentIn the year in which the document was sent, in the run's time
 * @param counted whether what is overdue had been fulfilled before, so that it is counted already as what it was then
 * @param instead of what was withdrawn: the label of the outcome that it has instead; else empty
 * @param writtenAtMs wall clock, as the record has it
 */
public record LatenessRevision(
        DutyName duty,
        int revision,
        Lateness.Kind kind,
        String debtor,
        String asker,
        String type,
        String urgency,
        long openedAt,
        long deadline,
        long lateByS,
        long watermark,
        long announcedUntil,
        int partition,
        long offset,
        int sentIn,
        boolean counted,
        String instead,
        long writtenAtMs) {

    /**
     * What a record's value says.
     *
     * @param duty as its key says
     * @param shared keeps each code and word once
     * @throws IllegalArgumentException if the value says what cannot be
     */
    static LatenessRevision of(DutyName duty, Lateness said, long writtenAtMs, UnaryOperator<String> shared) {
        LatenessRevision revision = new LatenessRevision(
                duty,
                said.getRevision(),
                said.getKind(),
                shared.apply(said.getDebtor()),
                shared.apply(said.getAsker()),
                shared.apply(said.getType()),
                shared.apply(said.getUrgency()),
                said.getOpenedAt(),
                said.getDeadline(),
                said.getLateByS(),
                said.getWatermark(),
                said.getAnnouncedUntil(),
                said.getPartition(),
                said.getOffset(),
                year(said.getDocumentNumber()),
                said.getCounted(),
                shared.apply(said.getOutcome()),
                writtenAtMs);
        revision.requireSame(said);
        return revision;
    }

    /** A value that another key, kind or number is of is no revision of this obligation. */
    private void requireSame(Lateness said) {
        require(said.getThread() == duty.thread(), "thread", said.getThread());
        require(said.getDocument() == duty.document(), "document", said.getDocument());
        require(said.getReceiver().equals(duty.receiver()), "receiver", said.getReceiver());
        require(said.getObligation().equals(DutyName.label(duty.obligation())), "obligation", said.getObligation());
        require(
                kind != Lateness.Kind.UNKNOWN && kind != Lateness.Kind.UNRECOGNIZED,
                "kind",
                String.valueOf(said.getKindValue()));
        require(documentNumber().equals(said.getDocumentNumber()), "document number", said.getDocumentNumber());
    }

    private void require(boolean isSo, String what, Object got) {
        if (!isSo) {
            throw new IllegalArgumentException("key '" + duty + "' has a value of " + what + " '" + got + "'");
        }
    }

    /** Asker, year, thread and document; 0 where it is written otherwise. */
    private static int year(String documentNumber) {
        String[] parts = documentNumber.split("\\.");
        try {
            return parts.length < 3 ? 0 : Integer.parseInt(parts[parts.length - 2]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether the deadline has passed and nothing has fulfilled it. */
    public boolean isOverdue() {
        return kind == Lateness.Kind.OVERDUE;
    }

    /** The document's number, for people. */
    public String documentNumber() {
        return asker + "." + sentIn + ".T" + duty.thread() + "-" + duty.document();
    }
}
