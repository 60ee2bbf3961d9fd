package io.docaxis.producer.emission;

import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.scenario.Disturbances;

/** Records that the channel delivers though no event stands behind them. Not thread-safe. */
final class AddedRecords {

    private final Disturbances.Unreadable unreadable;
    private final Disturbances.Unacceptable unacceptable;
    private final boolean none;
    private final AddedDocuments documents = new AddedDocuments();
    private Ledger ledger;
    private ThreadDeliveries deliveries;

    AddedRecords(Disturbances disturbances) {
        unreadable = disturbances.unreadable();
        unacceptable = disturbances.unacceptable();
        none = unreadable.corruptPpm() == 0
                && unreadable.garbagePpm() == 0
                && unreadable.unknownKindPpm() == 0
                && unacceptable.unknownAgencyPpm() == 0
                && unacceptable.noReceiverPpm() == 0
                && unacceptable.unknownSenderPpm() == 0;
    }

    boolean areNone() {
        return none;
    }

    /** Those of the thread that are documents, after the thread's own. */
    AddedDocuments documents() {
        return documents;
    }

    /** Begins a thread. */
    void begin(Ledger itsLedger, ThreadDeliveries itsDeliveries) {
        ledger = itsLedger;
        deliveries = itsDeliveries;
        documents.clear();
    }

    /** Draws what is delivered beside an event; says whether any of it is sound, so that an observer has to hear of it. */
    boolean addBeside(ThreadPlan plan, int ordinal, long at, Draws draws) {
        if (draws.chance(unreadable.corruptPpm())) {
            damage(at, ordinal, DeliveryForm.CORRUPT_COPY, Counter.PLANTED_CORRUPT, Counter.DEAD_LETTER_CHECKSUM);
        }
        if (draws.chance(unreadable.garbagePpm())) {
            damage(at, ordinal, DeliveryForm.GARBAGE, Counter.PLANTED_GARBAGE, Counter.DEAD_LETTER_MALFORMED);
        }
        if (draws.chance(unreadable.unknownKindPpm())) {
            damage(
                    at,
                    ordinal,
                    DeliveryForm.UNKNOWN_KIND,
                    Counter.PLANTED_UNKNOWN_KIND,
                    Counter.DEAD_LETTER_UNKNOWN_KIND);
        }
        PlannedEvent event = plan.event(ordinal);
        boolean sound = false;
        if (!event.isDocument()) {
            if (draws.chance(unacceptable.unknownAgencyPpm())) {
                sound = add(at, ordinal, DeliveryForm.UNKNOWN_AGENCY, Counter.PLANTED_UNKNOWN_AGENCY);
            }
            return sound;
        }
        PlannedDocument document = plan.numbered(event.document());
        if (draws.chance(unacceptable.noReceiverPpm())) {
            int added = documents.toNobodyElse(plan, document);
            sound = add(at, added, DeliveryForm.ORIGINAL, Counter.PLANTED_NO_RECEIVER);
        }
        if (draws.chance(unacceptable.unknownSenderPpm())) {
            int added = documents.fromNobodyKnown(plan, document);
            sound = add(at, added, DeliveryForm.ORIGINAL, Counter.PLANTED_UNKNOWN_SENDER);
        }
        return sound;
    }

    private boolean add(long at, int ordinal, DeliveryForm form, Counter planted) {
        deliveries.add(at, ordinal, form);
        ledger.plant(planted);
        ledger.addsSound();
        return true;
    }

    /** What nobody can read says nothing about the thread. */
    private void damage(long at, int ordinal, DeliveryForm form, Counter planted, Counter fate) {
        deliveries.add(at, ordinal, form);
        ledger.plant(planted);
        ledger.addsUnreadable(fate);
    }
}
