package io.docaxis.producer.emission;

import io.docaxis.common.event.StatusReported;
import io.docaxis.producer.ledger.PerfectObserver;
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

    /** @param before what is delivered at or after it nobody hears of */
    void tell(PerfectObserver observer, ThreadPlan plan, long before) {
        observer.begin(plan.thread());
        for (int i = 0; i < deliveries.count(); i++) {
            if (deliveries.form(i).isSound() && deliveries.emittedAt(i) < before) {
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
