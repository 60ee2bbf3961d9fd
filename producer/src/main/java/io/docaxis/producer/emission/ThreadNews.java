package io.docaxis.producer.emission;

import io.docaxis.common.event.StatusReported;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.ledger.PerfectObserver;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.ThreadPlan;

/** What an observer hears of a thread: all that is delivered in time and can be read. Not thread-safe. */
final class ThreadNews {

    private final ThreadDeliveries deliveries;
    private final EventContents contents;
    private final AddedRecords added;

    ThreadNews(ThreadDeliveries deliveries, EventContents contents, AddedRecords added) {
        this.deliveries = deliveries;
        this.contents = contents;
        this.added = added;
    }

    /** Takes note of what comes and can't be read, or should have come: of no such thing an observer hears. */
    void noteFates(Ledger ledger, ThreadPlan plan) {
        for (int i = 0; i < deliveries.count(); i++) {
            Counter fate = deliveries.form(i).fate();
            if (fate != null && deliveries.isDelivered(i, ledger.excerpt(), plan.thread())) {
                ledger.count(fate);
            }
        }
    }

    /** How much of a thread does not come, because nothing is delivered any more. */
    int withheld(ThreadPlan plan, Excerpt excerpt) {
        int withheld = 0;
        for (int i = 0; i < deliveries.count(); i++) {
            boolean comes = deliveries.isDelivered(i, excerpt, plan.thread());
            withheld += comes || deliveries.form(i) == DeliveryForm.DROPPED ? 0 : 1;
        }
        return withheld;
    }

    /** @param excerpt of what is not delivered in it nobody hears */
    void tell(PerfectObserver observer, ThreadPlan plan, Excerpt excerpt) {
        observer.begin(plan.thread());
        for (int i = 0; i < deliveries.count(); i++) {
            if (deliveries.form(i).isSound() && deliveries.isDelivered(i, excerpt, plan.thread())) {
                tell(observer, plan, deliveries.ordinal(i), deliveries.form(i), deliveries.emittedAt(i));
            }
        }
        observer.end();
    }

    private void tell(PerfectObserver observer, ThreadPlan plan, int ordinal, DeliveryForm form, long emittedAt) {
        if (ordinal >= plan.events()) {
            observer.document(emittedAt, added.document(ordinal - plan.events()));
        } else if (plan.event(ordinal).isDocument()) {
            observer.document(emittedAt, contents.document(plan.event(ordinal).document()));
        } else {
            StatusReported status = contents.status(ordinal);
            if (form == DeliveryForm.UNKNOWN_AGENCY) {
                AddedRecords.fromNobodyKnown(status);
            }
            observer.status(emittedAt, status);
        }
    }
}
