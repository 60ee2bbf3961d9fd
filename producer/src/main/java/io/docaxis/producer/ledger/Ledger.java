package io.docaxis.producer.ledger;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.World;
import java.util.Arrays;

/**
 * The written truth of one source: what a perfect observer concludes from what is delivered, and how many records that takes.
 * Complete once the source's emission has ended. Not thread-safe.
 */
public final class Ledger {

    private static final Counter[] COUNTERS = Counter.values();
    /** What a plain thread may leave beside conclusions. */
    private static final Counter[] PLAIN = Arrays.stream(COUNTERS)
            .filter(counter -> counter.kind() == Counter.Kind.OBSERVATION && !counter.isTrace())
            .toArray(Counter[]::new);

    private final Excerpt excerpt;
    private final boolean concludes;
    private final AgencyCatalogue agencies;
    private final WorkingCalendar calendar;
    private final Tally expected = new Tally();
    private final Conclusion about = new Conclusion();
    private final PerfectObserver observer;
    /** Waiting to be added to the tally, by counter. */
    private final long[] counted = new long[COUNTERS.length];

    /** Of the thread that is taken note of: no more of it is delivered. */
    private long deliveredBefore;

    private long planned;
    private long duplicated;
    private long withheld;

    /** Of all of a world. */
    public Ledger(World world) {
        this(Excerpt.whole(world));
    }

    public Ledger(Excerpt excerpt) {
        this(excerpt, true);
    }

    private Ledger(Excerpt excerpt, boolean concludes) {
        this.excerpt = excerpt;
        this.concludes = concludes;
        World world = excerpt.world();
        agencies = world.scenario().agencies();
        calendar = world.scenario().calendar();
        observer = new PerfectObserver(agencies, world.deadlines(), excerpt.endsAt(), expected);
    }

    /** One in which nobody concludes anything: for deliveries whose ledger is written from the plan, once it is known where they end. */
    public static Ledger withoutConclusions(Excerpt excerpt) {
        return new Ledger(excerpt, false);
    }

    /** Whether it is to be told what threads come to. */
    public boolean concludes() {
        return concludes;
    }

    /** What of the world it is about. */
    public Excerpt excerpt() {
        return excerpt;
    }

    /** What a perfect observer concludes. */
    public Tally expected() {
        for (int i = 0; i < counted.length; i++) {
            expected.count(COUNTERS[i], counted[i]);
            counted[i] = 0;
        }
        return expected;
    }

    /** Records to be delivered once: what happened, and what the channel adds of its own. */
    public long planned() {
        return planned;
    }

    /** Records delivered a second time. */
    public long duplicated() {
        return duplicated;
    }

    /** Planned and never delivered. */
    public long withheld() {
        return withheld;
    }

    /** Takes note of all that happens in a thread, whatever the channel makes of it. */
    public void happens(ThreadPlan plan) {
        planned += plan.events();
        deliveredBefore = excerpt.deliveredBefore(plan.thread());
        for (int i = 0; i < plan.mistakes(); i++) {
            plant(plan.mistake(i), plan.mistakenAt(i));
        }
    }

    /** Takes note of a thread of which nothing is delivered. */
    public void leaveOut(ThreadPlan plan) {
        planned += plan.events();
        withheld += plan.events();
    }

    /** Expects what was planned, of a thread that is delivered as it happens. */
    public void expect(ThreadPlan plan) {
        for (int i = 0; i < plan.documents(); i++) {
            expect(plan.thread(), plan.document(i));
        }
        for (int i = 0; i < plan.conclusions(); i++) {
            expected.conclude(1, agencies, plan.conclusion(i));
        }
        counted[Counter.APPLIED.ordinal()] += plan.events();
        for (Counter counter : PLAIN) {
            counted[counter.ordinal()] += plan.observed(counter);
        }
    }

    /** Takes note of what the delivery of an event leaves beside conclusions, where no observer is told. */
    public void note(Counter counter, long thread, int ordinal) {
        expected.count(counter, 1, TraceId.event(thread, ordinal));
    }

    /** Concludes what is to be expected of a thread that is delivered otherwise than planned. */
    public PerfectObserver observer() {
        return observer;
    }

    /**
     * Takes note of a mistake or a disturbance, unless what it is about comes when nothing is delivered any more.
     *
     * @param at when the event occurs; of what is delivered beside one: when that is
     */
    public void plant(Counter planted, long at) {
        if (at < deliveredBefore) {
            count(planted);
        }
    }

    /** Takes note that an event is delivered a second time. */
    public void duplicate() {
        duplicated++;
    }

    /** Takes note that an event is dropped on the way; it has its number, so that much is seen. */
    public void drop() {
        withheld++;
    }

    /** Takes note of deliveries that do not come, because nothing is delivered any more. */
    public void withhold(int deliveries) {
        withheld += deliveries;
    }

    /** Takes note of a record that the channel adds. */
    public void adds() {
        planned++;
    }

    /** Takes note of what is no matter for observers: of a record that nobody can read, or that never comes. */
    public void count(Counter counter) {
        counted[counter.ordinal()]++;
    }

    private void expect(long thread, PlannedDocument document) {
        DocumentSent content = document.content();
        long sentOn = calendar.dayOf(content.sentAt);
        about.about(thread, content.document, document.sender(), content.type, content.urgency);
        expected.document(agencies, about, sentOn, content.sentAt);
        for (int i = 0; i < document.receivers(); i++) {
            expected.dispatch(agencies, thread, content.document, document.receiver(i), sentOn);
        }
    }
}
