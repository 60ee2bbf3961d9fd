package io.docaxis.producer.ledger;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Tells an observer of one thread, in words of a test: local times, the sender {@link #SENDER}, ordinals by themselves. Every
 * event is delivered when it occurred unless the test says otherwise.
 */
final class DeliveredThread {

    static final long THREAD = 7;
    static final int SENDER = 21;
    static final int A = 40;
    static final int B = 41;
    static final int C = 42;

    private final Tally expected = new Tally();
    private final PerfectObserver observer;
    private int next;
    private boolean ended;

    DeliveredThread() {
        this(Rules.DEFAULT);
    }

    DeliveredThread(Rules rules) {
        observer = new PerfectObserver(
                AgencyCatalogue.level1(),
                new Deadlines(rules, WorkingCalendar.vietnam2023()),
                at("2023-11-01T00:00"),
                expected);
        observer.begin(THREAD);
    }

    static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }

    static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    /** A new document from {@link #SENDER} to {@link #A}, signed an hour before, changed as the test likes; not delivered. */
    DocumentSent document(int number, String sentAt, Consumer<DocumentSent> change) {
        DocumentSent document = new DocumentSent();
        document.thread = THREAD;
        document.ordinal = next++;
        document.document = number;
        document.sender = SENDER;
        document.sentAt = at(sentAt);
        document.signedAt = document.sentAt - 3600;
        change.accept(document);
        if (document.receiverCount + document.receiverCodeCount == 0) {
            document.addReceiver(A);
        }
        return document;
    }

    /** The same, delivered when it was sent. */
    DocumentSent sends(int number, String sentAt, Consumer<DocumentSent> change) {
        return delivers(document(number, sentAt, change));
    }

    DocumentSent sends(int number, String sentAt) {
        return sends(number, sentAt, document -> {});
    }

    /** A sends a document that answers another, to the asker. */
    DocumentSent answers(int number, int asked, String sentAt) {
        return sends(number, sentAt, answer(asked));
    }

    static Consumer<DocumentSent> answer(int asked) {
        return document -> {
            document.sender = A;
            document.answers = asked;
            document.addReceiver(SENDER);
        };
    }

    static Consumer<DocumentSent> successor(BusinessType business, int concerns) {
        return document -> {
            document.business = business.ordinal();
            document.concerns = concerns;
        };
    }

    static Consumer<DocumentSent> to(int... receivers) {
        return document -> {
            for (int receiver : receivers) {
                document.addReceiver(receiver);
            }
        };
    }

    /** A status about document 0 at A; not delivered. */
    StatusReported status(int code, String occurredAt, Consumer<StatusReported> change) {
        StatusReported status = new StatusReported();
        status.thread = THREAD;
        status.ordinal = next++;
        status.receiver = A;
        status.status = code;
        status.occurredAt = at(occurredAt);
        change.accept(status);
        return status;
    }

    StatusReported says(int code, String occurredAt, Consumer<StatusReported> change) {
        return delivers(status(code, occurredAt, change));
    }

    StatusReported says(int code, String occurredAt) {
        return says(code, occurredAt, status -> {});
    }

    /** The sender asks document 0 back from A. */
    StatusReported asksBack(String occurredAt) {
        return says(13, occurredAt, status -> status.reporter = SENDER);
    }

    DocumentSent delivers(DocumentSent document) {
        observer.document(document.sentAt, document);
        return document;
    }

    StatusReported delivers(StatusReported status) {
        observer.status(status.occurredAt, status);
        return status;
    }

    DocumentSent delivers(DocumentSent document, String emittedAt) {
        observer.document(at(emittedAt), document);
        return document;
    }

    StatusReported delivers(StatusReported status, String emittedAt) {
        observer.status(at(emittedAt), status);
        return status;
    }

    /** What the thread came to; nothing can be told after the first question. */
    Tally tally() {
        if (!ended) {
            observer.end();
            ended = true;
        }
        return expected;
    }

    long count(Counter counter) {
        return tally().count(counter);
    }

    /** The conclusions about an obligation. */
    List<ObligationId> conclusions(Obligation obligation) {
        return tally().sketch().minus(new Sketch()).onlyHere().stream()
                .filter(conclusion -> conclusion.obligation() == obligation)
                .toList();
    }

    /** What was counted, by name; zeros left out. */
    Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        for (Counter counter : Counter.values()) {
            if (count(counter) != 0) {
                counters.put(counter.label(), count(counter));
            }
        }
        return counters;
    }

    /** The fingerprint of what was counted. */
    long trace(Counter counter) {
        return tally().get(CellKey.of(counter)).fingerprint();
    }

    /** What the fingerprint is, where it was counted of these events. */
    static long traceOf(int... ordinals) {
        return IntStream.of(ordinals)
                .mapToLong(ordinal -> Hash.mix(TraceId.event(THREAD, ordinal)))
                .sum();
    }
}
