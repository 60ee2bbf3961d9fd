package io.docaxis.consumer.conclusion;

import io.docaxis.common.event.Status;
import io.docaxis.consumer.state.DispatchRows;
import io.docaxis.consumer.state.Fact;

/**
 * What the facts of one dispatch say, folded in their order: when what first happened, and how often what does not count
 * happened. Filled again and again; no allocation. Not thread-safe.
 */
final class History {

    /** It has not happened. */
    static final long NEVER = Long.MAX_VALUE;

    long acknowledgedAt;
    long respondedAt;
    /** The refusal that stands: 02 without 03 before it. */
    long refusedAt;

    long replacedAt;
    long requestedAt;
    /** The first 15 or 16 after the request. */
    long recallAnsweredAt;
    /** The same, if it was 15. */
    long recallAgreedAt;

    boolean anyRefusal;
    boolean anyAcceptance;
    int furtherRequests;
    int requestsByStrangers;
    int answersWithoutRequest;

    /**
     * Reads the facts of a dispatch.
     *
     * @param concluded only those that were concluded
     * @param arrivalAcknowledges whether 01 fulfils <em>acknowledge</em>
     * @param recallable false for a recall document, which nobody can ask back
     */
    void fold(DispatchRows rows, int dispatch, boolean concluded, boolean arrivalAcknowledges, boolean recallable) {
        clear();
        int count = rows.facts(dispatch);
        for (int i = 0; i < count; i++) {
            long fact = rows.fact(dispatch, i);
            if (concluded && Fact.isUnconcluded(fact)) {
                continue;
            }
            take(Fact.code(fact), Fact.occurredAt(fact), arrivalAcknowledges, recallable);
        }
    }

    private void clear() {
        acknowledgedAt = NEVER;
        respondedAt = NEVER;
        refusedAt = NEVER;
        replacedAt = NEVER;
        requestedAt = NEVER;
        recallAnsweredAt = NEVER;
        recallAgreedAt = NEVER;
        anyRefusal = false;
        anyAcceptance = false;
        furtherRequests = 0;
        requestsByStrangers = 0;
        answersWithoutRequest = 0;
    }

    private void take(int code, long at, boolean arrivalAcknowledges, boolean recallable) {
        switch (code) {
            case Status.ARRIVED -> {
                if (arrivalAcknowledges) {
                    acknowledged(at);
                }
            }
            case Status.REFUSED -> {
                if (!anyAcceptance && !anyRefusal) {
                    refusedAt = at;
                }
                anyRefusal = true;
                acknowledged(at);
            }
            case Status.ACCEPTED -> {
                anyAcceptance = true;
                acknowledged(at);
            }
            case Status.ASSIGNED, Status.IN_PROCESS -> acknowledged(at);
            case Status.COMPLETED, Fact.ANSWER -> {
                acknowledged(at);
                respondedAt = Math.min(respondedAt, at);
            }
            case Fact.REPLACED -> replacedAt = Math.min(replacedAt, at);
            case Status.RECALL_REQUESTED, Fact.RECALL_DOCUMENT -> {
                if (recallable) {
                    requested(at);
                }
            }
            case Status.RECALL_AGREED, Status.RECALL_REFUSED -> recallAnswered(at, code == Status.RECALL_AGREED);
            case Fact.RECALL_BY_STRANGER -> requestsByStrangers++;
            default -> throw new IllegalStateException("a fact of code " + code);
        }
    }

    private void acknowledged(long at) {
        acknowledgedAt = Math.min(acknowledgedAt, at);
    }

    private void requested(long at) {
        if (requestedAt == NEVER) {
            requestedAt = at;
        } else {
            furtherRequests++;
        }
    }

    private void recallAnswered(long at, boolean agreed) {
        if (requestedAt == NEVER || recallAnsweredAt != NEVER) {
            answersWithoutRequest++;
            return;
        }
        recallAnsweredAt = at;
        if (agreed) {
            recallAgreedAt = at;
        }
    }
}
