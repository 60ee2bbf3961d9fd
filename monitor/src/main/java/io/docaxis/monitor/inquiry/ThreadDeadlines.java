package io.docaxis.monitor.inquiry;

import io.docaxis.common.calendar.DateOutsideCalendarException;
import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Which obligations the events of a thread open, and when they are due: what the rules say, not what consumers concluded. */
final class ThreadDeadlines {

    private static final String RECALL = "recall";
    private static final String UPDATE = "update";

    private record Dispatch(int document, String receiver) {}

    private final Deadlines deadlines;
    private final List<DutyDeadline> found = new ArrayList<>();
    private final Map<Integer, ThreadEvent> documents = new TreeMap<>();

    private ThreadDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** By document, in the order of the obligations. */
    static List<DutyDeadline> of(List<ThreadEvent> events, Deadlines deadlines) {
        ThreadDeadlines thread = new ThreadDeadlines(deadlines);
        events.forEach(
                event -> event.first().ifPresent(document -> thread.documents.putIfAbsent(document.document(), event)));
        Map<Dispatch, Long> requested = thread.requested(events);
        thread.documents.values().forEach(event -> thread.ofDocument(event, requested));
        return List.copyOf(thread.found);
    }

    private void ofDocument(ThreadEvent event, Map<Dispatch, Long> requested) {
        ThreadEvent.Document document = (ThreadEvent.Document) event.content();
        Urgency urgency = Urgency.valueOf(document.urgency().toUpperCase(Locale.ROOT));
        List<String> receivers = receivers(event);
        if (document.signedAt() != 0 && document.signedAt() <= document.sentAt()) {
            add(Obligation.SEND, document, List.of(event.from()), () -> deadlines.sendBy(document.signedAt(), urgency));
        }
        if (!document.business().equals(RECALL)) {
            add(Obligation.ACKNOWLEDGE, document, receivers, () -> deadlines.acknowledgeBy(document.sentAt(), urgency));
        }
        if (document.dueOn().isPresent()
                && !document.business().equals(RECALL)
                && !document.business().equals(UPDATE)) {
            OptionalLong due = due(() -> deadlines.respondBy(document.dueOn().getAsLong()));
            if (due.isEmpty() || due.getAsLong() > document.sentAt()) {
                found.add(new DutyDeadline(Obligation.RESPOND, document.document(), receivers, due));
            }
        }
        requested.forEach((dispatch, at) -> {
            if (dispatch.document() == document.document()) {
                add(
                        Obligation.ANSWER_RECALL,
                        document,
                        List.of(dispatch.receiver()),
                        () -> deadlines.answerRecallBy(at));
            }
        });
    }

    /** When each dispatch was first asked back, by its sender's 13 or by a document. */
    private Map<Dispatch, Long> requested(List<ThreadEvent> events) {
        Map<Dispatch, Long> requested = new java.util.LinkedHashMap<>();
        for (ThreadEvent event : events) {
            if (event.isAgain()) {
                continue;
            }
            if (event.content() instanceof ThreadEvent.Report report && report.status() == Status.RECALL_REQUESTED) {
                ThreadEvent asked = documents.get(report.document());
                if (asked != null && asked.from().equals(event.from()) && isRecallable(asked)) {
                    event.to()
                            .forEach(to -> requested.merge(
                                    new Dispatch(report.document(), to), report.occurredAt(), Math::min));
                }
            } else if (event.content() instanceof ThreadEvent.Document document
                    && document.business().equals(RECALL)
                    && document.concerns().isPresent()) {
                ThreadEvent asked = documents.get(document.concerns().getAsInt());
                if (asked != null && asked.from().equals(event.from()) && isRecallable(asked)) {
                    receivers(event).stream()
                            .filter(receivers(asked)::contains)
                            .forEach(to -> requested.merge(
                                    new Dispatch(document.concerns().getAsInt(), to), document.sentAt(), Math::min));
                }
            }
        }
        return requested;
    }

    private static boolean isRecallable(ThreadEvent event) {
        return !((ThreadEvent.Document) event.content()).business().equals(RECALL);
    }

    /** Each once, and not the sender. */
    private static List<String> receivers(ThreadEvent event) {
        return event.to().stream()
                .distinct()
                .filter(to -> !to.equals(event.from()))
                .toList();
    }

    private void add(
            Obligation obligation, ThreadEvent.Document document, List<String> debtors, LongSupplier deadline) {
        found.add(new DutyDeadline(obligation, document.document(), debtors, due(deadline)));
    }

    private static OptionalLong due(LongSupplier deadline) {
        try {
            return OptionalLong.of(deadline.getAsLong());
        } catch (DateOutsideCalendarException e) {
            return OptionalLong.empty();
        }
    }
}
