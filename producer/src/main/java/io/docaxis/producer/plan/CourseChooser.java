package io.docaxis.producer.plan;

import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.producer.scenario.Behaviour;
import io.docaxis.producer.scenario.Mistakes;
import io.docaxis.producer.scenario.Scenario;

/**
 * Chooses the course of a dispatch: outcomes first, by the receiver's behaviour, then times that produce them. Its only state is
 * the scenario's settings.
 */
final class CourseChooser {

    private static final int MINUTE_S = 60;
    private static final int HOUR_S = 3600;
    /** Seconds within which 01, a machine's notice, comes. */
    private static final int ARRIVAL_S = 10 * MINUTE_S;
    /** Of answers in time to a document acknowledged in time, one in this many comes at once, without any sign before it. */
    private static final int ANSWERED_AT_ONCE = 16;
    /** Of completions in time, one in this many is the only sign. */
    private static final int COMPLETED_AT_ONCE = 16;
    /** Of those refused, one in this many had been accepted by mistake: the acceptance stands. */
    private static final int ACCEPTED_BEFORE_REFUSAL = 100;

    private final Mistakes.InStatuses mistakes;
    private final Deadlines deadlines;
    private final OfficeClock clock;
    private final OutcomeTimes times;
    private final ReceiverBehaviours receivers;
    private final DispatchRetention retention;
    private final long end;

    CourseChooser(
            Scenario scenario, DispatchRetention retention, OfficeClock clock, ReceiverBehaviours receivers, long end) {
        mistakes = scenario.mistakes().inStatuses();
        this.retention = retention;
        this.clock = clock;
        this.receivers = receivers;
        this.end = end;
        deadlines = retention.deadlines();
        times = new OutcomeTimes(deadlines, clock);
    }

    /**
     * What the receiver does of itself. If it is to answer by a document, it does so before the period ends, even in a silence
     * that outlasts the period or the patience of observers: a document is sent, not reported.
     */
    void choose(Draws draws, Course course, PlannedDocument document, int receiver, boolean answers) {
        ReceiverBehaviour behaviour = receivers.of(receiver, document.sentAt());
        var shares = behaviour.acknowledgement();
        long acknowledgeBy = retention.acknowledgeBy(document);
        int manner = draws.below(1_000_000);
        boolean never = manner < shares.acknowledgeNeverPpm() && !answers;
        boolean late = !never && manner < shares.acknowledgeNeverPpm() + shares.acknowledgeLatePpm();
        if (!never) {
            long at = late
                    ? times.late(acknowledgeBy, behaviour.acknowledgeLateBy().draw(draws))
                    : times.onTime(draws, document.sentAt(), acknowledgeBy);
            course.signAt = notSilent(receiver, at, acknowledgeBy);
        }
        if (draws.chance(shares.arrivalPpm())) {
            long arrival = document.sentAt() + 1 + (ARRIVAL_S * draws.earlyFraction() >>> 32);
            course.arrivedAt = receivers.afterSilence(receiver, Math.min(course.signAt, arrival));
        }
        if (answers) {
            answer(draws, course, document, receiver, behaviour, late);
        }
        if (course.signAt != Course.NEVER) {
            sign(draws, course, document, receiver, behaviour, late, answers);
        }
        course.cut(end);
    }

    private void sign(
            Draws draws,
            Course course,
            PlannedDocument document,
            int receiver,
            ReceiverBehaviour behaviour,
            boolean late,
            boolean answers) {
        boolean refuses = draws.chance(behaviour.acknowledgement().refusePpm()) && !answers;
        if (refuses) {
            refuse(draws, course, document, receiver, behaviour);
            return;
        }
        course.signCode =
                draws.chance(behaviour.acknowledgement().withoutAcceptancePpm()) ? Status.IN_PROCESS : Status.ACCEPTED;
        if (document.asksForResponse()
                && !answers
                && draws.chance(behaviour.response().respondByCompletionPpm())) {
            complete(draws, course, document, receiver, behaviour, late);
        }
        if (course.signCode != Status.COMPLETED) {
            process(draws, course, document, receiver, behaviour.processing(), answers);
        }
    }

    private void refuse(
            Draws draws, Course course, PlannedDocument document, int receiver, ReceiverBehaviour behaviour) {
        course.signCode = Status.REFUSED;
        if (document.asksForResponse() && draws.chance(behaviour.response().respondLatePpm())) {
            long at = times.late(document.respondBy, behaviour.respondLateBy().draw(draws));
            course.signCode = Status.IN_PROCESS;
            course.refusedAt = notSilent(receiver, Math.max(at, course.signAt + 1), document.respondBy);
        } else if (draws.oneIn(ACCEPTED_BEFORE_REFUSAL)) {
            course.signCode = Status.ACCEPTED;
            course.refusedAt = later(draws, receiver, course.signAt, 10 * MINUTE_S, 4 * HOUR_S);
        }
    }

    private void complete(
            Draws draws,
            Course course,
            PlannedDocument document,
            int receiver,
            ReceiverBehaviour behaviour,
            boolean late) {
        boolean tooLate = draws.chance(behaviour.response().respondLatePpm()) || course.signAt >= document.respondBy;
        if (!tooLate && !late && draws.oneIn(COMPLETED_AT_ONCE)) {
            course.signCode = Status.COMPLETED;
            return;
        }
        long at = tooLate
                ? times.late(document.respondBy, behaviour.respondLateBy().draw(draws))
                : times.onTime(draws, course.signAt, document.respondBy);
        course.completedAt = notSilent(receiver, Math.max(at, course.signAt + 1), document.respondBy);
    }

