package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.Quantiles;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import java.util.Arrays;

/**
 * What the channel makes of a thread's events: when, how often and how damaged each is delivered, in order, and what that adds
 * to the ledger. It disturbs only where every observer must still come to the planned outcome; else an event is delivered when
 * it occurs. Not thread-safe.
 */
final class Channel {

    private static final int ORDINAL_BITS = 16;
    private static final int LOW_BITS = ORDINAL_BITS + Form.BITS;
    private static final String UNKNOWN_SENDER = "G99";
    /** Seeds of a thread's events are counted on from here. */
    private static final long EVENTS = 1L << 60;

    private final World world;
    private final Scenario.Disturbances shares;
    private final Quantiles duplicateAfter;
    private final Quantiles delay;
    private final long lastAt;
    private final long horizonS;
    private final boolean clear;
    private final Draws draws = new Draws();

    /** When each event is first delivered, by ordinal. */
    private long[] firstAt = new long[64];
    /** (time from the origin, ordinal, form) of each delivery, sorted. */
    private long[] deliveries = new long[64];

    private int count;
    private long origin;
    private final boolean[] arrived = new boolean[EventReader.MAX_DOCUMENT + 1];

    /** Documents that the channel makes up, by ordinal after the thread's own. */
    private DocumentSent[] madeUp = new DocumentSent[2];

    private int madeUpCount;

    Channel(World world) {
        this.world = world;
        shares = world.scenario().disturbances();
        duplicateAfter = new Quantiles(shares.duplicateAfter());
        delay = new Quantiles(shares.delay());
        lastAt = world.endsAt() + shares.drainS() - 1;
        horizonS = world.scenario().rules().horizonS();
        clear = shares.duplicatePpm() == 0
                && shares.delayPpm() == 0
                && shares.corruptPpm() == 0
                && shares.garbagePpm() == 0
                && shares.unknownKindPpm() == 0
                && shares.noReceiverPpm() == 0
                && shares.unknownSenderPpm() == 0
                && shares.statusBeforeDocumentPpm() == 0;
    }

