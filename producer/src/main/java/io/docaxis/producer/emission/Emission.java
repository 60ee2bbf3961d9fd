package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import java.util.Arrays;

/**
 * All deliveries of one source in the order of (emitted at, thread, ordinal, form). Source k of n owns the threads t with
 * t mod n = k. A thread is planned when its first document is due and forgotten after its last delivery, so that memory
 * follows what is open at once. The ledger is complete when {@link #next} returns false. Not thread-safe.
 */
public final class Emission {

    private static final int RECEIVER_BITS = 18;
    private static final int RECEIVER_MASK = (1 << RECEIVER_BITS) - 1;
    private static final int DOCUMENT_BITS = 10;
    private static final int REPORTER_SHIFT = RECEIVER_BITS + DOCUMENT_BITS;
    /** Of a link's detail: ordinal, then form, then status code (0: a document). */
    private static final int ORDINAL_MASK = 0xFFFF;

    private static final int FORM_SHIFT = 16;
    private static final int CODE_SHIFT = FORM_SHIFT + Form.BITS;

    private static final int NO_SLOT = -1;

    private final World world;
    private final int sources;
    private final Ledger ledger;
    private final ThreadPlanner planner;
    private final ThreadPlan plan = new ThreadPlan();
    private final Channel channel;
    private final Pending pending;
    private final Carriers carriers = new Carriers();

    private long nextThread;
    private long nextThreadAt;
    /** The carrier given out last, kept until the next call. */
    private int lent = NO_SLOT;

    /** Carrier slots of the thread being opened, by ordinal; {@link #NO_SLOT} for statuses. */
    private int[] slots = new int[64];

    /** @throws IllegalArgumentException unless {@code 0 <= source < sources} */
    public Emission(World world, int source, int sources, Ledger ledger) {
        if (source < 0 || source >= sources) {
            throw new IllegalArgumentException("source " + source + " of " + sources + ": want 0 to " + (sources - 1));
        }
        this.world = world;
        this.sources = sources;
        this.ledger = ledger;
        planner = new ThreadPlanner(world);
        channel = new Channel(world);
        pending = new Pending(
                world.startsAt(),
                world.endsAt() + world.scenario().disturbances().drainS());
        nextThread = source;
        nextThreadAt = startOf(nextThread);
    }

    /** Gives the next delivery; false, and nothing given, when there is none. */
    public boolean next(Delivery into) {
        if (lent != NO_SLOT) {
            carriers.release(lent);
            lent = NO_SLOT;
        }
        // what opens at the instant of a delivery opens before it: it may have one of that instant, too
        while (!pending.next(nextThreadAt)) {
            if (nextThreadAt == Long.MAX_VALUE) {
                return false;
            }
            open();
        }
        give(into);
        return true;
    }

    /** Deliveries worked out and still to come. */
    public int pending() {
        return pending.count();
    }

    /** The most that were pending at once. */
    public int peakPending() {
        return pending.peak();
    }

    private void open() {
        planner.plan(nextThread, plan);
        channel.deliver(plan, ledger);
        fillCarriers();
        for (int i = 0; i < channel.count(); i++) {
            add(i);
        }
        nextThread += sources;
        nextThreadAt = startOf(nextThread);
    }

    private void add(int index) {
        int ordinal = channel.ordinal(index);
        int detail = ordinal | channel.form(index).ordinal() << FORM_SHIFT;
        long emittedAt = channel.emittedAt(index);
        if (slots[ordinal] != NO_SLOT) {
            carriers.refer(slots[ordinal]);
            pending.add(emittedAt, nextThread, 0, slots[ordinal], detail);
            return;
        }
        PlannedEvent event = plan.event(ordinal);
        long subject =
                (event.reporter() + 1L) << REPORTER_SHIFT | (long) event.document() << RECEIVER_BITS | event.receiver();
        pending.add(
                emittedAt,
                nextThread,
                channel.sayings().occurredAt(ordinal),
                subject,
                detail | event.code() << CODE_SHIFT);
    }

    private void fillCarriers() {
        int most = plan.events() + plan.documents() * 2;
        if (slots.length < most) {
            slots = new int[2 * most];
        }
        Arrays.fill(slots, 0, most, NO_SLOT);
        for (int i = 0; i < plan.documents(); i++) {
            carry(channel.sayings().document(plan.document(i).content().document));
        }
        for (int i = 0; i < channel.madeUp().count(); i++) {
            carry(channel.madeUp().document(i));
        }
    }

    private void carry(DocumentSent document) {
        int slot = carriers.take();
        carriers.at(slot).copy(document);
        slots[document.ordinal] = slot;
    }

    private void give(Delivery into) {
        int detail = pending.detail();
        Form form = Form.of(detail >>> FORM_SHIFT & (1 << Form.BITS) - 1);
        int ordinal = detail & ORDINAL_MASK;
        int code = detail >>> CODE_SHIFT;
        into.emittedAt = pending.emittedAt();
        into.thread = pending.thread();
        into.duplicate = form == Form.DUPLICATE;
        into.dropped = form == Form.DROPPED;
        into.damage = damage(form);
        into.damageSeed = into.damage == Damage.NONE ? 0 : world.seed(into.thread, -1 - detail);
        into.copyOfDocument = form == Form.CORRUPT_COPY && code == 0;
        into.kind = into.damage != Damage.NONE
                ? Delivery.Kind.DAMAGED
                : code == 0 ? Delivery.Kind.DOCUMENT : Delivery.Kind.STATUS;
        into.document = null;
        if (code == 0) {
            lent = (int) pending.subject();
            into.document = carriers.at(lent);
        } else {
            fill(into.status, into.thread, ordinal, code);
            if (form == Form.UNKNOWN_AGENCY) {
                MadeUp.fromNobodyKnown(into.status);
            }
        }
    }

    private void fill(StatusReported status, long thread, int ordinal, int code) {
        long subject = pending.subject();
        status.clear();
        status.thread = thread;
        status.ordinal = ordinal;
        status.document = (int) (subject >>> RECEIVER_BITS) & (1 << DOCUMENT_BITS) - 1;
        status.receiver = (int) subject & RECEIVER_MASK;
        status.reporter = (int) (subject >>> REPORTER_SHIFT) - 1;
        status.status = code;
        status.occurredAt = pending.occurredAt();
    }

    private long startOf(long thread) {
        return thread < world.threads() ? world.sentAt(thread) : Long.MAX_VALUE;
    }

    private static Damage damage(Form form) {
        return switch (form) {
            case ORIGINAL, DUPLICATE, DROPPED, UNKNOWN_AGENCY -> Damage.NONE;
            case CORRUPT_COPY -> Damage.CORRUPT_COPY;
            case GARBAGE -> Damage.GARBAGE;
            case UNKNOWN_KIND -> Damage.UNKNOWN_KIND;
        };
    }
}
