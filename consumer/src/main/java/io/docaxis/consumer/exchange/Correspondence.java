package io.docaxis.consumer.exchange;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.consumer.conclusion.Duties;
import io.docaxis.consumer.conclusion.TallyWriter;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.PendingReference;
import io.docaxis.consumer.state.ThreadState;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings together, within a thread, what belongs together: statuses with their document, answers with their question,
 * recalls, updates and replacements with what they concern. What comes before its document waits for it. Not thread-safe.
 */
final class Correspondence {

    private final ExchangeState state;
    private final Tally tally;
    private final TallyWriter writer;
    private final Duties duties;
    private final Dispatches dispatches;
    private final Reports reports;
    private final DispatchFacts facts;
    private final Forgetting forgetting;
    /** One that waited. */
    private final StatusReported status = new StatusReported();

    Correspondence(ExchangeState state, TallyWriter writer, Dispatches dispatches, Forgetting forgetting) {
        this.state = state;
        this.tally = state.tally();
        this.writer = writer;
        this.dispatches = dispatches;
        duties = new Duties(state);
        reports = new Reports(state);
        facts = new DispatchFacts(state, dispatches, reports);
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
        duties.open(document, content);
        for (int i = 0; i < receivers.count(); i++) {
            document.setReceiver(i, receivers.get(i));
        }
        tally.count(Counter.RECEIVER_REMOVED, receivers.removed());
        tally.count(Counter.RECEIVER_UNKNOWN, receivers.unknown());
        reports.document(sender, content.sentAt, emittedAt);
        writer.sent(thread, document, content.signedAt);
        dispatches.open(thread, document);
        refer(thread, document, content, emittedAt);
        takeWaiting(thread, document);
        return Counter.APPLIED;
    }

    private void refer(ThreadState thread, DocumentState document, DocumentSent content, long emittedAt) {
        if (content.answers != DocumentSent.ABSENT) {
            refer(
                    thread,
                    PendingReference.reference(PendingReference.Kind.ANSWER, emittedAt, content.answers, document));
        }
        if (document.business != BusinessType.NEW.ordinal()) {
            if (content.concerns == DocumentSent.ABSENT) {
                facts.concernsNothing(thread, document);
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
            Counter counter = facts.report(thread, document, content, receiver, emittedAt);
            if (counter == Counter.APPLIED || counter == Counter.REPEATED) {
                takeIn(thread, content.ordinal, content.occurredAt);
            }
            return counter;
        }
        takeIn(thread, content.ordinal, content.occurredAt);
        await(thread, PendingReference.status(content, receiver, emittedAt));
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
        if (pending.kind() == PendingReference.Kind.STATUS) {
            state.progress().books().countWaiting(1);
        }
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
                state.progress().books().countWaiting(-1);
                long identity = TraceId.event(thread.key, waited.ordinal());
                tally.count(Counter.STATUS_BEFORE_DOCUMENT, 1, identity);
                waited.copyTo(status);
                tally.count(facts.report(thread, target, status, waited.from(), waited.emittedAt()), 1, identity);
            }
            case ANSWER -> facts.answer(thread, target, thread.numbered(waited.from()), waited.emittedAt());
            case CONCERN -> facts.concern(thread, target, thread.numbered(waited.from()), waited.emittedAt());
        }
    }
}
