package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.ledger.PerfectObserver;
import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.plan.DurationDistribution;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Disturbances;

/**
 * What the channel does to a thread's events: whether, when, how often and how damaged each is delivered, and which time it
 * carries. A thread that stays as planned, or whose conclusions do ({@link PlanEquivalence}), is written into the ledger as
 * planned; for any other, the ledger's observer gets the deliveries. Not thread-safe.
 */
final class Channel {

    /** Seeds of a thread's events are counted on from here. */
    private static final long EVENTS = 1L << 60;

    private static final int MINUTE_S = 60;

    private final int dropPpm;
    private final Disturbances.Duplicates duplicates;
    private final DurationDistribution duplicateAfter;
    private final Disturbances.Delays delays;
    private final DurationDistribution delay;
    private final Disturbances.Overtaking overtaking;
    private final OvertakenDocuments overtaken;
    private final AddedRecords added;
    private final Clocks clocks;
    private final Outages outages;
    private final long lastAt;

    private final boolean clear;
    /** Whether records may be dropped, or unreadable. */
    private final boolean hasFates;

    private final Draws draws = new Draws();
    private final EventContents contents;
    private final ThreadDeliveries deliveries = new ThreadDeliveries();
    private final ThreadNews news;
    private final PlanEquivalence equivalence;

    private ThreadPlan plan;
    private Ledger ledger;
    /** Whether every event is delivered once, whole, when it was planned; what nobody can read may come beside. */
    private boolean faithful;
    /** The same, but that some may be late, or delivered a second time. */
    private boolean nearlyFaithful;

    Channel(World world) {
        Disturbances disturbances = world.scenario().disturbances();
        dropPpm = disturbances.dropPpm();
        duplicates = disturbances.duplicates();
        duplicateAfter = new DurationDistribution(duplicates.duplicateAfter());
        delays = disturbances.delays();
        delay = new DurationDistribution(delays.delay());
        clocks = new Clocks(world.scenario());
        outages = new Outages(world.scenario());
        contents = new EventContents(clocks);
        lastAt = world.drainedAt() - 1;
        overtaking = disturbances.overtaking();
        overtaken = new OvertakenDocuments(lastAt, world.scenario().rules().horizonS());
        added = new AddedRecords(disturbances);
        news = new ThreadNews(deliveries, contents, added);
        equivalence = new PlanEquivalence(world.scenario().rules());
        hasFates = dropPpm != 0 || !added.areNone();
        clear = clocks.areRight()
                && outages.areNone()
                && duplicates.duplicatePpm() == 0
                && delays.delayPpm() == 0
                && dropPpm == 0
                && added.areNone()
                && nothingOvertakes();
    }

