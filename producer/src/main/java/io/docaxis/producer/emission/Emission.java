package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
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

    private static final int NO_SLOT = -1;
    /** Of threads, whose deliveries are some times as many. */
    private static final int MOST_AHEAD = 4_096;

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

    /** When threads begin that were opened ahead: so many from a place on, all around. */
    private final long[] ahead = new long[MOST_AHEAD];

    private int firstAhead;
    private int aheadCount;

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

    /**
     * Opens one more thread before {@link #next} has to, for who has time now; false where there is none, or enough are open. It changes nothing
     * of what is given. Threads come in bursts, as offices open.
     */
    public boolean openAhead() {
        long now = pending.emittedAt();
        while (aheadCount > 0 && ahead[firstAhead] <= now) {
            firstAhead = (firstAhead + 1) % MOST_AHEAD;
            aheadCount--;
        }
        if (aheadCount == MOST_AHEAD || nextThreadAt == end) {
            return false;
        }
        ahead[(firstAhead + aheadCount++) % MOST_AHEAD] = nextThreadAt;
        open();
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
            pending.add(emittedAt, nextThread, 0, slots[ordinal], PackedDelivery.detail(ordinal, form, 0));
            return;
        }
        PlannedEvent event = plan.event(ordinal);
        long subject = PackedDelivery.subject(event.reporter(), event.document(), event.receiver());
        pending.add(
                emittedAt,
                nextThread,
                channel.contents().occurredAt(ordinal),
                subject,
                PackedDelivery.detail(ordinal, form, event.code()));
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
        DeliveryForm form = PackedDelivery.form(detail);
        int ordinal = PackedDelivery.ordinal(detail);
        int code = PackedDelivery.code(detail);
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
        status.clear();
        status.thread = thread;
        status.ordinal = ordinal;
        PackedDelivery.setSubject(status, pending.subject());
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
