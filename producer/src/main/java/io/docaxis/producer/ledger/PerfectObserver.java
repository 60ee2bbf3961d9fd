package io.docaxis.producer.ledger;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;

/**
 * Concludes what a perfect observer must, from all deliveries of one thread after another, and writes it into the expected
 * tally. Written from the rules alone, in the plainest way: it has the whole thread at hand and keeps every fact, so it needs no
 * watermark and forgets nothing early.
 *
 * <p>Gets sound records only, in the order of delivery, and copies them: the caller may reuse its own. Not thread-safe.
 */
public final class PerfectObserver {

    private final AgencyCatalogue agencies;
    private final Deadlines deadlines;
    private final long horizonS;
    private final ExpectedTallyWriter tally;
    private final ReferenceResolver references;
    private ObservedThread thread;

    /**
     * @param endsAt the first instant after the run's period, by which everything is judged
     * @param expected where the conclusions go
     */
    public PerfectObserver(AgencyCatalogue agencies, Deadlines deadlines, long endsAt, Tally expected) {
        this.agencies = agencies;
        this.deadlines = deadlines;
        this.horizonS = deadlines.rules().horizonS();
        this.tally = new ExpectedTallyWriter(agencies, deadlines, endsAt, expected);
        this.references = new ReferenceResolver(tally);
    }

    /** Turns to a thread, of which nothing is known yet. */
    public void begin(long number) {
        tally.begin(number);
        thread = new ObservedThread();
    }

    /** A document was delivered. */
    public void document(long emittedAt, DocumentSent delivered) {
        if (!isTimely(delivered.ordinal, delivered.sentAt, emittedAt)) {
            return;
        }
        Addressees addressees = Addressees.of(delivered, agencies);
        if (addressees.sender() == Addressees.UNKNOWN) {
            tally.count(Counter.REJECTED_UNKNOWN_SENDER, delivered.ordinal);
            return;
        }
        if (addressees.receivers().length == 0) {
            tally.count(Counter.DEAD_LETTER_NO_RECEIVER, delivered.ordinal);
            return;
        }
        forgetBy(emittedAt);
        if (thread.document(delivered.document) != null) {
            tally.count(Counter.DUPLICATE, delivered.ordinal);
            return;
        }
        var document = new ObservedDocument(delivered, addressees, emittedAt, deadlines);
        tally.applied(document, addressees);
        takeIn(document.ordinal, document.sentAt);
        thread.add(document);
        thread.takeWaitingFor(document.number)
                .forEach(reference -> references.resolveAfterWaiting(reference, document));
        if (document.answers != DocumentSent.ABSENT) {
            follow(new DocumentReference.Answering(document), document);
        }
        if (document.business != BusinessType.NEW) {
            follow(new DocumentReference.Concerning(document), document);
        }
    }

    /** A status was delivered. */
    public void status(long emittedAt, StatusReported delivered) {
        int ordinal = delivered.ordinal;
        if (!isTimely(ordinal, delivered.occurredAt, emittedAt)) {
            return;
        }
        if (!Status.isKnown(delivered.status)) {
            tally.count(Counter.REJECTED_UNKNOWN_STATUS, ordinal);
            return;
        }
        int receiver = Addressees.number(delivered.receiverCode, delivered.receiver, agencies);
        if (receiver == Addressees.UNKNOWN) {
            tally.count(Counter.REJECTED_UNKNOWN_AGENCY, ordinal);
            return;
        }
        forgetBy(emittedAt);
        int reporter = delivered.reporter == DocumentSent.ABSENT ? receiver : delivered.reporter;
        var reference = new DocumentReference.Reported(
                ordinal, delivered.document, receiver, reporter, delivered.status, delivered.occurredAt, emittedAt);
        ObservedDocument document = thread.document(reference.about());
        if (document == null) {
            thread.await(reference);
        }
        if (document == null || references.takeStatus(reference, document)) {
            takeIn(ordinal, reference.occurredAt());
        }
    }

    /** Nothing more was delivered for the thread: writes down what it came to. */
    public void end() {
        conclude();
        thread = null;
    }

    /** Whether a record's time can be placed: neither too far from its delivery, nor outside the calendar. */
    private boolean isTimely(int ordinal, long occurredAt, long emittedAt) {
        var calendar = deadlines.calendar();
        if (emittedAt - occurredAt > horizonS) {
            tally.count(Counter.TOO_LATE, ordinal);
            return false;
        }
        if (occurredAt - emittedAt > horizonS) {
            tally.count(Counter.OFF_CLOCK, ordinal);
            return false;
        }
        if (!calendar.knows(calendar.dayOf(occurredAt))) {
            tally.count(Counter.REJECTED_OUTSIDE_CALENDAR, ordinal);
            return false;
        }
        if (emittedAt != occurredAt) {
            tally.count(emittedAt > occurredAt ? Counter.DELAYED : Counter.AHEAD, ordinal);
        }
        return true;
    }

    private void takeIn(int ordinal, long occurredAt) {
        if (thread.takeInOutOfOrder(occurredAt)) {
            tally.count(Counter.OUT_OF_ORDER, ordinal);
        }
    }

    /** Takes what a document says about another, at once where that is known; a document that names itself names none. */
    private void follow(DocumentReference reference, ObservedDocument from) {
        ObservedDocument about = thread.document(reference.about());
        if (about == from || reference.about() == DocumentSent.ABSENT) {
            references.giveUp(reference);
        } else if (about == null) {
            thread.await(reference);
        } else {
            references.resolve(reference, about);
        }
    }

    /** Gives up references that waited for too long, and the thread itself if nothing keeps it in mind: what follows finds nothing. */
    private void forgetBy(long instant) {
        thread.takeWaitingSinceBefore(instant - horizonS).forEach(references::giveUp);
        if (thread.isForgottenAt(instant)) {
            conclude();
            thread = new ObservedThread();
        }
    }

    private void conclude() {
        thread.takeWaitingSinceBefore(Long.MAX_VALUE).forEach(references::giveUp);
        thread.documents().forEach(tally::conclude);
    }
}
