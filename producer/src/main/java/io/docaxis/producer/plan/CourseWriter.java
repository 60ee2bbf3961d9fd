package io.docaxis.producer.plan;

import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;

/**
 * Writes chosen courses down: the events that make them happen, and the outcomes they were chosen for. Stateless but for its
 * settings.
 */
final class CourseWriter {

    private final DispatchRetention retention;
    private final Deadlines deadlines;
    private final long end;

    CourseWriter(DispatchRetention retention, long end) {
        this.retention = retention;
        this.end = end;
        deadlines = retention.deadlines();
    }

    /** Writes one dispatch, all but its answering document. */
    void write(ThreadPlan plan, PlannedDocument document, int receiver, Course course) {
        course.cut(end);
        course.forget(retention.heldUntil(document, course));
        status(plan, document, receiver, Status.ARRIVED, course.arrivedAt);
        status(plan, document, receiver, course.signCode, course.signAt);
        status(plan, document, receiver, Status.ACCEPTED, course.acceptedAgainAt);
        status(plan, document, receiver, Status.ASSIGNED, course.assignedAt);
        status(plan, document, receiver, Status.IN_PROCESS, course.processedAt);
        status(plan, document, receiver, Status.IN_PROCESS, course.processedAgainAt);
        status(plan, document, receiver, Status.COMPLETED, course.completedAt);
        status(plan, document, receiver, Status.REFUSED, course.refusedAt);
        status(plan, document, receiver, Status.RECALL_AGREED, course.agreedUnaskedAt);
        recall(plan, document, receiver, course);
        observe(plan, course);
        conclude(plan, document, receiver, course);
    }

    /** Writes whether the document was sent in time. */
    void writeSending(ThreadPlan plan, PlannedDocument document) {
        long signedAt = document.content.signedAt;
        if (signedAt == 0) {
            plan.observe(Counter.NOT_SIGNED);
        } else if (signedAt > document.sentAt()) {
            plan.observe(Counter.SIGNED_AFTER_SENT);
        } else {
            conclude(
                    plan.addConclusion(document).obligation(Obligation.SEND, ObligationId.NO_RECEIVER, dayOf(signedAt)),
                    deadlines.sendBy(signedAt, document.urgency()),
                    document.sentAt(),
                    Course.NEVER);
        }
    }

    private void recall(ThreadPlan plan, PlannedDocument document, int receiver, Course course) {
        if (!course.requestedByDocument && course.requestAt != Course.NEVER) {
            status(plan, document, receiver, Status.RECALL_REQUESTED, course.requestAt).reporter = document.sender();
        }
        int answer = course.recallAgreed ? Status.RECALL_AGREED : Status.RECALL_REFUSED;
        status(plan, document, receiver, answer, course.recallAnsweredAt);
    }

    private static void observe(ThreadPlan plan, Course course) {
        if (course.acceptedAgainAt != Course.NEVER) {
            plan.observe(Counter.REPEATED);
            plan.mistake(Counter.PLANTED_REPEATED_STATUS, course.acceptedAgainAt);
        }
        if (course.refusalAt() != Course.NEVER) {
            plan.observe(Counter.REFUSED);
        } else if (course.refusedAt != Course.NEVER) {
            plan.observe(Counter.REFUSED_AFTER_ACCEPTANCE);
            plan.mistake(Counter.PLANTED_LATE_REFUSAL, course.refusedAt);
        }
        if (course.requestAt != Course.NEVER) {
            plan.observe(Counter.RECALLED);
            if (course.requestCrosses) {
                plan.mistake(Counter.PLANTED_RECALL_CROSSING, course.requestAt);
            }
        }
        if (course.agreedUnaskedAt != Course.NEVER) {
            plan.observe(Counter.RECALL_ANSWER_WITHOUT_REQUEST);
        }
    }

    private void conclude(ThreadPlan plan, PlannedDocument document, int receiver, Course course) {
        boolean settled = conclude(
                plan.addConclusion(document).obligation(Obligation.ACKNOWLEDGE, receiver, dayOf(document.sentAt())),
                retention.acknowledgeBy(document),
                course.acknowledgedAt(deadlines.rules()),
                course.agreedAt());
        if (document.asksForResponse()) {
            settled &= conclude(
                    plan.addConclusion(document).obligation(Obligation.RESPOND, receiver, dayOf(document.sentAt())),
                    document.respondBy,
                    course.respondedAt(),
                    course.releasedAt());
        }
        if (course.requestAt != Course.NEVER) {
            settled &= conclude(
                    plan.addConclusion(document)
                            .obligation(Obligation.ANSWER_RECALL, receiver, dayOf(course.requestAt)),
                    deadlines.answerRecallBy(course.requestAt),
                    course.recallAnsweredAt,
                    Course.NEVER);
        }
        if (settled) {
            plan.observe(Counter.SETTLED);
        }
    }

    /** Says what became of an obligation, and whether it is closed. */
    private boolean conclude(Conclusion obligation, long deadline, long fulfilledAt, long endedAt) {
        long closedAt = Math.min(fulfilledAt, endedAt);
        boolean closed = closedAt != Course.NEVER;
        long latenessS = closed ? Math.max(0, closedAt - deadline) : 0;
        Outcome outcome;
        if (!closed) {
            outcome = deadline < end ? Outcome.OVERDUE : Outcome.OPEN;
        } else if (latenessS > 0) {
            outcome = Outcome.LATE;
        } else {
            outcome = fulfilledAt <= endedAt ? Outcome.ON_TIME : Outcome.VOIDED;
        }
        obligation.outcome(outcome, deadline, latenessS);
        return closed;
    }

    private long dayOf(long instant) {
        return deadlines.calendar().dayOf(instant);
    }

    private PlannedEvent status(ThreadPlan plan, PlannedDocument document, int receiver, int code, long at) {
        return at == Course.NEVER ? null : plan.addEvent(code, document.number(), receiver, at);
    }
}
