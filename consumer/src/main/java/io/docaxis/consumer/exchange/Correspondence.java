package io.docaxis.consumer.exchange;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.consumer.conclusion.DutyDeadlines;
import io.docaxis.consumer.conclusion.TallyWriter;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Fact;
import io.docaxis.consumer.state.PendingReference;
import io.docaxis.consumer.state.ThreadState;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings together, within a thread, what belongs together: statuses with their dispatch, answers with their question,
 * recalls, updates and replacements with what they concern. What comes before its document waits for it. Not thread-safe.
 */
final class Correspondence {

    private final ExchangeState state;
    private final Tally tally;
    private final TallyWriter writer;
    private final Dispatches dispatches;
    private final Forgetting forgetting;

    Correspondence(ExchangeState state, TallyWriter writer, Dispatches dispatches, Forgetting forgetting) {
        this.state = state;
        this.tally = state.tally();
        this.writer = writer;
        this.dispatches = dispatches;
        this.forgetting = forgetting;
    }

    /** Takes a document from a known sender to at least one receiver. */
    Counter sent(DocumentSent content, int sender, Receivers receivers, long emittedAt, long offset) {
        ThreadState thread = forgetting.threadAt(content.thread, emittedAt);
        if (thread == null) {
            thread = state.addThread(content.thread);
        } else if (thread.numbered(content.document) != null) {
            return Counter.DUPLICATE;
        }
        takeIn(thread, content.ordinal, content.sentAt);
        DocumentState document = state.addDocument(thread, content, sender, offset, receivers.count());
        document.acknowledgeBy = existing(acknowledgeBy(content), receivers.count());
        document.respondBy = existing(respondBy(content), receivers.count());
        for (int i = 0; i < receivers.count(); i++) {
            document.setReceiver(i, receivers.get(i));
        }
        tally.count(Counter.RECEIVER_REMOVED, receivers.removed());
        tally.count(Counter.RECEIVER_UNKNOWN, receivers.unknown());
        writer.sent(thread, document, content.signedAt);
        dispatches.open(thread, document);
        refer(thread, document, content, emittedAt);
        takeWaiting(thread, document);
        return Counter.APPLIED;
    }

    private long acknowledgeBy(DocumentSent content) {
        return content.business == BusinessType.RECALL.ordinal()
                ? DocumentState.NO_DUTY
                : DutyDeadlines.acknowledgeBy(deadlines(), content.sentAt, Urgency.of(content.urgency));
    }

    private long respondBy(DocumentSent content) {
        BusinessType business = BusinessType.of(content.business);
        if (business == BusinessType.RECALL || business == BusinessType.UPDATE) {
            return DocumentState.NO_DUTY;
        }
        boolean readable = content.dueOnText == null;
        if (readable && content.dueOn == DocumentSent.NO_DATE) {
            return DocumentState.NO_DUTY;
        }
        if (!readable) {
            tally.count(Counter.DUE_DATE_UNREADABLE, 1);
            return DocumentState.NO_DUTY;
        }
        long deadline = DutyDeadlines.respondBy(deadlines(), content.dueOn);
        if (deadline != DutyDeadlines.OUTSIDE_CALENDAR && deadline <= content.sentAt) {
            tally.count(Counter.DUE_DATE_PAST, 1);
            return DocumentState.NO_DUTY;
        }
        return deadline;
    }

    /** A deadline of each of so many dispatches; one outside the calendar is counted for each, and is none. */
    private long existing(long deadline, int dispatches) {
        if (deadline == DutyDeadlines.OUTSIDE_CALENDAR) {
            tally.count(Counter.DEADLINE_OUTSIDE_CALENDAR, dispatches);
            return DocumentState.NO_DUTY;
        }
        return deadline;
    }

    private void refer(ThreadState thread, DocumentState document, DocumentSent content, long emittedAt) {
        if (content.answers != DocumentSent.ABSENT) {
            refer(
                    thread,
                    PendingReference.reference(PendingReference.Kind.ANSWER, emittedAt, content.answers, document));
        }
        if (document.business != BusinessType.NEW.ordinal()) {
            if (content.concerns == DocumentSent.ABSENT) {
                trace(Counter.CONCERNS_UNMATCHED, thread, document);
            } else {
                refer(
                        thread,
                        PendingReference.reference(
                                PendingReference.Kind.CONCERN, emittedAt, content.concerns, document));
            }
        }
    }

    private void refer(ThreadState thread, PendingReference reference) {
        DocumentState target = thread.numbered(reference.document());
        if (reference.document() == reference.from()) {
            forgetting.unmatched(thread, reference);
        } else if (target == null) {
            await(thread, reference);
        } else {
            match(thread, target, reference);
        }
    }

    /** Takes a known status for a known agency; null: it waits, and is counted when that ends. */
    Counter reported(StatusReported content, int receiver, long emittedAt) {
        ThreadState thread = forgetting.threadAt(content.thread, emittedAt);
        if (thread == null) {
            thread = state.addThread(content.thread);
        }
        DocumentState document = thread.numbered(content.document);
        if (document != null) {
            Counter counter = report(
                    thread,
                    document,
                    emittedAt,
                    receiver,
                    content.reporter,
                    content.status,
                    content.ordinal,
                    content.occurredAt);
            if (counter == Counter.APPLIED || counter == Counter.REPEATED) {
                takeIn(thread, content.ordinal, content.occurredAt);
            }
            return counter;
        }
        takeIn(thread, content.ordinal, content.occurredAt);
        await(
                thread,
                new PendingReference(
                        PendingReference.Kind.STATUS,
                        emittedAt,
                        content.document,
                        receiver,
                        content.reporter,
                        content.status,
                        content.ordinal,
                        content.occurredAt));
        return null;
    }

