package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.hash.BitField;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import java.util.Arrays;

/**
 * All deliveries of one source in the order of (emitted at, thread, ordinal, form). Source k of n owns the threads t with
 * t mod n = k. A thread is planned when its first document is due and dropped after its last delivery, so memory holds what
 * is open at once. The ledger is complete when {@link #next} returns false. What of the world is played, the ledger says. Not
 * thread-safe.
 */
public final class Emission {

    /** Of the subject of a status. */
    private static final BitField RECEIVER = BitField.lowest("receiver", 18);

    private static final BitField DOCUMENT = RECEIVER.above("document", 10);
    /** One more than the agency: who is absent is 0. */
    private static final BitField REPORTER = DOCUMENT.above("reporter", 32);

    /** Of the detail of a delivery; the code of a document is 0. */
    private static final BitField ORDINAL = BitField.lowest("ordinal", 16);

    private static final BitField FORM = BitField.of(DeliveryForm.values(), 16, DeliveryForm.BITS);
    private static final BitField CODE = FORM.above("status code", 9);

    private static final int NO_SLOT = -1;

    private final World world;
    private final int source;
    private final int sources;
    private final Ledger ledger;
    private final ThreadPlanner planner;
    private final ThreadPlan plan = new ThreadPlan();
    private final Channel channel;
    private final ThreadDeliveries deliveries;
    private final DeliveryQueue pending;
    private final DocumentPool pool = new DocumentPool();

    /** The first thread after those that are played. */
    private final long threadsEnd;
    /** What would be delivered at or after it is not; no thread that is played begins so late. */
    private final long end;

    private final CutGate gate;

    private long nextThread;
    /** {@link #end} where no thread is left. */
    private long nextThreadAt;

    private boolean complete;
    /** The document given out last, kept until the next call. */
    private int lent = NO_SLOT;

    /** Slots of the thread being opened, by ordinal; {@link #NO_SLOT} for statuses. */
    private int[] slots = new int[64];

    /** @throws IllegalArgumentException unless {@code 0 <= source < sources} */
    public Emission(World world, int source, int sources, Ledger ledger) {
        if (source < 0 || source >= sources) {
            throw new IllegalArgumentException("source " + source + " of " + sources + ": want 0 to " + (sources - 1));
        }
        this.world = world;
        this.source = source;
        this.sources = sources;
        this.ledger = ledger;
        planner = new ThreadPlanner(world);
        channel = new Channel(world);
        deliveries = channel.deliveries();
        Excerpt excerpt = ledger.excerpt();
        end = excerpt.deliveryEndsAt();
        gate = new CutGate(excerpt.cut());
        threadsEnd = excerpt.threadsEnd();
        pending = new DeliveryQueue(excerpt.beginsAt(), world.drainedAt());
        nextThread = ownThreadFrom(excerpt.firstThread());
        nextThreadAt = startOf(nextThread);
    }

    /** Gives the next delivery; false, and nothing given, when there is none. */
    public boolean next(Delivery into) {
        if (lent != NO_SLOT) {
            pool.release(lent);
            lent = NO_SLOT;
        }
        // what opens at the instant of a delivery opens before it: it may have one of that instant, too
        while (!pending.next(nextThreadAt)) {
            if (nextThreadAt == end) {
                complete();
                return false;
            }
            open();
        }
        if (!gate.lets(pending.emittedAt(), pending.thread())) {
            complete();
            return false;
        }
        give(into);
        return true;
    }

    /** How many deliveries of the same second follow the one given last: all that has any has been opened. Costs a step for each. */
    public int moreOfThatSecond() {
        return pending.moreOfThatSecond();
    }

    /** Deliveries worked out and still to come. */
    int pending() {
        return pending.count();
    }

    private void open() {
        planner.plan(nextThread, plan);
        channel.deliver(plan, ledger);
        fillPool();
        for (int i = 0; i < deliveries.count(); i++) {
            add(i);
        }
        nextThread += sources;
        nextThreadAt = startOf(nextThread);
    }

