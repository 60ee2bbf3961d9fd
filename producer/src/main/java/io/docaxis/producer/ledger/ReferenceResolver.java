package io.docaxis.producer.ledger;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.Status;
import io.docaxis.common.tally.Counter;

/** Decides what becomes of a reference: a fact of a dispatch, or only a count. Stateless but for the tally it writes. */
final class ReferenceResolver {

    private final ExpectedTallyWriter tally;

    ReferenceResolver(ExpectedTallyWriter tally) {
        this.tally = tally;
    }

    /** Takes a reference that had to wait for the document it is about. */
    void resolveAfterWaiting(DocumentReference reference, ObservedDocument document) {
        if (reference instanceof DocumentReference.Reported reported) {
            tally.count(Counter.STATUS_BEFORE_DOCUMENT, reported.ordinal());
        }
        resolve(reference, document);
    }

    /** Takes a reference to a document that is known. */
    void resolve(DocumentReference reference, ObservedDocument document) {
        if (reference instanceof DocumentReference.Reported reported) {
            takeStatus(reported, document);
        } else if (reference instanceof DocumentReference.Answering answering) {
            takeAnswer(answering, document);
        } else if (reference instanceof DocumentReference.Concerning concerning) {
            takeSuccessor(concerning, document);
        }
    }

    /** Takes a reference whose document never came. */
    void giveUp(DocumentReference reference) {
        if (reference instanceof DocumentReference.Reported reported) {
            tally.count(Counter.UNMATCHED, reported.ordinal());
        } else if (reference instanceof DocumentReference.Answering answering) {
            tally.count(Counter.ANSWER_UNMATCHED, answering.answer().ordinal);
        } else if (reference instanceof DocumentReference.Concerning concerning) {
            tally.count(Counter.CONCERNS_UNMATCHED, concerning.successor().ordinal);
        }
    }

    /** Takes a status about a document that is known; tells whether it became a fact. */
    boolean takeStatus(DocumentReference.Reported status, ObservedDocument document) {
        ObservedDispatch dispatch = document.to(status.receiver());
        if (dispatch == null) {
            tally.count(Counter.REJECTED_NOT_A_RECEIVER, status.ordinal());
            return false;
        }
        if (dispatch.isForgottenAt(status.emittedAt())) {
            tally.count(Counter.UNMATCHED, status.ordinal());
            return false;
        }
        if (dispatch.facts().holdsEvent(status.ordinal())) {
            tally.count(Counter.DUPLICATE, status.ordinal());
            return false;
        }
        boolean repeated =
                status.code() != Status.IN_PROCESS && dispatch.facts().holdsStatus(status.code());
        tally.count(repeated ? Counter.REPEATED : Counter.APPLIED, status.ordinal());
        boolean byStranger = status.code() == Status.RECALL_REQUESTED && status.reporter() != document.sender;
        int code = byStranger ? ObservedFact.STRANGERS_REQUEST : status.code();
        dispatch.add(new ObservedFact(status.occurredAt(), status.ordinal(), code));
        return true;
    }

    /** An answer counts where it comes from a receiver, finds the dispatch not yet forgotten, and goes to the asker. */
    private void takeAnswer(DocumentReference.Answering reference, ObservedDocument asked) {
        ObservedDocument answer = reference.answer();
        ObservedDispatch dispatch = asked.to(answer.sender);
        if (dispatch == null) {
            tally.count(Counter.ANSWER_FROM_STRANGER, answer.ordinal);
        } else if (dispatch.isForgottenAt(answer.emittedAt)) {
            tally.count(Counter.ANSWER_UNMATCHED, answer.ordinal);
        } else if (answer.to(asked.sender) == null) {
            tally.count(Counter.ANSWER_NOT_TO_ASKER, answer.ordinal);
        } else {
            dispatch.add(new ObservedFact(answer.sentAt, answer.ordinal, ObservedFact.ANSWER));
        }
    }

    /** A recall, update or replacement concerns those dispatches of the sender's old document to which it goes too. */
    private void takeSuccessor(DocumentReference.Concerning reference, ObservedDocument old) {
        ObservedDocument successor = reference.successor();
        int concerned = 0;
        for (ObservedDispatch to : successor.dispatches()) {
            ObservedDispatch dispatch = old.to(to.receiver());
            if (successor.sender == old.sender && dispatch != null && !dispatch.isForgottenAt(successor.emittedAt)) {
                concerned++;
                if (successor.business != BusinessType.UPDATE) {
                    dispatch.add(new ObservedFact(
                            successor.sentAt,
                            successor.ordinal,
                            successor.business == BusinessType.RECALL
                                    ? ObservedFact.RECALL_DOCUMENT
                                    : ObservedFact.REPLACED));
                }
            }
        }
        if (concerned == 0) {
            tally.count(Counter.CONCERNS_UNMATCHED, successor.ordinal);
        }
    }
}
