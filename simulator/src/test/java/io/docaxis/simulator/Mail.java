package io.docaxis.simulator;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import java.util.Arrays;
import java.util.Comparator;

/** One record on its way: a document or a status, and when it is emitted. Chaos changes its fields. */
final class Mail {

    /** In the order in which a source sends. */
    static final Comparator<Mail> ORDER =
            Comparator.<Mail>comparingLong(mail -> mail.emittedAt).thenComparingLong(Mail::thread);

    long emittedAt;
    final DocumentSent document;
    final StatusReported status;

    Mail(long emittedAt, DocumentSent document) {
        this.emittedAt = emittedAt;
        this.document = copy(document);
        status = null;
    }

    Mail(long emittedAt, StatusReported status) {
        this.emittedAt = emittedAt;
        this.status = copy(status);
        document = null;
    }

    boolean isDocument() {
        return document != null;
    }

    long thread() {
        return isDocument() ? document.thread : status.thread;
    }

    /** The document that it is, or that it is about. */
    int number() {
        return isDocument() ? document.document : status.document;
    }

    long occurredAt() {
        return isDocument() ? document.sentAt : status.occurredAt;
    }

    void occurAt(long instant) {
        if (isDocument()) {
            document.sentAt = Math.max(0, instant);
        } else {
            status.occurredAt = Math.max(0, instant);
        }
    }

    void setOrdinal(int ordinal) {
        if (isDocument()) {
            document.ordinal = ordinal;
        } else {
            status.ordinal = ordinal;
        }
    }

    Mail copyAt(long instant) {
        return isDocument() ? new Mail(instant, document) : new Mail(instant, status);
    }

    private static DocumentSent copy(DocumentSent from) {
        DocumentSent to = new DocumentSent();
        to.copy(from);
        return to;
    }

    private static StatusReported copy(StatusReported from) {
        StatusReported to = new StatusReported();
        to.thread = from.thread;
        to.ordinal = from.ordinal;
        to.document = from.document;
        to.receiver = from.receiver;
        to.receiverCode = from.receiverCode;
        to.reporter = from.reporter;
        to.status = from.status;
        to.occurredAt = from.occurredAt;
        return to;
    }

    @Override
    public String toString() {
        return Moments.text(emittedAt) + " <- " + Moments.text(occurredAt())
                + (isDocument() ? text(document) : text(status));
    }

    private static String text(DocumentSent d) {
        return " #" + d.ordinal + " document " + d.document + " from "
                + (d.senderCode == null ? d.sender : d.senderCode)
                + " to " + Arrays.toString(Arrays.copyOf(d.receivers, d.receiverCount))
                + Arrays.toString(Arrays.copyOf(d.receiverCodes, d.receiverCodeCount)) + " business " + d.business
                + " urgency " + d.urgency + " signed " + Moments.text(d.signedAt)
                + (d.dueOn == DocumentSent.NO_DATE ? "" : " due " + java.time.LocalDate.ofEpochDay(d.dueOn))
                + (d.dueOnText == null ? "" : " due '" + d.dueOnText + "'")
                + (d.answers < 0 ? "" : " answers " + d.answers) + (d.concerns < 0 ? "" : " concerns " + d.concerns);
    }

    private static String text(StatusReported s) {
        return " #" + s.ordinal + " status " + s.status + " of document " + s.document + " at "
                + (s.receiverCode == null ? s.receiver : s.receiverCode)
                + (s.reporter < 0 ? "" : " by " + s.reporter);
    }
}
