package io.docaxis.producer.ledger;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.Conclusion;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.ThreadPlan;

/**
 * The written truth of one source: what a perfect observer concludes from what is delivered, and how many records that takes.
 * Complete once the source's emission has ended. Not thread-safe.
 */
public final class Ledger {

    private static final Counter[] COUNTERS = Counter.values();

    private final AgencyCatalogue agencies;
    private final WorkingCalendar calendar;
    private final Tally expected = new Tally();
    /** Waiting to be added to the tally, by counter. */
    private final long[] counted = new long[COUNTERS.length];

    private long happened;
    private long noise;
    private long duplicated;

    public Ledger(AgencyCatalogue agencies, WorkingCalendar calendar) {
        this.agencies = agencies;
        this.calendar = calendar;
    }

    /** What a perfect observer concludes. */
    public Tally expected() {
        for (int i = 0; i < counted.length; i++) {
            if (counted[i] != 0) {
                expected.count(COUNTERS[i], counted[i]);
                counted[i] = 0;
            }
        }
        return expected;
    }

    /** Documents and statuses that happened: events of the plan. */
    public long happened() {
        return happened;
    }

    /** Records that the channel adds of its own: what it damages or makes up. */
    public long noise() {
        return noise;
    }

    /** Records to be delivered once: what happened, and noise. */
    public long planned() {
        return happened + noise;
    }

    /** Records delivered a second time. */
    public long duplicated() {
        return duplicated;
    }

    /** Planned and never sent: no disturbance does that so far. */
    public long withheld() {
        return 0;
    }

    /** Takes in all that happens in a thread. */
    public void expect(ThreadPlan plan) {
        for (int i = 0; i < plan.documents(); i++) {
            expect(plan.thread(), plan.document(i));
        }
        for (int i = 0; i < plan.conclusions(); i++) {
            Conclusion conclusion = plan.conclusion(i);
            DocumentSent about = plan.numbered(conclusion.document()).content();
            expected.conclude(
                    1,
                    agencies,
                    plan.thread(),
                    conclusion.document(),
                    conclusion.receiver(),
                    conclusion.obligation(),
                    conclusion.outcome(),
                    conclusion.debtor(),
                    conclusion.openedOn(),
                    conclusion.deadline(),
                    conclusion.latenessS(),
                    about.type,
                    about.urgency);
        }
        for (int i = 0; i < plan.events(); i++) {
            counted[plan.event(i).fate().ordinal()]++;
        }
        happened += plan.events();
        for (int i = 0; i < COUNTERS.length; i++) {
            counted[i] += plan.observed(COUNTERS[i]);
        }
    }

    /**
     * Takes in a second delivery of an event: what nobody can place, and what is too late, is not known to be a second.
     *
     * @param fate what the second delivery would be counted as if it were the first
     */
    public void expectDuplicate(Counter fate) {
        duplicated++;
        boolean unplaced = fate == Counter.UNMATCHED || fate == Counter.TOO_LATE;
        counted[(unplaced ? fate : Counter.DUPLICATE).ordinal()]++;
    }

    /** Takes in a record that the channel adds. */
    public void expectNoise(Counter fate) {
        noise++;
        counted[fate.ordinal()]++;
    }

    /** Takes in a status delivered before its document. */
    public void expectStatusBeforeDocument() {
        counted[Counter.STATUS_BEFORE_DOCUMENT.ordinal()]++;
    }

    private void expect(long thread, PlannedDocument document) {
        DocumentSent content = document.content();
        long sentOn = calendar.dayOf(content.sentAt);
        expected.document(
                agencies,
                thread,
                content.document,
                document.sender(),
                sentOn,
                content.sentAt,
                content.type,
                content.urgency);
        for (int i = 0; i < document.receivers(); i++) {
            expected.dispatch(agencies, thread, content.document, document.receiver(i), sentOn);
        }
    }
}