    /** An event becomes part of its thread: applied, repeated, or waiting for its document. */
    private void takeIn(ThreadState thread, int ordinal, long occurredAt) {
        if (occurredAt < thread.newestAt) {
            tally.count(Counter.OUT_OF_ORDER, 1, TraceId.event(thread.key, ordinal));
        } else {
            thread.newestAt = occurredAt;
        }
    }

    private void await(ThreadState thread, PendingReference pending) {
        if (state.progress().ended()) {
            forgetting.unmatched(thread, pending);
            return;
        }
        thread.add(pending);
        state.changed(thread);
        state.wakeBy(thread, pending.emittedAt() + state.progress().run().horizonS());
    }

    /** Nothing that waited too long is left: it expired when the record found its thread. */
    private void takeWaiting(ThreadState thread, DocumentState document) {
        if (thread.pendings().isEmpty()) {
            return;
        }
        List<PendingReference> all = thread.pendings();
        List<PendingReference> left = new ArrayList<>();
        for (PendingReference pending : all) {
            if (pending.document() == document.number) {
                match(thread, document, pending);
            } else {
                left.add(pending);
            }
        }
        thread.keep(left);
    }

    private void match(ThreadState thread, DocumentState target, PendingReference waited) {
        switch (waited.kind()) {
            case STATUS -> {
                long identity = TraceId.event(thread.key, waited.ordinal());
                tally.count(Counter.STATUS_BEFORE_DOCUMENT, 1, identity);
                Counter counter = report(
                        thread,
                        target,
                        waited.emittedAt(),
                        waited.from(),
                        waited.reporter(),
                        waited.code(),
                        waited.ordinal(),
                        waited.occurredAt());
                tally.count(counter, 1, identity);
            }
            case ANSWER -> answer(thread, target, thread.numbered(waited.from()), waited.emittedAt());
            case CONCERN -> concern(thread, target, thread.numbered(waited.from()), waited.emittedAt());
        }
    }

    private Counter report(
            ThreadState thread,
            DocumentState document,
            long emittedAt,
            int receiver,
            int reporter,
            int status,
            int ordinal,
            long occurredAt) {
        int dispatch = document.dispatchTo(receiver);
        if (dispatch < 0) {
            return Counter.REJECTED_NOT_A_RECEIVER;
        }
        if (emittedAt > dispatches.forgetAt(document, dispatch)) {
            return Counter.UNMATCHED;
        }
        if (document.hasOrdinal(dispatch, ordinal)) {
            return Counter.DUPLICATE;
        }
        boolean fromStranger = status == Status.RECALL_REQUESTED && reporter != document.sender;
        boolean repeated = status != Status.IN_PROCESS && isReported(document, dispatch, status);
        int code = fromStranger ? Fact.RECALL_BY_STRANGER : status;
        dispatches.add(thread, document, dispatch, Fact.of(occurredAt, ordinal, code));
        return repeated ? Counter.REPEATED : Counter.APPLIED;
    }

    private static boolean isReported(DocumentState document, int dispatch, int status) {
        return document.hasCode(dispatch, status)
                || (status == Status.RECALL_REQUESTED && document.hasCode(dispatch, Fact.RECALL_BY_STRANGER));
    }

    private void answer(ThreadState thread, DocumentState asked, DocumentState answer, long emittedAt) {
        int dispatch = asked.dispatchTo(answer.sender);
        if (dispatch < 0) {
            trace(Counter.ANSWER_FROM_STRANGER, thread, answer);
        } else if (emittedAt > dispatches.forgetAt(asked, dispatch)) {
            trace(Counter.ANSWER_UNMATCHED, thread, answer);
        } else if (answer.dispatchTo(asked.sender) < 0) {
            trace(Counter.ANSWER_NOT_TO_ASKER, thread, answer);
        } else {
            dispatches.add(thread, asked, dispatch, Fact.of(answer.sentAt, answer.ordinal, Fact.ANSWER));
        }
    }

    /** A recall or replacement is a fact of each dispatch whose receiver it goes to as well; an update is none. */
    private void concern(ThreadState thread, DocumentState old, DocumentState by, long emittedAt) {
        boolean matched = false;
        for (int i = 0; i < old.dispatches() && by.sender == old.sender; i++) {
            if (by.dispatchTo(old.receiver(i)) >= 0 && emittedAt <= dispatches.forgetAt(old, i)) {
                matched = true;
                addConcern(thread, old, i, by);
            }
        }
        if (!matched) {
            trace(Counter.CONCERNS_UNMATCHED, thread, by);
        }
    }

    private void addConcern(ThreadState thread, DocumentState old, int dispatch, DocumentState by) {
        BusinessType business = BusinessType.of(by.business);
        if (business != BusinessType.UPDATE) {
            int code = business == BusinessType.RECALL ? Fact.RECALL_DOCUMENT : Fact.REPLACED;
            dispatches.add(thread, old, dispatch, Fact.of(by.sentAt, by.ordinal, code));
        }
    }

    private void trace(Counter counter, ThreadState thread, DocumentState document) {
        tally.count(counter, 1, TraceId.event(thread.key, document.ordinal));
    }

    private Deadlines deadlines() {
        return state.progress().run().deadlines();
    }
}
