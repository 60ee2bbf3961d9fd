package io.docaxis.producer.plan;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Traffic;

/** When a document was signed, given when it is sent: sets the outcome of <em>send</em>. Immutable. */
final class SigningTimes {

    /** One in this many is signed the working day before, the others some time before sending. */
    private static final int DAY_BEFORE = 4;

    private static final int HOURS_BEFORE_S = 4 * 3600;

    private final Traffic.Signing signing;
    private final DurationDistribution lateBy;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final OfficeClock clock;
    private final int dueSecond;

    SigningTimes(Traffic.Signing signing, Deadlines deadlines, OfficeClock clock) {
        this.signing = signing;
        this.deadlines = deadlines;
        this.clock = clock;
        lateBy = new DurationDistribution(signing.lateBy());
        calendar = deadlines.calendar();
        var hours = calendar.hours();
        dueSecond = deadlines.rules().sendByEndOfDay() ? hours.afternoonClosesS() : hours.morningClosesS();
    }

    /** 0: not signed. */
    long draw(Draws draws, long sentAt, Urgency urgency) {
        if (draws.chance(signing.notSignedPpm())) {
            return 0;
        }
        if (draws.chance(signing.signedAfterSentPpm())) {
            return sentAt + 1 + draws.below(HOURS_BEFORE_S);
        }
        if (draws.chance(signing.latePpm())) {
            long late = late(draws, sentAt, urgency, Math.max(1, lateBy.draw(draws)));
            if (late != Course.NEVER) {
                return late;
            }
        }
        return onTime(draws, sentAt, urgency);
    }

    /**
     * Signed so that sending is late by so much; without a mark of urgency, deadlines are at one time of day, so that it is
     * late by that or up to the next such time more. {@link Course#NEVER} if the calendar does not reach back so far.
     */
    long late(Draws draws, long sentAt, Urgency urgency, long byS) {
        if (urgency != Urgency.NORMAL) {
            long at = sentAt - byS - (deadlines.sendBy(sentAt, urgency) - sentAt);
            return calendar.knows(calendar.dayOf(at)) ? at : Course.NEVER;
        }
        long dueOn = clock.workingDayUpTo(calendar.dayOf(sentAt - byS - dueSecond));
        if (dueOn == Course.NEVER) {
            return Course.NEVER;
        }
        long signedOn = clock.workingDayUpTo(dueOn - 1);
        if (signedOn == Course.NEVER) {
            signedOn = dueOn - 1;
        }
        return calendar.knows(signedOn) ? calendar.at(signedOn, officeSecond(draws)) : Course.NEVER;
    }

    private long onTime(Draws draws, long sentAt, Urgency urgency) {
        if (urgency != Urgency.NORMAL) {
            long allowed = deadlines.sendBy(sentAt, urgency) - sentAt;
            long at = sentAt - (allowed * draws.earlyFraction() >>> 32);
            return calendar.knows(calendar.dayOf(at)) ? at : sentAt;
        }
        long today = calendar.dayOf(sentAt);
        long at = sentAt - 60 - (HOURS_BEFORE_S * draws.earlyFraction() >>> 32);
        if (draws.oneIn(DAY_BEFORE)) {
            long dayBefore = clock.workingDayUpTo(today - 1);
            if (dayBefore != Course.NEVER) {
                at = calendar.at(dayBefore, officeSecond(draws));
            }
        }
        boolean inTime = calendar.knows(calendar.dayOf(at)) && deadlines.sendBy(at, urgency) >= sentAt;
        return inTime ? at : Math.max(calendar.at(today, 0), sentAt - 60);
    }

    private int officeSecond(Draws draws) {
        return calendar.hours().secondOfDay(draws.below(clock.dayS()));
    }
}
