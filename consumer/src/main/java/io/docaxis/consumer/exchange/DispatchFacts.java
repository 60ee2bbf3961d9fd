package io.docaxis.consumer.exchange;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Fact;
import io.docaxis.consumer.state.ThreadState;

/** Makes facts of dispatches out of what was found to belong to them; what fits none is counted. Not thread-safe. */
final class DispatchFacts {

    private final Tally tally;
    private final Dispatches dispatches;
    private final Reports reports;

    DispatchFacts(ExchangeState state, Dispatches dispatches, Reports reports) {
        tally = state.tally();
        this.dispatches = dispatches;
        this.reports = reports;
    }

    /** Adds a status for a receiver of a document; what it counts as. */
    Counter report(ThreadState thread, DocumentState document, StatusReported content, int receiver, long emittedAt) {
        int status = content.status;
        int dispatch = document.dispatchTo(receiver);
        if (dispatch < 0) {
            return Counter.REJECTED_NOT_A_RECEIVER;
        }
        if (emittedAt > dispatches.forgetAt(document, dispatch)) {
            return Counter.UNMATCHED;
        }
        if (document.hasOrdinal(dispatch, content.ordinal)) {
            return Counter.DUPLICATE;
        }
        boolean fromStranger = status == Status.RECALL_REQUESTED && content.reporter != document.sender;
        boolean repeated = status != Status.IN_PROCESS && isReported(document, dispatch, status);
        int code = fromStranger ? Fact.RECALL_BY_STRANGER : status;
        reports.status(content, receiver, emittedAt);
        dispatches.add(thread, document, dispatch, Fact.of(content.occurredAt, content.ordinal, code));
        return repeated ? Counter.REPEATED : Counter.APPLIED;
    }

    private static boolean isReported(DocumentState document, int dispatch, int status) {
        return document.hasCode(dispatch, status)
                || (status == Status.RECALL_REQUESTED && document.hasCode(dispatch, Fact.RECALL_BY_STRANGER));
    }

    /** Adds an answer to the dispatch that it answers, unless it answers none. */
    void answer(ThreadState thread, DocumentState asked, DocumentState answer, long emittedAt) {
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
    void concern(ThreadState thread, DocumentState old, DocumentState by, long emittedAt) {
        boolean matched = false;
        for (int i = 0; i < old.dispatches() && by.sender == old.sender; i++) {
            if (by.dispatchTo(old.receiver(i)) >= 0 && emittedAt <= dispatches.forgetAt(old, i)) {
                matched = true;
                addConcern(thread, old, i, by);
            }
        }
        if (!matched) {
            concernsNothing(thread, by);
        }
    }

    /** A recall, update or replacement concerns nothing that is known. */
    void concernsNothing(ThreadState thread, DocumentState document) {
        trace(Counter.CONCERNS_UNMATCHED, thread, document);
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
}