    private void add(int index) {
        int ordinal = deliveries.ordinal(index);
        int form = deliveries.form(index).ordinal();
        long emittedAt = deliveries.emittedAt(index);
        if (slots[ordinal] != NO_SLOT) {
            pool.refer(slots[ordinal]);
            pending.add(emittedAt, nextThread, 0, slots[ordinal], detail(ordinal, form, 0));
            return;
        }
        PlannedEvent event = plan.event(ordinal);
        long subject = subject(event.reporter(), event.document(), event.receiver());
        pending.add(
                emittedAt,
                nextThread,
                channel.contents().occurredAt(ordinal),
                subject,
                detail(ordinal, form, event.code()));
    }

    static int detail(int ordinal, int form, int code) {
        if ((CODE.excess(code) | FORM.excess(form) | ORDINAL.excess(ordinal)) != 0) {
            return (int) (CODE.put(code) | FORM.put(form) | ORDINAL.put(ordinal)); // one of them throws
        }
        return (int) (CODE.placed(code) | FORM.placed(form)) | ordinal;
    }

    static long subject(int reporter, int document, int receiver) {
        if ((REPORTER.excess(reporter + 1L) | DOCUMENT.excess(document) | RECEIVER.excess(receiver)) != 0) {
            return REPORTER.put(reporter + 1L) | DOCUMENT.put(document) | RECEIVER.put(receiver); // one of them throws
        }
        return REPORTER.placed(reporter + 1L) | DOCUMENT.placed(document) | receiver;
    }

    private void fillPool() {
        int most = plan.events() + plan.documents() * 2;
        if (slots.length < most) {
            slots = new int[2 * most];
        }
        Arrays.fill(slots, 0, most, NO_SLOT);
        for (int i = 0; i < plan.documents(); i++) {
            carry(channel.contents().document(plan.document(i).content().document));
        }
        for (int i = 0; i < channel.added().documentCount(); i++) {
            carry(channel.added().document(i));
        }
    }

    private void carry(DocumentSent document) {
        int slot = pool.take();
        pool.at(slot).copy(document);
        slots[document.ordinal] = slot;
    }

    private void give(Delivery into) {
        int detail = pending.detail();
        DeliveryForm form = DeliveryForm.of((int) FORM.get(detail));
        int ordinal = (int) ORDINAL.get(detail);
        int code = (int) CODE.get(detail);
        into.emittedAt = pending.emittedAt();
        into.thread = pending.thread();
        into.duplicate = form == DeliveryForm.DUPLICATE;
        into.dropped = form == DeliveryForm.DROPPED;
        into.damage = form.damage();
        into.damageSeed = into.damage == Damage.NONE ? 0 : world.seed(into.thread, -1 - detail);
        into.copyOfDocument = form == DeliveryForm.CORRUPT_COPY && code == 0;
        into.kind = into.damage != Damage.NONE
                ? Delivery.Kind.DAMAGED
                : code == 0 ? Delivery.Kind.DOCUMENT : Delivery.Kind.STATUS;
        into.document = null;
        if (code == 0) {
            lent = (int) pending.subject();
            into.document = pool.at(lent);
        } else {
            fill(into.status, into.thread, ordinal, code);
            if (form == DeliveryForm.UNKNOWN_AGENCY) {
                AddedRecords.fromNobodyKnown(into.status);
            }
        }
    }

    private void fill(StatusReported status, long thread, int ordinal, int code) {
        long subject = pending.subject();
        status.clear();
        status.thread = thread;
        status.ordinal = ordinal;
        status.document = (int) DOCUMENT.get(subject);
        status.receiver = (int) RECEIVER.get(subject);
        status.reporter = (int) REPORTER.get(subject) - 1;
        status.status = code;
        status.occurredAt = pending.occurredAt();
    }

    private long startOf(long thread) {
        return thread < threadsEnd ? world.sentAt(thread) : end;
    }

    /** The source's first thread that is not before one. */
    private long ownThreadFrom(long thread) {
        return thread + Math.floorMod(source - thread, (long) sources);
    }

    /** Writes down the threads that are not played: what is left out for being too early or too late is planned, too. */
    private void complete() {
        if (!complete) {
            complete = true;
            leaveOut(source, ledger.excerpt().firstThread());
            leaveOut(ownThreadFrom(threadsEnd), world.threads());
        }
    }

    private void leaveOut(long from, long to) {
        for (long thread = from; thread < to; thread += sources) {
            planner.plan(thread, plan);
            ledger.leaveOut(plan);
        }
    }
}
