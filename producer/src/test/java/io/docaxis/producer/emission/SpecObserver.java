package io.docaxis.producer.emission;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A slow observer of deliveries, written from the rules of the design alone: keeps everything, folds facts in order, asks of
 * every record whether it would still have been expected. For tests of small worlds.
 */
final class SpecObserver {

    private static final int ANSWER = 100;
    private static final int RECALL_DOCUMENT = 101;
    private static final int REPLACED = 102;
    private static final long NO = Long.MAX_VALUE;

    private record Fact(long at, int ordinal, int code) implements Comparable<Fact> {
        @Override
        public int compareTo(Fact other) {
            return Comparator.comparingLong(Fact::at)
                    .thenComparingInt(Fact::ordinal)
                    .thenComparingInt(Fact::code)
                    .compare(this, other);
        }
    }

    private record Waiting(StatusReported status, long emittedAt) {}

    private record Document(DocumentSent content, int sender, long emittedAt, Map<Integer, TreeSet<Fact>> dispatches) {}

    private static final class Thread {
        final Map<Integer, Document> documents = new TreeMap<>();
        final List<Waiting> waiting = new ArrayList<>();
        final List<Document> links = new ArrayList<>();
    }

    private final AgencyCatalogue agencies;
    private final Deadlines deadlines;
    private final long horizonS;
    private final long end;
    private final Tally tally = new Tally();
    private final Map<Long, Thread> threads = new TreeMap<>();

    SpecObserver(AgencyCatalogue agencies, Deadlines deadlines, long end) {
        this.agencies = agencies;
        this.deadlines = deadlines;
        this.horizonS = deadlines.rules().horizonS();
        this.end = end;
    }

    void observe(Delivery delivery) {
        switch (delivery.kind) {
            case DOCUMENT -> document(delivery);
            case STATUS -> status(delivery);
            case DAMAGED ->
                count(
                        switch (delivery.damage) {
                            case CORRUPT_COPY -> Counter.DEAD_LETTER_CHECKSUM;
                            case GARBAGE -> Counter.DEAD_LETTER_MALFORMED;
                            default -> Counter.DEAD_LETTER_UNKNOWN_KIND;
                        });
        }
    }

    /** What the run comes to. */
    Tally end() {
        threads.forEach((number, thread) -> {
            thread.waiting.forEach(w -> count(Counter.UNMATCHED));
            thread.links.forEach(document ->
                    count(document.content.answers >= 0 ? Counter.ANSWER_UNMATCHED : Counter.CONCERNS_UNMATCHED));
            thread.documents.values().forEach(document -> conclude(number, document));
        });
        return tally;
    }

    private void document(Delivery delivery) {
        DocumentSent content = new DocumentSent();
        Carriers.copy(delivery.document, content);
        int sender = content.senderCode == null ? content.sender : agencies.number(content.senderCode);
        Map<Integer, TreeSet<Fact>> dispatches = new LinkedHashMap<>();
        int removed = 0;
        for (int i = 0; i < content.receiverCount; i++) {
            int receiver = content.receivers[i];
            if (receiver == sender || dispatches.putIfAbsent(receiver, new TreeSet<>()) != null) {
                removed++;
            }
        }
        if (delivery.emittedAt - content.sentAt > horizonS) {
            count(Counter.TOO_LATE);
        } else if (sender < 0) {
            count(Counter.REJECTED_UNKNOWN_SENDER);
        } else if (dispatches.isEmpty()) {
            count(Counter.DEAD_LETTER_NO_RECEIVER);
        } else {
            Thread thread = threadAt(content.thread, delivery.emittedAt);
            Document document = new Document(content, sender, delivery.emittedAt, dispatches);
            if (thread.documents.putIfAbsent(content.document, document) != null) {
                count(Counter.DUPLICATE);
                return;
            }
            count(Counter.APPLIED);
            tally.count(Counter.RECEIVER_REMOVED, removed);
            for (int i = 0; i < content.receiverCodeCount; i++) {
                count(agencies.number(content.receiverCodes[i]) < 0 ? Counter.RECEIVER_UNKNOWN : null);
            }
            arrive(thread, document);
        }
    }

