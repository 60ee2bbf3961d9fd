package io.docaxis.producer.plan;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.producer.scenario.Scenario;

/**
 * Chooses whether a dispatch is asked back, when, and what the receiver says to that: goes over a course that
 * {@link CourseChooser} has chosen. Stateless but for the scenario's settings.
 */
final class RecallChooser {

    private static final int MILLION = 1_000_000;
    private static final int LEAST_WAIT_S = 30 * 60;
    private static final int MOST_CROSSING_S = 60 * 60;

    private final int requestPpm;
    private final int crossingPpm;
    private final Deadlines deadlines;
    private final OfficeClock clock;
    private final OutcomeTimes times;
    private final ReceiverBehaviours receivers;
    private final DispatchRetention retention;
    private final long end;
    /** Office time of the last working day of the period. */
    private final long lastDayOpensAt;

    private final long lastDayClosesAt;

    RecallChooser(
            Scenario scenario, DispatchRetention retention, OfficeClock clock, ReceiverBehaviours receivers, long end) {
        requestPpm = scenario.traffic().threads().recallRequests().recallRequestPpm();
        crossingPpm = scenario.mistakes().inStatuses().recallCrossingPpm();
        this.retention = retention;
        this.clock = clock;
        this.receivers = receivers;
        this.end = end;
        deadlines = retention.deadlines();
        times = new OutcomeTimes(deadlines, clock);
        var calendar = scenario.calendar();
        long lastDay = clock.workingDayUpTo(scenario.period().to().toEpochDay());
        lastDayOpensAt = lastDay == Course.NEVER
                ? Course.NEVER
                : calendar.at(lastDay, calendar.hours().morningOpensS());
        lastDayClosesAt = lastDay == Course.NEVER
                ? 0
                : calendar.at(lastDay, calendar.hours().afternoonClosesS());
    }

    /** The sender of one in this many asks for it back by status 13. */
    void perhapsAskBack(Draws draws, Course course, PlannedDocument document, int receiver) {
        if (draws.chance(requestPpm)) {
            boolean onlySigns = course.signAt != Course.NEVER && course.answeredAt == Course.NEVER;
            if (!onlySigns || !draws.oneIn(2) || !takenBackAtOnce(draws, course, document, receiver)) {
                askBackAfterAll(draws, course, document, receiver);
            }
        }
    }

    /** The sender asks for it back by status 13 on the last working day, if there is time and somebody still minds. */
    void askBackOnLastDay(Draws draws, Course course, PlannedDocument document, int receiver) {
        long from = Math.max(document.sentAt(), lastDayOpensAt);
        if (from >= lastDayClosesAt) {
            return;
        }
        long at = clock.between(from, lastDayClosesAt, draws.fraction());
        boolean answersAfter = course.answeredAt != Course.NEVER && course.answeredAt > at;
        if (!answersAfter && at <= retention.heldUntil(document, course)) {
            course.requestAt = at;
            answer(draws, course, document, receiver);
        }
    }

    /**
     * The sender asks for it back by status 13 while the answering document is on its way: the receiver, having answered,
     * refuses.
     *
     * @return whether it is so
     */
    boolean perhapsCross(Draws draws, Course course, PlannedDocument document, int receiver) {
        if (course.answeredAt >= end || !draws.chance(crossingPpm)) {
            return false;
        }
        long at = course.answeredAt - 1 - draws.below(MOST_CROSSING_S);
        if (at <= document.sentAt() || at > retention.heldUntil(document, course)) {
            return false;
        }
        course.requestAt = at;
        course.requestCrosses = true;
        long deadline = deadlines.answerRecallBy(at);
        long refusedAt = course.answeredAt < deadline
                ? times.onTime(draws, course.answeredAt, deadline)
                : course.answeredAt + LEAST_WAIT_S;
        answerAt(course, document, receiver, refusedAt, false);
        return true;
    }

    /** What the receiver says to a request, whichever way it came. */
    void answer(Draws draws, Course course, PlannedDocument document, int receiver) {
        ReceiverBehaviour behaviour = receivers.of(receiver, document.sentAt());
        var shares = behaviour.recallAnswer();
        int manner = draws.below(MILLION);
        boolean refuses = draws.chance(shares.recallRefusePpm());
        boolean acts = course.signAt != Course.NEVER || course.answeredAt != Course.NEVER;
        if (!acts || manner < shares.recallNeverPpm()) {
            return;
        }
        long deadline = deadlines.answerRecallBy(course.requestAt);
        long at = manner < shares.recallNeverPpm() + shares.recallLatePpm()
                ? times.late(deadline, behaviour.recallLateBy().draw(draws))
                : times.onTime(draws, course.requestAt, deadline);
        answerAt(course, document, receiver, at, !refuses);
    }

    /** Asked back before any sign, and given back in time: nothing is left to acknowledge or answer. */
    private boolean takenBackAtOnce(Draws draws, Course course, PlannedDocument document, int receiver) {
        var shares = receivers.of(receiver, document.sentAt()).recallAnswer();
        long limit = Math.min(retention.acknowledgeBy(document), document.respondBy);
        long half = document.sentAt() + (limit - document.sentAt()) / 2;
        boolean agreesInTime = draws.below(MILLION) >= shares.recallNeverPpm() + shares.recallLatePpm()
                && !draws.chance(shares.recallRefusePpm());
        if (!agreesInTime || half <= document.sentAt()) {
            return false;
        }
        long requestAt = times.onTime(draws, document.sentAt(), half);
        if (requestAt >= end || requestAt > retention.heldUntilAfterArrival(document, course)) {
            return false;
        }
        course.requestAt = requestAt;
        course.clearSigns();
        answerAt(course, document, receiver, times.onTime(draws, requestAt, limit), true);
        return true;
    }

    private void askBackAfterAll(Draws draws, Course course, PlannedDocument document, int receiver) {
        long from = document.sentAt();
        from = course.signAt == Course.NEVER ? from : Math.max(from, course.signAt);
        from = course.answeredAt == Course.NEVER ? from : Math.max(from, course.answeredAt);
        long at = clock.after(from, LEAST_WAIT_S + (2 * clock.dayS() * draws.earlyFraction() >>> 32));
        if (at < end && at <= retention.heldUntil(document, course)) {
            course.requestAt = at;
            answer(draws, course, document, receiver);
        }
    }

    private void answerAt(Course course, PlannedDocument document, int receiver, long at, boolean agrees) {
        long moved = receivers.afterSilence(receiver, at);
        if (moved < end
                && moved <= times.latest(retention.acknowledgeBy(document))
                && moved <= retention.answerHeldUntil(document, course)) {
            course.recallAnsweredAt = moved;
            course.recallAgreed = agrees;
        }
    }
}