    /** Works out the deliveries of a thread. */
    void deliver(ThreadPlan plan, Ledger ledger) {
        count = 0;
        madeUpCount = 0;
        origin = plan.event(0).occurredAt();
        if (clear) {
            for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
                add(plan.event(ordinal).occurredAt(), ordinal, Form.ORIGINAL);
            }
            return;
        }
        firstDeliveries(plan);
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            add(firstAt[ordinal], ordinal, Form.ORIGINAL);
            more(plan, ordinal, ledger);
        }
        Arrays.sort(deliveries, 0, count);
        countStatusesBeforeDocuments(plan, ledger);
    }

    int count() {
        return count;
    }

    long emittedAt(int index) {
        return origin + (deliveries[index] >>> LOW_BITS);
    }

    int ordinal(int index) {
        return (int) (deliveries[index] >>> Form.BITS) & (1 << ORDINAL_BITS) - 1;
    }

    Form form(int index) {
        return Form.of((int) deliveries[index] & (1 << Form.BITS) - 1);
    }

    int madeUpCount() {
        return madeUpCount;
    }

    /** A document that the channel made up, by its ordinal less the thread's events. */
    DocumentSent madeUp(int index) {
        return madeUp[index];
    }

    private void firstDeliveries(ThreadPlan plan) {
        if (firstAt.length < plan.events()) {
            firstAt = new long[2 * plan.events()];
        }
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            PlannedEvent event = plan.event(ordinal);
            firstAt[ordinal] = event.occurredAt();
            if (drawFor(plan, ordinal, 0).chance(shares.delayPpm()) && !event.prompt()) {
                long at = Math.min(event.occurredAt() + delay.draw(draws), lastAt);
                firstAt[ordinal] = at <= event.deliverableUntil() ? at : event.occurredAt();
            }
        }
        if (shares.statusBeforeDocumentPpm() > 0) {
            for (int i = 0; i < plan.documents(); i++) {
                deliverAfterFirstStatus(plan, plan.document(i).content());
            }
        }
    }

    private void deliverAfterFirstStatus(ThreadPlan plan, DocumentSent document) {
        PlannedEvent event = plan.event(document.ordinal);
        if (event.prompt() || !drawFor(plan, document.ordinal, 1).chance(shares.statusBeforeDocumentPpm())) {
            return;
        }
        long first = Long.MAX_VALUE;
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            PlannedEvent other = plan.event(ordinal);
            if (!other.isDocument() && other.document() == document.document) {
                first = Math.min(first, firstAt[ordinal]);
            }
        }
        if (first == Long.MAX_VALUE) {
            return;
        }
        long at = first + 1 + draws.below(60);
        if (at <= Math.min(event.deliverableUntil(), lastAt)) {
            firstAt[document.ordinal] = Math.max(firstAt[document.ordinal], at);
        }
    }

    private void more(ThreadPlan plan, int ordinal, Ledger ledger) {
        PlannedEvent event = plan.event(ordinal);
        long at = firstAt[ordinal];
        drawFor(plan, ordinal, 2);
        if (draws.chance(shares.duplicatePpm())) {
            again(event, ordinal, at + duplicateAfter.draw(draws), ledger);
        }
        if (draws.chance(shares.corruptPpm())) {
            add(at, ordinal, Form.CORRUPT_COPY);
            ledger.expectNoise(Counter.DEAD_LETTER_CHECKSUM);
        }
        if (draws.chance(shares.garbagePpm())) {
            add(at, ordinal, Form.GARBAGE);
            ledger.expectNoise(Counter.DEAD_LETTER_MALFORMED);
        }
        if (draws.chance(shares.unknownKindPpm())) {
            add(at, ordinal, Form.UNKNOWN_KIND);
            ledger.expectNoise(Counter.DEAD_LETTER_UNKNOWN_KIND);
        }
        if (event.isDocument()) {
            PlannedDocument document = plan.numbered(event.document());
            if (draws.chance(shares.noReceiverPpm())) {
                DocumentSent made = makeUp(plan, document, at);
                made.sender = document.sender();
                made.receiverCount = 0;
                made.addReceiver(document.sender());
                ledger.expectNoise(Counter.DEAD_LETTER_NO_RECEIVER);
            }
            if (draws.chance(shares.unknownSenderPpm())) {
                DocumentSent made = makeUp(plan, document, at);
                made.sender = DocumentSent.ABSENT;
                made.senderCode = UNKNOWN_SENDER;
                ledger.expectNoise(Counter.REJECTED_UNKNOWN_SENDER);
            }
        }
    }

    /** A second delivery, unless observers might differ about it: a known one, or one that is too late for anybody. */
    private void again(PlannedEvent event, int ordinal, long at, Ledger ledger) {
        boolean tooLate = at - event.occurredAt() > horizonS;
        if (at <= lastAt && (tooLate || at <= event.deliverableUntil())) {
            add(at, ordinal, Form.DUPLICATE);
            ledger.expectDuplicate(tooLate ? Counter.TOO_LATE : event.fate());
        }
    }

    /** A document like another, under an identity and a number of its own, delivered right after it. */
    private DocumentSent makeUp(ThreadPlan plan, PlannedDocument like, long at) {
        if (madeUpCount == madeUp.length) {
            madeUp = Arrays.copyOf(madeUp, 2 * madeUpCount);
        }
        if (madeUp[madeUpCount] == null) {
            madeUp[madeUpCount] = new DocumentSent();
        }
        DocumentSent made = madeUp[madeUpCount];
        Carriers.copy(like.content(), made);
        made.senderCode = null;
        made.receiverCodeCount = 0;
        made.ordinal = plan.events() + madeUpCount;
        made.document = plan.documents() + 1 + madeUpCount;
        made.answers = DocumentSent.ABSENT;
        made.concerns = DocumentSent.ABSENT;
        add(at, made.ordinal, Form.ORIGINAL);
        madeUpCount++;
        return made;
    }

    private void countStatusesBeforeDocuments(ThreadPlan plan, Ledger ledger) {
        Arrays.fill(arrived, 0, plan.documents() + 2, false);
        for (int i = 0; i < count; i++) {
            int ordinal = ordinal(i);
            Form form = form(i);
            if (ordinal >= plan.events() || form.ordinal() > Form.DUPLICATE.ordinal()) {
                continue;
            }
            PlannedEvent event = plan.event(ordinal);
            if (event.isDocument()) {
                arrived[event.document()] = true;
            } else if (!arrived[event.document()] && event.fate() != Counter.UNMATCHED) {
                ledger.expectStatusBeforeDocument();
            }
        }
    }

    private Draws drawFor(ThreadPlan plan, int ordinal, int what) {
        return draws.from(world.seed(plan.thread(), EVENTS + 4L * ordinal + what));
    }

    private void add(long at, int ordinal, Form form) {
        if (count == deliveries.length) {
            deliveries = Arrays.copyOf(deliveries, 2 * count);
        }
        deliveries[count++] = (at - origin << ORDINAL_BITS | ordinal) << Form.BITS | form.ordinal();
    }
}
