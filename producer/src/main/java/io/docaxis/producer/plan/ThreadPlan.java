package io.docaxis.producer.plan;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that happens in one thread and what a perfect observer concludes from it. Filled by {@link ThreadPlanner} again and
 * again: what it holds is good until the next thread. Not thread-safe.
 *
 * <p>Events are in the order of (occurred at, construction); an event's place is its ordinal.
 */
public final class ThreadPlan {

    private static final BitField INDEX = BitField.lowest("order of construction", 20);
    private static final BitField TIME = INDEX.above("time of an event", 43);
    private static final int COUNTERS = Counter.values().length;

    private long thread;
    private long mixedSeed;
    private final List<PlannedDocument> documents = new ArrayList<>();
    private int documentCount;
    /** In the order of construction; used again by each thread. */
    private PlannedEvent[] events = new PlannedEvent[16];

    /** The same by ordinal, once the thread is closed. */
    private PlannedEvent[] inOrder = new PlannedEvent[16];

    private int eventCount;
    private final List<Conclusion> conclusions = new ArrayList<>();
    private int conclusionCount;
    private final long[] observed = new long[COUNTERS];
    /** What agencies do wrong, in the order of construction, and when. */
    private Counter[] mistakes = new Counter[16];

    private long[] mistakenAt = new long[16];
    private int mistakeCount;
    private boolean plain;
    /** Time and construction order of each event, sorted. */
    private long[] order = new long[16];

    public long thread() {
        return thread;
    }

    /** The seed of a purpose within the thread. */
    public long seed(long purpose) {
        return Hash.mixWith(mixedSeed, purpose);
    }

    public int documents() {
        return documentCount;
    }

    /** By order of construction; the number in the thread is in the content. */
    public PlannedDocument document(int index) {
        return documents.get(index);
    }

    public int events() {
        return eventCount;
    }

    public PlannedEvent event(int ordinal) {
        return inOrder[ordinal];
    }

    public int conclusions() {
        return conclusionCount;
    }

    public Conclusion conclusion(int index) {
        return conclusions.get(index);
    }

    /** Whether nothing in it is out of the ordinary: every event is applied, and no trace is left. Of any {@link ThreadKind}. */
    public boolean isPlain() {
        return plain;
    }

    /** Whose deed an event is: the sender's, the reporter's. */
    public int actor(PlannedEvent event) {
        if (event.isDocument()) {
            return numbered(event.document).sender;
        }
        return event.reporter == DocumentSent.ABSENT ? event.receiver : event.reporter;
    }

    /** How many observations of a name a perfect observer makes. */
    public long observed(Counter counter) {
        return observed[counter.ordinal()];
    }

    /** How many mistakes agencies make. */
    public int mistakes() {
        return mistakeCount;
    }

    /** Under which name of kind {@link Counter.Kind#PLANTED} a mistake is counted. */
    public Counter mistake(int index) {
        return mistakes[index];
    }

    public long mistakenAt(int index) {
        return mistakenAt[index];
    }

    /** Writes a status event's content. */
    public void fill(int ordinal, StatusReported into) {
        PlannedEvent event = event(ordinal);
        into.clear();
        into.thread = thread;
        into.ordinal = ordinal;
        into.document = event.document;
        into.receiver = event.receiver;
        into.reporter = event.reporter;
        into.status = event.code;
        into.occurredAt = event.occurredAt;
    }

    /** The planned document of a number, which the thread must hold. */
    public PlannedDocument numbered(int number) {
        for (int i = 0; i < documentCount; i++) {
            if (documents.get(i).content.document == number) {
                return documents.get(i);
            }
        }
        throw new IllegalArgumentException("thread " + thread + " has no document " + number);
    }

    void clear(long newThread, long itsSeed) {
        thread = newThread;
        mixedSeed = Hash.mix(itsSeed);
        documentCount = 0;
        eventCount = 0;
        conclusionCount = 0;
        mistakeCount = 0;
        plain = true;
        Arrays.fill(observed, 0);
    }

    PlannedDocument addDocument(int number) {
        if (documentCount == documents.size()) {
            documents.add(new PlannedDocument());
        }
        PlannedDocument document = documents.get(documentCount++);
        document.clear(thread, number);
        return document;
    }

    PlannedEvent addEvent(int code, int document, int receiver, long occurredAt) {
        if (eventCount == events.length) {
            events = Arrays.copyOf(events, 2 * eventCount);
        }
        PlannedEvent event = events[eventCount];
        if (event == null) {
            event = new PlannedEvent();
            events[eventCount] = event;
        }
        eventCount++;
        event.code = code;
        event.document = document;
        event.receiver = receiver;
        event.reporter = DocumentSent.ABSENT;
        event.occurredAt = occurredAt;
        return event;
    }

    /** A conclusion about a document, of which the rest is still to be said. */
    Conclusion addConclusion(PlannedDocument document) {
        if (conclusionCount == conclusions.size()) {
            conclusions.add(new Conclusion());
        }
        DocumentSent content = document.content;
        return conclusions
                .get(conclusionCount++)
                .about(thread, content.document, document.sender, content.type, content.urgency);
    }

    /** A trace is not counted here: the thread is not plain, and who observes it finds the trace and knows which event left it. */
    void observe(Counter counter) {
        if (counter.isTrace()) {
            plain = false;
        } else {
            observed[counter.ordinal()]++;
        }
    }

    /** Takes note of a mistake of an agency's. */
    void mistake(Counter planted, long at) {
        if (mistakeCount == mistakes.length) {
            mistakes = Arrays.copyOf(mistakes, 2 * mistakeCount);
            mistakenAt = Arrays.copyOf(mistakenAt, 2 * mistakeCount);
        }
        mistakes[mistakeCount] = planted;
        mistakenAt[mistakeCount++] = at;
    }

    /** Puts the events in order and gives documents their ordinals. */
    void close() {
        if (order.length < eventCount) {
            order = new long[events.length];
            inOrder = new PlannedEvent[events.length];
        }
        for (int i = 0; i < eventCount; i++) {
            order[i] = packed(events[i].occurredAt, i);
        }
        Arrays.sort(order, 0, eventCount);
        for (int ordinal = 0; ordinal < eventCount; ordinal++) {
            PlannedEvent event = events[(int) INDEX.get(order[ordinal])];
            inOrder[ordinal] = event;
            if (event.isDocument()) {
                numbered(event.document).content.ordinal = ordinal;
            }
        }
    }

    static long packed(long occurredAt, int index) {
        if ((TIME.excess(occurredAt) | INDEX.excess(index)) != 0) {
            return TIME.put(occurredAt) | INDEX.put(index); // one of them throws
        }
        return TIME.placed(occurredAt) | index;
    }

    /** Whether an obligation is overdue whose deadline is not before an instant: by that nobody could tell. */
    public boolean isOverdueOnlyAfter(long instant) {
        for (int i = 0; i < conclusions(); i++) {
            if (conclusion(i).outcome == Outcome.OVERDUE && conclusion(i).deadline >= instant) {
                return true;
            }
        }
        return false;
    }
}
