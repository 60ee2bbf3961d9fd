package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.plan.DurationDistribution;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import java.util.Arrays;

/**
 * What the channel makes of a thread's events: when, how often and how damaged each is delivered, if at all, and what time it
 * says it is. A thread that it leaves as it was planned, or changes in nothing that is concluded ({@link PlanEquivalence}), is
 * written into the ledger as planned; of any other, the ledger's observer is told what is delivered. Not thread-safe.
 */
final class Channel {

    private static final BitField FORM = BitField.of(DeliveryForm.values(), 0, DeliveryForm.BITS);
    private static final BitField ORDINAL = FORM.above("ordinal", 16);
    /** Seconds from the origin: the lowest key is the first delivery. */
    private static final BitField TIME = ORDINAL.above("time of a delivery", 44);
    /** Seeds of a thread's events are counted on from here. */
    private static final long EVENTS = 1L << 60;

    private static final int MINUTE_S = 60;
    private static final long NOT_DELIVERED = Long.MAX_VALUE;

    private final Scenario.Disturbances shares;
    private final DurationDistribution duplicateAfter;
    private final DurationDistribution delay;
    private final Clocks clocks;
    private final Outages outages;
    private final long lastAt;
    private final long horizonS;
    /** Whether it delivers records that no event stands behind. */
    private final boolean addsRecords;

    private final boolean clear;
    private final Draws draws = new Draws();
    private final AddedDocuments added = new AddedDocuments();
    private final EventContents contents;

    private ThreadPlan plan;
    private Ledger ledger;
    /** Whether everything is delivered once, whole, as it was planned but for noise. */
    private boolean faithful;
    /** The same, but that some may be late, or delivered a second time. */
    private boolean nearlyFaithful;

    private final PlanEquivalence equivalence;
    /** When each event is first delivered, by ordinal, or {@link #NOT_DELIVERED}. */
    private long[] firstAt = new long[64];
    /** (time from the origin, ordinal, form) of each delivery, sorted. */
    private long[] deliveries = new long[64];

    private int count;
    private long origin;

    Channel(World world) {
        shares = world.scenario().disturbances();
        duplicateAfter = new DurationDistribution(shares.duplicateAfter());
        delay = new DurationDistribution(shares.delay());
        clocks = new Clocks(world.scenario());
        outages = new Outages(world.scenario());
        contents = new EventContents(clocks);
        lastAt = world.endsAt() + shares.drainS() - 1;
        horizonS = world.scenario().rules().horizonS();
        equivalence = new PlanEquivalence(world.scenario().rules());
        addsRecords = shares.corruptPpm() > 0
                || shares.garbagePpm() > 0
                || shares.unknownKindPpm() > 0
                || shares.unknownAgencyPpm() > 0
                || shares.noReceiverPpm() > 0
                || shares.unknownSenderPpm() > 0;
        clear = clocks.areRight()
                && outages.areNone()
                && shares.duplicatePpm() == 0
                && shares.delayPpm() == 0
                && shares.dropPpm() == 0
                && !addsRecords
                && shares.statusBeforeDocumentPpm() == 0
                && shares.answerBeforeDocumentPpm() == 0;
    }

