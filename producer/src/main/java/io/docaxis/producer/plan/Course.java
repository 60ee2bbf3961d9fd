package io.docaxis.producer.plan;

import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Rules;

/**
 * What is to happen to one dispatch, and when: the plan's choices, before a single event exists. Epoch seconds;
 * {@link #NEVER} where a thing is not to happen. A <em>sign</em> is what the receiver shows of itself first; with signatures it has
 * nothing to do. Reused from dispatch to dispatch. Not thread-safe.
 */
final class Course {

    /** Later than any time, and safe to add to. */
    static final long NEVER = Long.MAX_VALUE / 4;

    /** 01. */
    long arrivedAt;
    /** The receiver's first sign: 02, 03, 05 or 06. */
    int signCode;

    long signAt;
    /** 03 once more. */
    long acceptedAgainAt;
    /** 04. */
    long assignedAt;
    /** 05, and again. */
    long processedAt;

    long processedAgainAt;
    /** 06, after another sign. */
    long completedAt;
    /** 02, after another sign. */
    long refusedAt;
    /** The answering document of this receiver. */
    long answeredAt;
    /** 13, or the recall document. */
    long requestAt;

    boolean requestedByDocument;
    /** The request was made before the answering document, and seen after it. */
    boolean requestCrosses;
    /** 15 or 16 to the request. */
    long recallAnsweredAt;

    boolean recallAgreed;
    /** A replacement that goes to this receiver. */
    long replacedAt;
    /** 15 though nothing was asked back. */
    long agreedUnaskedAt;

    void clear() {
        arrivedAt = NEVER;
        signCode = Status.ACCEPTED;
        requestedByDocument = false;
        requestCrosses = false;
        requestAt = NEVER;
        replacedAt = NEVER;
        answeredAt = NEVER;
        clearRecallAnswer();
        clearSigns();
    }

    /** Whatever the receiver would do of itself, it does not. */
    void clearSigns() {
        signAt = NEVER;
        acceptedAgainAt = NEVER;
        assignedAt = NEVER;
        processedAt = NEVER;
        processedAgainAt = NEVER;
        completedAt = NEVER;
        refusedAt = NEVER;
        agreedUnaskedAt = NEVER;
    }

    void clearRecallAnswer() {
        recallAnsweredAt = NEVER;
        recallAgreed = false;
    }

    /** Nothing occurs at or after the period's end, and the receiver does nothing more about what it gave back. */
    void cut(long end) {
        requestAt = before(end, requestAt);
        replacedAt = before(end, replacedAt);
        recallAnsweredAt = requestAt == NEVER ? NEVER : before(end, recallAnsweredAt);
        long stopAt = Math.min(end, agreedAt());
        arrivedAt = before(stopAt, arrivedAt);
        signAt = before(stopAt, signAt);
        acceptedAgainAt = before(stopAt, acceptedAgainAt);
        agreedUnaskedAt = before(stopAt, agreedUnaskedAt);
        answeredAt = before(stopAt, answeredAt);
        stopAt = Math.min(stopAt, replacedAt);
        assignedAt = before(stopAt, assignedAt);
        processedAt = before(stopAt, processedAt);
        processedAgainAt = before(stopAt, processedAgainAt);
        completedAt = before(stopAt, completedAt);
        refusedAt = before(stopAt, refusedAt);
    }

    /** What would come after everybody has forgotten the dispatch is left out; nothing of that closes an obligation. */
    void forget(long heldUntil) {
        arrivedAt = upTo(heldUntil, arrivedAt);
        signAt = upTo(heldUntil, signAt);
        acceptedAgainAt = upTo(heldUntil, acceptedAgainAt);
        agreedUnaskedAt = upTo(heldUntil, agreedUnaskedAt);
        assignedAt = upTo(heldUntil, assignedAt);
        processedAt = upTo(heldUntil, processedAt);
        processedAgainAt = upTo(heldUntil, processedAgainAt);
        completedAt = upTo(heldUntil, completedAt);
        refusedAt = upTo(heldUntil, refusedAt);
    }

    /** When <em>acknowledge</em> is fulfilled. */
    long acknowledgedAt(Rules rules) {
        long at = Math.min(signAt, answeredAt);
        return rules.arrivalAcknowledges() ? Math.min(at, arrivedAt) : at;
    }

    /** When <em>respond</em> is fulfilled. */
    long respondedAt() {
        return Math.min(answeredAt, signCode == Status.COMPLETED ? signAt : completedAt);
    }

    /** When <em>respond</em> ceases otherwise. */
    long releasedAt() {
        return Math.min(Math.min(refusalAt(), replacedAt), agreedAt());
    }

    /** When the receiver takes leave of the document: an acceptance before stands. */
    long refusalAt() {
        if (signAt != NEVER && signCode == Status.ACCEPTED) {
            return NEVER;
        }
        return signCode == Status.REFUSED ? signAt : refusedAt;
    }

    long agreedAt() {
        return recallAgreed ? recallAnsweredAt : NEVER;
    }

    private static long upTo(long last, long at) {
        return at <= last ? at : NEVER;
    }

    private static long before(long stop, long at) {
        return at < stop ? at : NEVER;
    }
}
