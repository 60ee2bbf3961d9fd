package io.docaxis.producer.ledger;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;

/** Writes what was observed of one thread after another into the expected tally. Not thread-safe. */
final class ExpectedTallyWriter {

    private static final long BY_STRANGER = ObservedFact.codes(ObservedFact.STRANGERS_REQUEST);

    private final AgencyCatalogue agencies;
    private final Deadlines deadlines;
    private final long endsAt;
    private final Tally expected;
    private long thread;
    /** About the document that is concluded. */
    private final Conclusion conclusion = new Conclusion();

    ExpectedTallyWriter(AgencyCatalogue agencies, Deadlines deadlines, long endsAt, Tally expected) {
        this.agencies = agencies;
        this.deadlines = deadlines;
        this.endsAt = endsAt;
        this.expected = expected;
    }

    void begin(long number) {
        thread = number;
    }

    /** Counts something of an event. */
    void count(Counter counter, int ordinal) {
        expected.count(counter, 1, TraceId.event(thread, ordinal));
    }

    /** Counts what is noted of a document once, when it is applied. */
    void applied(ObservedDocument document, Addressees addressees) {
        count(Counter.APPLIED, document.ordinal);
        document.deadlines.faults().forEach(fault -> count(fault, document.ordinal));
        expected.count(Counter.RECEIVER_REMOVED, addressees.removed());
        expected.count(Counter.RECEIVER_UNKNOWN, addressees.unknown());
    }

    /** Writes down what a document and its dispatches came to. */
    void conclude(ObservedDocument document) {
        long sentOn = deadlines.calendar().dayOf(document.sentAt);
        conclusion.about(thread, document.number, document.sender, document.type, document.urgency);
        expected.document(agencies, conclusion, sentOn, document.sentAt);
        if (document.deadlines.sendBy() == DocumentDeadlines.OUTSIDE_CALENDAR) {
            expected.count(Counter.DEADLINE_OUTSIDE_CALENDAR, 1);
        } else if (document.deadlines.sendBy() != Deadlines.NEVER) {
            conclude(ObligationId.NO_RECEIVER, sending(document));
        }
        for (ObservedDispatch dispatch : document.dispatches()) {
            expected.dispatch(agencies, thread, document.number, dispatch.receiver(), sentOn);
            conclude(document, dispatch);
        }
    }

    private static ObservedDuty sending(ObservedDocument document) {
        return new ObservedDuty(
                Obligation.SEND, document.signedAt, document.deadlines.sendBy(), document.sentAt, Deadlines.NEVER);
    }

    private void conclude(ObservedDocument document, ObservedDispatch dispatch) {
        boolean settled = true;
        for (ObservedDuty duty : dispatch.duties()) {
            Outcome outcome = conclude(dispatch.receiver(), duty);
            settled &= outcome != Outcome.OPEN && outcome != Outcome.OVERDUE;
        }
        ObservedFacts facts = dispatch.facts();
        // whoever asks a recall document back asks for nothing
        boolean recallable = document.business != BusinessType.RECALL;
        int requests = recallable ? facts.count(ObservedFact.REQUESTS_RECALL) : 0;
        boolean answered = recallable && facts.recallAnswer() != null;
        long identity = TraceId.dispatch(thread, document.number, dispatch.receiver());
        expected.count(Counter.SETTLED, settled ? 1 : 0);
        expected.count(Counter.DEADLINE_OUTSIDE_CALENDAR, dispatch.dutiesOutsideCalendar());
        expected.count(Counter.REFUSED, facts.standingRefusal() != null ? 1 : 0);
        boolean both = facts.isRefusedAndAccepted();
        boolean refusalStands = facts.standingRefusal() != null;
        expected.count(Counter.REFUSED_AFTER_ACCEPTANCE, both && !refusalStands ? 1 : 0, identity);
        expected.count(Counter.ACCEPTED_AFTER_REFUSAL, both && refusalStands ? 1 : 0, identity);
        expected.count(Counter.RECALLED, Math.min(requests, 1));
        expected.count(Counter.RECALL_REPEATED, Math.max(requests - 1, 0), identity);
        expected.count(
                Counter.RECALL_ANSWER_WITHOUT_REQUEST,
                facts.count(ObservedFact.ANSWERS_RECALL) - (answered ? 1 : 0),
                identity);
        expected.count(Counter.RECALL_BY_STRANGER, facts.count(BY_STRANGER), identity);
    }

    private Outcome conclude(int receiver, ObservedDuty duty) {
        Outcome outcome = duty.outcome(endsAt);
        conclusion
                .obligation(duty.obligation(), receiver, deadlines.calendar().dayOf(duty.openedAt()))
                .outcome(outcome, duty.deadline(), duty.latenessS());
        expected.conclude(1, agencies, conclusion);
        return outcome;
    }
}