    private void arrive(Thread thread, Document document) {
        if (document.content.answers >= 0 || document.content.concerns >= 0) {
            thread.links.add(document);
        }
        for (Document link : List.copyOf(thread.links)) {
            Document target = thread.documents.get(Math.max(link.content.answers, link.content.concerns));
            if (target != null) {
                thread.links.remove(link);
                link(link, target);
            }
        }
        for (Waiting waiting : List.copyOf(thread.waiting)) {
            if (waiting.status.document == document.content.document) {
                thread.waiting.remove(waiting);
                if (document.emittedAt - waiting.emittedAt <= horizonS) {
                    count(Counter.STATUS_BEFORE_DOCUMENT);
                    apply(waiting.status, waiting.emittedAt, document);
                } else {
                    count(Counter.UNMATCHED);
                }
            }
        }
    }

    private void link(Document from, Document to) {
        boolean answers = from.content.answers >= 0;
        if (answers) {
            var facts = to.dispatches.get(from.sender);
            if (facts == null) {
                count(Counter.ANSWER_FROM_STRANGER);
            } else if (!from.dispatches.containsKey(to.sender)) {
                count(Counter.ANSWER_NOT_TO_ASKER);
            } else if (from.emittedAt > forgetAt(to, facts)) {
                count(Counter.ANSWER_UNMATCHED);
            } else {
                facts.add(new Fact(from.content.sentAt, from.content.ordinal, ANSWER));
            }
            return;
        }
        int matched = 0;
        for (int receiver : from.dispatches.keySet()) {
            var facts = to.dispatches.get(receiver);
            if (facts != null && from.sender == to.sender && from.emittedAt <= forgetAt(to, facts)) {
                matched++;
                BusinessType business = BusinessType.of(from.content.business);
                if (business == BusinessType.RECALL) {
                    facts.add(new Fact(from.content.sentAt, from.content.ordinal, RECALL_DOCUMENT));
                } else if (business == BusinessType.REPLACE) {
                    facts.add(new Fact(from.content.sentAt, from.content.ordinal, REPLACED));
                }
            }
        }
        if (matched < from.dispatches.size()) {
            count(Counter.CONCERNS_UNMATCHED);
        }
    }

    private void status(Delivery delivery) {
        StatusReported s = new StatusReported();
        s.thread = delivery.status.thread;
        s.ordinal = delivery.status.ordinal;
        s.document = delivery.status.document;
        s.receiver = delivery.status.receiver;
        s.reporter = delivery.status.reporter;
        s.status = delivery.status.status;
        s.occurredAt = delivery.status.occurredAt;
        if (delivery.emittedAt - s.occurredAt > horizonS) {
            count(Counter.TOO_LATE);
            return;
        }
        Thread thread = threadAt(s.thread, delivery.emittedAt);
        Document document = thread.documents.get(s.document);
        if (document == null) {
            thread.waiting.add(new Waiting(s, delivery.emittedAt));
        } else {
            apply(s, delivery.emittedAt, document);
        }
    }

    private void apply(StatusReported s, long emittedAt, Document document) {
        var facts = document.dispatches.get(s.receiver);
        if (facts == null) {
            count(Counter.REJECTED_NOT_A_RECEIVER);
        } else if (emittedAt > forgetAt(document, facts)) {
            count(Counter.UNMATCHED);
        } else if (facts.stream().anyMatch(f -> f.ordinal == s.ordinal)) {
            count(Counter.DUPLICATE);
        } else {
            boolean again = s.status != Status.IN_PROCESS && facts.stream().anyMatch(f -> f.code == s.status);
            count(again ? Counter.REPEATED : Counter.APPLIED);
            facts.add(new Fact(s.occurredAt, s.ordinal, s.status));
        }
    }