    /** Works out the deliveries of a thread and writes what is to be concluded from them into the ledger. */
    void deliver(ThreadPlan newPlan, Ledger newLedger) {
        plan = newPlan;
        ledger = newLedger;
        deliveries.clear(plan.event(0).occurredAt());
        added.begin(ledger, deliveries);
        faithful = plan.isPlain();
        nearlyFaithful = faithful;
        contents.begin(plan);
        ledger.happens(plan);
        if (clear) {
            for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
                deliveries.add(plan.event(ordinal).occurredAt(), ordinal, DeliveryForm.ORIGINAL);
            }
        } else {
            disturb();
        }
        if (!ledger.concludes()) {
            return;
        }
        if (isCutShort()) {
            tell(ledger.observer());
        } else if (faithful) {
            ledger.expect(plan);
        } else if (nearlyFaithful && equivalence.holds(plan, deliveries)) {
            ledger.expect(plan);
            equivalence.note(ledger);
        } else {
            tell(ledger.observer());
        }
    }

    /** Whether the thread comes to something else because the excerpt ends before the world does; notes what is withheld. */
    private boolean isCutShort() {
        Excerpt excerpt = ledger.excerpt();
        if (!excerpt.isCut()) {
            return false;
        }
        int withheld = news.withheld(plan, excerpt);
        ledger.withhold(withheld);
        return withheld > 0 || plan.isOverdueOnlyAfter(excerpt.endsAt());
    }

    ThreadDeliveries deliveries() {
        return deliveries;
    }

    AddedRecords added() {
        return added;
    }

    /** What the thread's events say, as their agencies' clocks have it. */
    EventContents contents() {
        return contents;
    }

    private boolean nothingOvertakes() {
        return overtaking.statusBeforeDocumentPpm() == 0 && overtaking.answerBeforeDocumentPpm() == 0;
    }

    private void disturb() {
        deliveries.expect(plan.events());
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            deliveries.setFirst(ordinal, firstDelivery(ordinal));
        }
        if (!nothingOvertakes()) {
            for (int i = 0; i < plan.documents(); i++) {
                holdBack(plan.document(i).content());
            }
        }
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            long at = deliveries.firstAt(ordinal);
            if (at == ThreadDeliveries.NEVER) {
                at = plan.event(ordinal).occurredAt();
                deliveries.add(at, ordinal, DeliveryForm.DROPPED);
            } else {
                deliveries.add(at, ordinal, DeliveryForm.ORIGINAL);
            }
            more(ordinal, at);
        }
        deliveries.sort();
        if (hasFates) {
            news.noteFates(ledger, plan);
        }
    }

    private long firstDelivery(int ordinal) {
        PlannedEvent event = plan.event(ordinal);
        drawFor(ordinal, 0);
        if (draws.chance(dropPpm)) {
            plant(Counter.PLANTED_DROP, event.occurredAt());
            ledger.drop();
            return ThreadDeliveries.NEVER;
        }
        long at = event.occurredAt();
        if (draws.chance(delays.delayPpm())) {
            at = Math.min(at + delay.draw(draws), lastAt);
            if (at > event.occurredAt()) {
                plant(Counter.PLANTED_DELAY, event.occurredAt());
            }
        }
        if (!outages.areNone()) {
            long mended = outages.deliveredAt(plan.actor(event), plan.thread(), at);
            if (mended > at) {
                plant(Counter.PLANTED_OUTAGE, event.occurredAt());
                at = Math.min(mended, lastAt);
            }
        }
        if (!clocks.areRight() && contents.occurredAt(ordinal) != event.occurredAt()) {
            plant(Counter.PLANTED_CLOCK, event.occurredAt());
        }
        return at;
    }

    /** A document comes after the first status for it, or the first answer to it. */
    private void holdBack(DocumentSent document) {
        if (deliveries.firstAt(document.ordinal) == ThreadDeliveries.NEVER) {
            return;
        }
        drawFor(document.ordinal, 1);
        boolean byStatus = draws.chance(overtaking.statusBeforeDocumentPpm());
        boolean byAnswer = draws.chance(overtaking.answerBeforeDocumentPpm());
        long afterS = 1 + draws.below(MINUTE_S);
        if (byStatus && overtaken.overtake(plan, deliveries, document, false, afterS)) {
            plant(Counter.PLANTED_STATUS_BEFORE_DOCUMENT, document.sentAt);
        }
        if (byAnswer && overtaken.overtake(plan, deliveries, document, true, afterS)) {
            plant(Counter.PLANTED_ANSWER_BEFORE_DOCUMENT, document.sentAt);
        }
    }

    /** What else is delivered of an event, or beside it. */
    private void more(int ordinal, long at) {
        drawFor(ordinal, 2);
        if (draws.chance(duplicates.duplicatePpm())) {
            again(ordinal, at + duplicateAfter.draw(draws));
        }
        if (!added.areNone() && added.addBeside(plan, ordinal, at, draws)) {
            faithful = false;
            nearlyFaithful = false;
        }
    }

    private void again(int ordinal, long at) {
        if (at <= lastAt) {
            deliveries.add(at, ordinal, DeliveryForm.DUPLICATE);
            plant(Counter.PLANTED_DUPLICATE, at);
            ledger.duplicate();
        }
    }

    private void plant(Counter planted, long at) {
        ledger.plant(planted, at);
        faithful = false;
        nearlyFaithful &= planted == Counter.PLANTED_DELAY || planted == Counter.PLANTED_DUPLICATE;
    }

    /** Tells an observer all that is delivered of the thread and can be read. */
    void tell(PerfectObserver observer) {
        news.tell(observer, plan, ledger.excerpt());
    }

    /** Each of the things that are drawn for an event has numbers of its own. */
    private void drawFor(int ordinal, int thing) {
        draws.from(plan.seed(EVENTS + 4L * ordinal + thing));
    }
}
