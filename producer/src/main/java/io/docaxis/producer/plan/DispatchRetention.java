package io.docaxis.producer.plan;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;

/**
 * Until when a dispatch is remembered, by what closes its obligations: whatever adds an event to a course asks here whether anybody
 * would still know what it is about. Works on times that the plan chose, and on the deadlines that planner and observer share. Immutable.
 */
final class DispatchRetention {

    private final Deadlines deadlines;
    private final Rules rules;

    DispatchRetention(Deadlines deadlines) {
        this.deadlines = deadlines;
        rules = deadlines.rules();
    }

    Deadlines deadlines() {
        return deadlines;
    }

    long acknowledgeBy(PlannedDocument document) {
        return deadlines.acknowledgeBy(document.sentAt(), document.urgency());
    }

    /**
     * The last moment at which a status or an answer is sure to find the dispatch. What recall requests add is left out: the
     * duty to answer them only makes it longer.
     */
    long heldUntil(PlannedDocument document, Course course) {
        return heldUntil(
                document,
                Math.min(course.acknowledgedAt(rules), course.agreedAt()),
                Math.min(course.respondedAt(), course.releasedAt()));
    }

    /** The same of a course in which a machine's notice is all that the receiver says. */
    long heldUntilAfterArrival(PlannedDocument document, Course course) {
        return heldUntil(document, rules.arrivalAcknowledges() ? course.arrivedAt : Course.NEVER, Course.NEVER);
    }

    /** The last moment at which the answer to the course's request is sure to find the dispatch. */
    long answerHeldUntil(PlannedDocument document, Course course) {
        return Math.max(heldUntil(document, course), deadlines.finalAt(deadlines.answerRecallBy(course.requestAt)));
    }

    /**
     * An open obligation is remembered until it is final, one that closed for a horizon; and what comes when both are
     * forgotten closes nothing any more.
     */
    private long heldUntil(PlannedDocument document, long acknowledgedAt, long respondedAt) {
        long acknowledge = deadlines.finalAt(acknowledgeBy(document));
        if (!document.asksForResponse()) {
            return closed(acknowledgedAt, acknowledge, acknowledge);
        }
        long respond = deadlines.finalAt(document.respondBy);
        if (acknowledgedAt <= respondedAt) {
            acknowledge = closed(acknowledgedAt, acknowledge, Math.max(acknowledge, respond));
            respond = closed(respondedAt, respond, Math.max(acknowledge, respond));
        } else {
            respond = closed(respondedAt, respond, Math.max(acknowledge, respond));
            acknowledge = closed(acknowledgedAt, acknowledge, Math.max(acknowledge, respond));
        }
        return Math.max(acknowledge, respond);
    }

    /** Until when an obligation keeps its dispatch in mind. */
    private long closed(long closedAt, long openUntil, long heldUntil) {
        return closedAt == Course.NEVER || closedAt > heldUntil ? openUntil : closedAt + rules.horizonS();
    }
}