    private Thread threadAt(long number, long emittedAt) {
        Thread thread = threads.computeIfAbsent(number, n -> new Thread());
        long forgetAt = thread.documents.values().stream()
                .flatMap(d -> d.dispatches.values().stream().map(facts -> forgetAt(d, facts)))
                .mapToLong(Long::longValue)
                .max()
                .orElse(NO);
        boolean waits = thread.waiting.stream().anyMatch(w -> emittedAt - w.emittedAt <= horizonS);
        if (emittedAt > forgetAt && !waits && thread.links.isEmpty()) {
            throw new IllegalStateException(
                    "thread " + number + " would be forgotten at " + forgetAt + ", before " + emittedAt);
        }
        return thread;
    }

    /** Closing times: fulfilled, ended otherwise; {@link #NO} where not. */
    private record Closing(Obligation obligation, long openedAt, long deadline, long fulfilledAt, long endedAt) {
        long at() {
            return Math.min(fulfilledAt, endedAt);
        }
    }

    private List<Closing> closings(Document document, TreeSet<Fact> facts) {
        DocumentSent d = document.content;
        BusinessType business = BusinessType.of(d.business);
        List<Closing> closings = new ArrayList<>();
        if (business == BusinessType.RECALL) {
            return closings;
        }
        Fact request = first(facts, f -> f.code == Status.RECALL_REQUESTED || f.code == RECALL_DOCUMENT);
        Fact recallAnswer = request == null
                ? null
                : first(
                        facts.tailSet(request, false),
                        f -> f.code == Status.RECALL_AGREED || f.code == Status.RECALL_REFUSED);
        long agreedAt = recallAnswer != null && recallAnswer.code == Status.RECALL_AGREED ? recallAnswer.at : NO;
        closings.add(new Closing(
                Obligation.ACKNOWLEDGE,
                d.sentAt,
                deadlines.acknowledgeBy(d.sentAt, Urgency.of(d.urgency)),
                at(first(
                        facts,
                        f -> f.code == ANSWER
                                || f.code >= Status.REFUSED && f.code <= Status.COMPLETED
                                || f.code == Status.ARRIVED && deadlines.rules().arrivalAcknowledges())),
                agreedAt));
        long respondBy = respondBy(d);
        if (respondBy != NO && respondBy > d.sentAt && business != BusinessType.UPDATE) {
            Fact first = first(facts, f -> f.code == Status.REFUSED || f.code == Status.ACCEPTED);
            long refusedAt = first != null && first.code == Status.REFUSED ? first.at : NO;
            long replacedAt = at(first(facts, f -> f.code == REPLACED));
            closings.add(new Closing(
                    Obligation.RESPOND,
                    d.sentAt,
                    respondBy,
                    at(first(facts, f -> f.code == ANSWER || f.code == Status.COMPLETED)),
                    Math.min(refusedAt, Math.min(replacedAt, agreedAt))));
        }
        if (request != null) {
            closings.add(new Closing(
                    Obligation.ANSWER_RECALL, request.at, deadlines.answerRecallBy(request.at), at(recallAnswer), NO));
        }
        return closings;
    }

    private long respondBy(DocumentSent d) {
        return d.dueOn == DocumentSent.NO_DATE || !deadlines.calendar().knows(d.dueOn)
                ? NO
                : deadlines.respondBy(d.dueOn);
    }

    private long forgetAt(Document document, TreeSet<Fact> facts) {
        long at = document.content.sentAt + horizonS;
        var closings = closings(document, facts);
        if (!closings.isEmpty()) {
            at = 0;
        }
        for (Closing closing : closings) {
            at = Math.max(at, closing.at() == NO ? deadlines.finalAt(closing.deadline) : closing.at() + horizonS);
        }
        return at;
    }