    /** Works out the deliveries of a thread and writes what is to be concluded from them into the ledger. */
    void deliver(ThreadPlan newPlan, Ledger newLedger) {
        plan = newPlan;
        ledger = newLedger;
        count = 0;
        added.clear();
        origin = plan.event(0).occurredAt();
        faithful = plan.isPlain();
        nearlyFaithful = faithful;
        contents.begin(plan);
        ledger.happens(plan);
        if (clear) {
            for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
                add(plan.event(ordinal).occurredAt(), ordinal, DeliveryForm.ORIGINAL);
            }
        } else {
            disturb();
        }
        if (faithful) {
            ledger.expect(plan);
        } else if (nearlyFaithful && equivalence.comesToThePlan(plan, this)) {
            ledger.expect(plan);
            equivalence.note(ledger);
        } else {
            tell(ledger);
        }
    }

    int count() {
        return count;
    }

    long emittedAt(int index) {
        return origin + TIME.get(deliveries[index]);
    }

    int ordinal(int index) {
        return (int) ORDINAL.get(deliveries[index]);
    }

    /** When an event of the plan is first delivered. */
    long firstAt(int ordinal) {
        return firstAt[ordinal];
    }

    DeliveryForm form(int index) {
        return DeliveryForm.of((int) FORM.get(deliveries[index]));
    }

    /** Documents that the channel makes up, after the thread's own. */
    AddedDocuments added() {
        return added;
    }

    /** What the thread's events say, as their agencies' clocks have it. */
    EventContents contents() {
        return contents;
    }

    private void disturb() {
        firstDeliveries();
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            if (firstAt[ordinal] == NOT_DELIVERED) {
                add(plan.event(ordinal).occurredAt(), ordinal, DeliveryForm.DROPPED);
            } else {
                add(firstAt[ordinal], ordinal, DeliveryForm.ORIGINAL);
            }
            more(ordinal);
        }
        sort();
    }

    /** Most are in order already, for events are: few have to move, which costs less than to look for a better way. */
    private void sort() {
        for (int i = 1; i < count; i++) {
            long delivery = deliveries[i];
            int at = i;
            while (at > 0 && deliveries[at - 1] > delivery) {
                deliveries[at] = deliveries[--at];
            }
            deliveries[at] = delivery;
        }
    }

    private void firstDeliveries() {
        if (firstAt.length < plan.events()) {
            firstAt = new long[2 * plan.events()];
        }
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            firstAt[ordinal] = firstDelivery(ordinal);
        }
        if (shares.statusBeforeDocumentPpm() > 0 || shares.answerBeforeDocumentPpm() > 0) {
            for (int i = 0; i < plan.documents(); i++) {
                holdBack(plan.document(i).content());
            }
        }
    }

    private long firstDelivery(int ordinal) {
        PlannedEvent event = plan.event(ordinal);
        drawFor(ordinal, 0);
        if (draws.chance(shares.dropPpm())) {
            plant(Counter.PLANTED_DROP);
            ledger.withhold();
            return NOT_DELIVERED;
        }
        long at = event.occurredAt();
        if (draws.chance(shares.delayPpm())) {
            at = Math.min(at + delay.draw(draws), lastAt);
            if (at > event.occurredAt()) {
                plant(Counter.PLANTED_DELAY);
            }
        }
        if (!outages.areNone()) {
            long mended = outages.deliveredAt(plan.actor(event), plan.thread(), at);
            if (mended > at) {
                plant(Counter.PLANTED_OUTAGE);
                at = Math.min(mended, lastAt);
            }
        }
        if (!clocks.areRight() && contents.occurredAt(ordinal) != event.occurredAt()) {
            plant(Counter.PLANTED_CLOCK);
        }
        return at;
    }

    /** A document comes after the first status for it, or the first answer to it, if it is not too late then. */
    private void holdBack(DocumentSent document) {
        if (firstAt[document.ordinal] == NOT_DELIVERED) {
            return;
        }
        drawFor(document.ordinal, 1);
        boolean forStatus = draws.chance(shares.statusBeforeDocumentPpm());
        boolean forAnswer = draws.chance(shares.answerBeforeDocumentPpm());
        long after = 1 + draws.below(MINUTE_S);
        if (forStatus) {
            holdBack(document, firstFor(document, false), after, Counter.PLANTED_STATUS_BEFORE_DOCUMENT);
        }
        if (forAnswer) {
            holdBack(document, firstFor(document, true), after, Counter.PLANTED_ANSWER_BEFORE_DOCUMENT);
        }
    }

    private void holdBack(DocumentSent document, long until, long after, Counter planted) {
        boolean worthIt = until != NOT_DELIVERED && until + after <= Math.min(lastAt, document.sentAt + horizonS);
        if (worthIt && firstAt[document.ordinal] <= until) {
            firstAt[document.ordinal] = until + after;
            plant(planted);
        }
    }

    /** When the first status for a document, or answer to it, is delivered. */
    private long firstFor(DocumentSent document, boolean answer) {
        long first = NOT_DELIVERED;
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            PlannedEvent other = plan.event(ordinal);
            boolean counts = answer
                    ? other.isDocument() && plan.numbered(other.document()).content().answers == document.document
                    : !other.isDocument() && other.document() == document.document;
            if (counts) {
                first = Math.min(first, firstAt[ordinal]);
            }
        }
        return first;
    }

    private void more(int ordinal) {
        PlannedEvent event = plan.event(ordinal);
        long at = firstAt[ordinal] == NOT_DELIVERED ? event.occurredAt() : firstAt[ordinal];
        drawFor(ordinal, 2);
        if (draws.chance(shares.duplicatePpm())) {
            again(ordinal, at + duplicateAfter.draw(draws));
        }
        if (addsRecords) {
            addRecords(event, at, ordinal);
        }
    }

    private void addRecords(PlannedEvent event, long at, int ordinal) {
        if (draws.chance(shares.corruptPpm())) {
            damage(at, ordinal, DeliveryForm.CORRUPT_COPY, Counter.PLANTED_CORRUPT, Counter.DEAD_LETTER_CHECKSUM);
        }
        if (draws.chance(shares.garbagePpm())) {
            damage(at, ordinal, DeliveryForm.GARBAGE, Counter.PLANTED_GARBAGE, Counter.DEAD_LETTER_MALFORMED);
        }
        if (draws.chance(shares.unknownKindPpm())) {
            damage(
                    at,
                    ordinal,
                    DeliveryForm.UNKNOWN_KIND,
                    Counter.PLANTED_UNKNOWN_KIND,
                    Counter.DEAD_LETTER_UNKNOWN_KIND);
        }
        if (!event.isDocument()) {
            if (draws.chance(shares.unknownAgencyPpm())) {
                add(at, ordinal, DeliveryForm.UNKNOWN_AGENCY);
                plant(Counter.PLANTED_UNKNOWN_AGENCY);
                ledger.addsSound();
            }
            return;
        }
        PlannedDocument document = plan.numbered(event.document());
        if (draws.chance(shares.noReceiverPpm())) {
            add(at, added.toNobodyElse(plan, document), DeliveryForm.ORIGINAL);
            plant(Counter.PLANTED_NO_RECEIVER);
            ledger.addsSound();
        }
        if (draws.chance(shares.unknownSenderPpm())) {
            add(at, added.fromNobodyKnown(plan, document), DeliveryForm.ORIGINAL);
            plant(Counter.PLANTED_UNKNOWN_SENDER);
            ledger.addsSound();
        }
    }

    private void again(int ordinal, long at) {
        if (at <= lastAt) {
            add(at, ordinal, DeliveryForm.DUPLICATE);
            plant(Counter.PLANTED_DUPLICATE);
            ledger.duplicate();
        }
    }

    /** What nobody can read says nothing about the thread. */
    private void damage(long at, int ordinal, DeliveryForm form, Counter planted, Counter fate) {
        add(at, ordinal, form);
        ledger.plant(planted);
        ledger.addsUnreadable(fate);
    }

    private void plant(Counter planted) {
        ledger.plant(planted);
        faithful = false;
        nearlyFaithful &= planted == Counter.PLANTED_DELAY || planted == Counter.PLANTED_DUPLICATE;
    }

    /** Tells a ledger's observer all that is delivered of the thread and can be read. */
    void tell(Ledger to) {
        to.begin(plan.thread());
        for (int i = 0; i < count; i++) {
            if (form(i).isSound()) {
                tell(to, ordinal(i), form(i), emittedAt(i));
            }
        }
        to.end();
    }

    private void tell(Ledger to, int ordinal, DeliveryForm form, long emittedAt) {
        if (ordinal >= plan.events()) {
            to.delivered(emittedAt, added.document(ordinal - plan.events()));
        } else if (plan.event(ordinal).isDocument()) {
            to.delivered(emittedAt, contents.document(plan.event(ordinal).document()));
        } else {
            StatusReported status = contents.status(ordinal);
            if (form == DeliveryForm.UNKNOWN_AGENCY) {
                AddedDocuments.fromNobodyKnown(status);
            }
            to.delivered(emittedAt, status);
        }
    }

    private void drawFor(int ordinal, int what) {
        draws.from(plan.seed(EVENTS + 4L * ordinal + what));
    }

    private void add(long at, int ordinal, DeliveryForm form) {
        if (count == deliveries.length) {
            deliveries = Arrays.copyOf(deliveries, 2 * count);
        }
        deliveries[count++] = packed(at - origin, ordinal, form.ordinal());
    }

    static long packed(long afterOriginS, int ordinal, int form) {
        if ((TIME.excess(afterOriginS) | ORDINAL.excess(ordinal) | FORM.excess(form)) != 0) {
            return TIME.put(afterOriginS) | ORDINAL.put(ordinal) | FORM.put(form); // one of them throws
        }
        return TIME.placed(afterOriginS) | ORDINAL.placed(ordinal) | form;
    }
}