    private void process(
            Draws draws,
            Course course,
            PlannedDocument document,
            int receiver,
            Behaviour.Processing shares,
            boolean answers) {
        long at = course.signAt;
        long until = course.respondedAt();
        boolean accepted = course.signCode == Status.ACCEPTED;
        if (accepted && draws.chance(mistakes.repeatedStatusPpm())) {
            course.acceptedAgainAt = later(draws, receiver, at, MINUTE_S, HOUR_S);
        }
        if (accepted && draws.chance(mistakes.lateRefusalPpm())) {
            course.refusedAt = later(draws, receiver, at, 10 * MINUTE_S, clock.dayS());
        }
        if (accepted && draws.chance(shares.assignPpm())) {
            at = later(draws, receiver, at, 5 * MINUTE_S, 2 * HOUR_S);
            course.assignedAt = at < until ? at : Course.NEVER;
        }
        boolean processed = !accepted;
        if (accepted && draws.chance(shares.processPpm())) {
            at = later(draws, receiver, at, 10 * MINUTE_S, clock.dayS());
            course.processedAt = at < until ? at : Course.NEVER;
            processed = true;
        }
        if (processed && draws.chance(shares.processAgainPpm())) {
            at = later(draws, receiver, at, HOUR_S, 2 * clock.dayS());
            course.processedAgainAt = at < until ? at : Course.NEVER;
        }
        if (!document.asksForResponse() && !answers && draws.chance(shares.completePpm())) {
            course.completedAt = later(draws, receiver, at, HOUR_S, 2 * clock.dayS());
        }
    }

    private void answer(
            Draws draws,
            Course course,
            PlannedDocument document,
            int receiver,
            ReceiverBehaviour behaviour,
            boolean late) {
        long sentAt = document.sentAt();
        long at;
        if (!document.asksForResponse()) {
            at = withoutDueDate(draws, course, sentAt);
        } else if (draws.chance(behaviour.response().respondLatePpm())) {
            at = times.late(document.respondBy, behaviour.respondLateBy().draw(draws));
        } else if (!late && draws.oneIn(ANSWERED_AT_ONCE)) {
            at = times.onTime(draws, sentAt, Math.min(retention.acknowledgeBy(document), document.respondBy));
            course.signAt = Course.NEVER;
        } else {
            at = times.onTime(draws, course.signAt < document.respondBy ? course.signAt : sentAt, document.respondBy);
        }
        if (late && document.asksForResponse() && draws.oneIn(2)) {
            course.signAt = Course.NEVER;
        }
        long moved = receivers.afterSilence(receiver, at);
        boolean waitedFor = document.asksForResponse() && moved <= times.latest(document.respondBy);
        course.answeredAt = moved < end && waitedFor ? moved : at;
        if (course.answeredAt >= end) {
            long from = course.signAt < end - 1 ? course.signAt : sentAt;
            course.answeredAt = from < end - 1 ? clock.between(from, end - 1, draws.fraction()) : end - 1;
        }
        beforeItIsForgotten(draws, course, document);
        if (course.signAt > course.answeredAt) {
            course.signAt = Course.NEVER;
        }
    }

    private long withoutDueDate(Draws draws, Course course, long sentAt) {
        long from = acknowledged(course, sentAt);
        long horizonS = deadlines.rules().horizonS();
        long at = clock.after(from, HOUR_S + (2 * clock.dayS() * draws.fraction() >>> 32));
        return at < from + horizonS ? at : from + 1 + draws.below((int) Math.min(HOUR_S, horizonS));
    }

    /** Nobody waits for an answer that is not asked for: it comes while the document is still remembered. */
    private void beforeItIsForgotten(Draws draws, Course course, PlannedDocument document) {
        long answeredAt = course.answeredAt;
        course.answeredAt = Course.NEVER;
        long last = Math.min(retention.heldUntil(document, course), end - 1);
        long from = acknowledged(course, document.sentAt());
        course.answeredAt =
                answeredAt <= last ? answeredAt : from < last ? clock.between(from, last, draws.fraction()) : last;
    }

    /** When a receiver that answers has acknowledged, if it does before the period ends. */
    private long acknowledged(Course course, long sentAt) {
        long acknowledgedAt = course.acknowledgedAt(deadlines.rules());
        return acknowledgedAt < end ? acknowledgedAt : sentAt;
    }

    /** Some office time later; not in a silence. */
    private long later(Draws draws, int receiver, long from, int leastS, int mostS) {
        if (from >= end) {
            return Course.NEVER;
        }
        return receivers.afterSilence(
                receiver, clock.after(from, leastS + ((mostS - leastS) * draws.earlyFraction() >>> 32)));
    }

    /** Not in a silence: after it, unless it lasts so long that nobody waits any more. */
    private long notSilent(int receiver, long at, long deadline) {
        long moved = receivers.afterSilence(receiver, at);
        return moved == at || moved <= times.latest(deadline) ? moved : Course.NEVER;
    }
}
