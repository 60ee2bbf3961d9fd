package io.docaxis.producer.ledger;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import java.util.ArrayList;
import java.util.List;

/** One document to one receiver: its facts, and the duties that follow from them. Not thread-safe. */
final class ObservedDispatch {

    private static final long RESPONDS = ObservedFact.codes(ObservedFact.ANSWER, Status.COMPLETED);
    private static final long REPLACES = ObservedFact.codes(ObservedFact.REPLACED);

    private final int receiver;
    private final BusinessType business;
    private final long sentAt;
    private final DocumentDeadlines due;
    private final Deadlines deadlines;
    /** Kept in mind so long, whatever has become of it. */
    private final long leastUntil;

    private final ObservedFacts facts = new ObservedFacts();
    /** Worked out when asked for; null where a fact has come since. */
    private List<ObservedDuty> duties;

    private int dutiesOutsideCalendar;

    private long rememberedUntil;

    /**
     * One of a document.
     *
     * @param leastUntil when nobody has forgotten the document yet
     */
    ObservedDispatch(
            int receiver,
            BusinessType business,
            long sentAt,
            DocumentDeadlines due,
            long leastUntil,
            Deadlines deadlines) {
        this.receiver = receiver;
        this.business = business;
        this.sentAt = sentAt;
        this.due = due;
        this.leastUntil = leastUntil;
        this.deadlines = deadlines;
    }

    int receiver() {
        return receiver;
    }

    ObservedFacts facts() {
        return facts;
    }

    void add(ObservedFact fact) {
        facts.add(fact);
        duties = null;
    }

    /** What the receiver owes, and what became of it. */
    List<ObservedDuty> duties() {
        if (duties == null) {
            duties = workOut();
            rememberedUntil = leastUntil;
            for (ObservedDuty duty : duties) {
                rememberedUntil = Math.max(rememberedUntil, duty.rememberedUntil(deadlines));
            }
        }
        return duties;
    }

    /** Whether all was settled so long ago that what arrives now finds nothing. */
    boolean isForgottenAt(long instant) {
        // mostly not; to work out the duties for every record takes longer than all else that is done for it
        if (instant <= leastUntil) {
            return false;
        }
        duties();
        return instant > rememberedUntil;
    }

    /** How many duties are none, because the calendar does not go so far. */
    int dutiesOutsideCalendar() {
        duties();
        return dutiesOutsideCalendar;
    }

    private List<ObservedDuty> workOut() {
        List<ObservedDuty> all = new ArrayList<>(3);
        dutiesOutsideCalendar = 0;
        if (business == BusinessType.RECALL) {
            return all;
        }
        long agreedAt = at(facts.recallAgreement());
        owe(all, Obligation.ACKNOWLEDGE, sentAt, due.acknowledgeBy(), at(facts.first(acknowledging())), agreedAt);
        owe(
                all,
                Obligation.RESPOND,
                sentAt,
                due.respondBy(),
                at(facts.first(RESPONDS)),
                Math.min(agreedAt, Math.min(at(facts.standingRefusal()), at(facts.first(REPLACES)))));
        ObservedFact request = facts.recallRequest();
        if (request != null) {
            owe(
                    all,
                    Obligation.ANSWER_RECALL,
                    request.at(),
                    DocumentDeadlines.ifReached(() -> deadlines.answerRecallBy(request.at())),
                    at(facts.recallAnswer()),
                    Deadlines.NEVER);
        }
        return all;
    }

    private void owe(
            List<ObservedDuty> all,
            Obligation obligation,
            long openedAt,
            long deadline,
            long fulfilledAt,
            long voidedAt) {
        if (deadline == DocumentDeadlines.OUTSIDE_CALENDAR) {
            dutiesOutsideCalendar++;
        } else if (deadline != Deadlines.NEVER) {
            all.add(new ObservedDuty(obligation, openedAt, deadline, fulfilledAt, voidedAt));
        }
    }

    /** Codes that acknowledge. */
    private long acknowledging() {
        return deadlines.rules().arrivalAcknowledges()
                ? ObservedFact.SHOWS_RECEIPT | ObservedFact.codes(Status.ARRIVED)
                : ObservedFact.SHOWS_RECEIPT;
    }

    private static long at(ObservedFact fact) {
        return fact == null ? Deadlines.NEVER : fact.at();
    }
}