    private void conclude(long thread, Document document) {
        DocumentSent d = document.content;
        long sentOn = deadlines.calendar().dayOf(d.sentAt);
        tally.document(agencies, thread, d.document, document.sender, sentOn, d.sentAt, d.type, d.urgency);
        if (d.signedAt == 0 || d.signedAt > d.sentAt) {
            count(d.signedAt == 0 ? Counter.NOT_SIGNED : Counter.SIGNED_AFTER_SENT);
        } else {
            var sending = new Closing(
                    Obligation.SEND, d.signedAt, deadlines.sendBy(d.signedAt, Urgency.of(d.urgency)), d.sentAt, NO);
            conclude(thread, document, ObligationId.NO_RECEIVER, sending);
        }
        boolean mayAsk = d.business == BusinessType.NEW.ordinal() || d.business == BusinessType.REPLACE.ordinal();
        if (mayAsk && (d.dueOn != DocumentSent.NO_DATE || d.dueOnText != null)) {
            if (respondBy(d) == NO) {
                count(Counter.DUE_DATE_UNREADABLE);
            } else if (respondBy(d) <= d.sentAt) {
                count(Counter.DUE_DATE_PAST);
            }
        }
        document.dispatches.forEach((receiver, facts) -> {
            tally.dispatch(agencies, thread, d.document, receiver, sentOn);
            boolean settled = true;
            for (Closing closing : closings(document, facts)) {
                Outcome outcome = conclude(thread, document, receiver, closing);
                settled &= outcome != Outcome.OPEN && outcome != Outcome.OVERDUE;
            }
            tally.count(Counter.SETTLED, settled ? 1 : 0);
            observeFacts(facts);
        });
    }

    private void observeFacts(TreeSet<Fact> facts) {
        Fact refusal = first(facts, f -> f.code == Status.REFUSED);
        Fact acceptance = first(facts, f -> f.code == Status.ACCEPTED);
        if (refusal != null && (acceptance == null || refusal.compareTo(acceptance) < 0)) {
            count(Counter.REFUSED);
        }
        if (refusal != null && acceptance != null) {
            count(Counter.LATER_OF_REFUSAL_AND_ACCEPTANCE);
        }
        int requests = 0;
        boolean answered = false;
        for (Fact fact : facts) {
            if (fact.code == Status.RECALL_REQUESTED || fact.code == RECALL_DOCUMENT) {
                count(requests++ == 0 ? Counter.RECALLED : Counter.RECALL_REPEATED);
            } else if (fact.code == Status.RECALL_AGREED || fact.code == Status.RECALL_REFUSED) {
                if (requests == 0 || answered) {
                    count(Counter.RECALL_ANSWER_WITHOUT_REQUEST);
                } else {
                    answered = true;
                }
            }
        }
    }

    private Outcome conclude(long thread, Document document, int receiver, Closing closing) {
        long lateness = closing.at() == NO ? 0 : Math.max(0, closing.at() - closing.deadline);
        Outcome outcome = closing.at() == NO
                ? closing.deadline < end ? Outcome.OVERDUE : Outcome.OPEN
                : lateness > 0
                        ? Outcome.LATE
                        : closing.fulfilledAt <= closing.endedAt ? Outcome.ON_TIME : Outcome.VOIDED;
        tally.conclude(
                1,
                agencies,
                thread,
                document.content.document,
                receiver,
                closing.obligation,
                outcome,
                closing.obligation == Obligation.SEND ? document.sender : receiver,
                deadlines.calendar().dayOf(closing.openedAt),
                closing.deadline,
                lateness,
                document.content.type,
                document.content.urgency);
        return outcome;
    }

    private void count(Counter counter) {
        if (counter != null) {
            tally.count(counter, 1);
        }
    }

    private static long at(Fact fact) {
        return fact == null ? NO : fact.at;
    }

    private static Fact first(Iterable<Fact> facts, java.util.function.Predicate<Fact> wanted) {
        for (Fact fact : facts) {
            if (wanted.test(fact)) {
                return fact;
            }
        }
        return null;
    }
}
