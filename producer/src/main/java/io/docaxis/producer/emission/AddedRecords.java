package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.scenario.Disturbances;
import java.util.ArrayList;
import java.util.List;

/** Records that the channel delivers though no event stands behind them. Not thread-safe. */
final class AddedRecords {

    /** A code that no catalogue has. */
    private static final String NOBODY = "G99";

    private final Disturbances.UnreadableRecords unreadable;
    private final Disturbances.UnacceptableRecords unacceptable;
    private final boolean none;
    /** Of these, the documents, under ordinals and numbers after the thread's own; used again. */
    private final List<DocumentSent> documents = new ArrayList<>();

    private int documentCount;
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

    /** Begins a thread. */
    void begin(Ledger itsLedger, ThreadDeliveries itsDeliveries) {
        ledger = itsLedger;
        deliveries = itsDeliveries;
        documentCount = 0;
    }

    /** Draws what is delivered beside an event; says whether any of it is sound, so that an observer has to hear of it. */
    boolean addBeside(ThreadPlan plan, int ordinal, long at, Draws draws) {
        if (draws.chance(unreadable.corruptPpm())) {
            damage(at, ordinal, DeliveryForm.CORRUPT_COPY, Counter.PLANTED_CORRUPT);
        }
        if (draws.chance(unreadable.garbagePpm())) {
            damage(at, ordinal, DeliveryForm.GARBAGE, Counter.PLANTED_GARBAGE);
        }
        if (draws.chance(unreadable.unknownKindPpm())) {
            damage(at, ordinal, DeliveryForm.UNKNOWN_KIND, Counter.PLANTED_UNKNOWN_KIND);
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
            int added = toNobodyElse(plan, document);
            sound = add(at, added, DeliveryForm.ORIGINAL, Counter.PLANTED_NO_RECEIVER);
        }
        if (draws.chance(unacceptable.unknownSenderPpm())) {
            int added = fromNobodyKnown(plan, document);
            sound = add(at, added, DeliveryForm.ORIGINAL, Counter.PLANTED_UNKNOWN_SENDER);
        }
        return sound;
    }

    private boolean add(long at, int ordinal, DeliveryForm form, Counter planted) {
        deliveries.add(at, ordinal, form);
        ledger.plant(planted, at);
        ledger.adds();
        return true;
    }

    /** What nobody can read says nothing about the thread. */
    private void damage(long at, int ordinal, DeliveryForm form, Counter planted) {
        deliveries.add(at, ordinal, form);
        ledger.plant(planted, at);
        ledger.adds();
    }

    int documentCount() {
        return documentCount;
    }

    DocumentSent document(int index) {
        return documents.get(index);
    }

    /** A document like another whose only receiver is its sender; gives its ordinal. */
    private int toNobodyElse(ThreadPlan plan, PlannedDocument like) {
        DocumentSent made = make(plan, like);
        made.sender = like.sender();
        made.receiverCount = 0;
        made.addReceiver(like.sender());
        return made.ordinal;
    }

    /** A document like another from a sender outside the catalogue; gives its ordinal. */
    private int fromNobodyKnown(ThreadPlan plan, PlannedDocument like) {
        DocumentSent made = make(plan, like);
        made.sender = DocumentSent.ABSENT;
        made.senderCode = NOBODY;
        return made.ordinal;
    }

    /** Makes a status one for an agency outside the catalogue. */
    static void fromNobodyKnown(StatusReported status) {
        status.receiver = DocumentSent.ABSENT;
        status.receiverCode = NOBODY;
    }

    private DocumentSent make(ThreadPlan plan, PlannedDocument like) {
        if (documentCount == documents.size()) {
            documents.add(new DocumentSent());
        }
        DocumentSent made = documents.get(documentCount);
        made.copy(like.content());
        made.senderCode = null;
        made.receiverCodeCount = 0;
        made.ordinal = plan.events() + documentCount;
        made.document = plan.documents() + 1 + documentCount;
        made.answers = DocumentSent.ABSENT;
        made.concerns = DocumentSent.ABSENT;
        documentCount++;
        return made;
    }
}
