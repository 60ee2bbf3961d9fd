package io.docaxis.producer.ledger;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.Status;
import io.docaxis.common.tally.Counter;

/** Decides what becomes of a claim: a fact of a dispatch, or only a count. Stateless but for the entries it writes. */
final class ClaimJudge {

    private final Entries entries;

    ClaimJudge(Entries entries) {
        this.entries = entries;
    }

    /** Takes a claim that had to wait for the document it is about. */
    void judgeAfterWaiting(Claim claim, ObservedDocument document) {
        if (claim instanceof Claim.Reported reported) {
            entries.count(Counter.STATUS_BEFORE_DOCUMENT, reported.ordinal());
        }
        judge(claim, document);
    }

    /** Takes a claim about a document that is known. */
    void judge(Claim claim, ObservedDocument document) {
        if (claim instanceof Claim.Reported reported) {
            takeStatus(reported, document);
        } else if (claim instanceof Claim.Answering answering) {
            takeAnswer(answering, document);
        } else if (claim instanceof Claim.Concerning concerning) {
            takeSuccessor(concerning, document);
        }
    }

    /** Takes a claim whose document never came. */
    void giveUp(Claim claim) {
        if (claim instanceof Claim.Reported reported) {
            entries.count(Counter.UNMATCHED, reported.ordinal());
        } else if (claim instanceof Claim.Answering answering) {
            entries.count(Counter.ANSWER_UNMATCHED, answering.answer().ordinal);
        } else if (claim instanceof Claim.Concerning concerning) {
            entries.count(Counter.CONCERNS_UNMATCHED, concerning.successor().ordinal);
        }
    }

    /** Takes a status about a document that is known; tells whether it became a fact. */
    boolean takeStatus(Claim.Reported status, ObservedDocument document) {
        ObservedDispatch dispatch = document.to(status.receiver());
        if (dispatch == null) {
            entries.count(Counter.REJECTED_NOT_A_RECEIVER, status.ordinal());
            return false;
        }
        if (dispatch.isForgottenAt(status.emittedAt())) {
            entries.count(Counter.UNMATCHED, status.ordinal());
            return false;
        }
        if (dispatch.facts().holdsEvent(status.ordinal())) {
            entries.count(Counter.DUPLICATE, status.ordinal());
            return false;
        }
        boolean repeated =
                status.code() != Status.IN_PROCESS && dispatch.facts().holdsStatus(status.code());
        entries.count(repeated ? Counter.REPEATED : Counter.APPLIED, status.ordinal());
        boolean byStranger = status.code() == Status.RECALL_REQUESTED && status.reporter() != document.sender;
        int code = byStranger ? Fact.STRANGERS_REQUEST : status.code();
        dispatch.add(new Fact(status.occurredAt(), status.ordinal(), code));
        return true;
    }

    /** An answer counts where it comes from a receiver, finds the dispatch not yet forgotten, and goes to the asker. */
    private void takeAnswer(Claim.Answering claim, ObservedDocument asked) {
        ObservedDocument answer = claim.answer();
        ObservedDispatch dispatch = asked.to(answer.sender);
        if (dispatch == null) {
            entries.count(Counter.ANSWER_FROM_STRANGER, answer.ordinal);
        } else if (dispatch.isForgottenAt(answer.emittedAt)) {
            entries.count(Counter.ANSWER_UNMATCHED, answer.ordinal);
        } else if (answer.to(asked.sender) == null) {
            entries.count(Counter.ANSWER_NOT_TO_ASKER, answer.ordinal);
        } else {
            dispatch.add(new Fact(answer.sentAt, answer.ordinal, Fact.ANSWER));
        }
    }

    /** A recall, update or replacement concerns those dispatches of the sender's old document to which it goes too. */
    private void takeSuccessor(Claim.Concerning claim, ObservedDocument old) {
        ObservedDocument successor = claim.successor();
        int concerned = 0;
        for (ObservedDispatch to : successor.dispatches()) {
            ObservedDispatch dispatch = old.to(to.receiver());
            if (successor.sender == old.sender && dispatch != null && !dispatch.isForgottenAt(successor.emittedAt)) {
                concerned++;
                if (successor.business != BusinessType.UPDATE) {
                    dispatch.add(new Fact(
                            successor.sentAt,
                            successor.ordinal,
                            successor.business == BusinessType.RECALL ? Fact.RECALL_DOCUMENT : Fact.REPLACED));
                }
            }
        }
        if (concerned == 0) {
            entries.count(Counter.CONCERNS_UNMATCHED, successor.ordinal);
        }
    }
}
