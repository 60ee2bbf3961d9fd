package io.docaxis.simulator;

import io.docaxis.common.calendar.DateOutsideCalendarException;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws instants at which rules change their mind: deadlines, horizons, ends; and the seconds around them. */
final class Moments {

    private static final int DAY_S = 86_400;

    private final Deadlines deadlines;
    private final long startsAt;
    private final long endsAt;
    private final long lastAt;
    private final RandomGenerator random;

    Moments(Deadlines deadlines, long startsAt, long endsAt, long lastAt, RandomGenerator random) {
        this.deadlines = deadlines;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.lastAt = lastAt;
        this.random = random;
    }

    static String text(long instant) {
        return LocalDateTime.ofEpochSecond(instant, 0, ZoneOffset.ofHours(7)).toString();
    }

    /** When a source can emit. */
    long emittable(long instant) {
        return Math.max(startsAt, Math.min(lastAt, instant));
    }

    /** A time that has to do with what happens in the thread. */
    long about(List<Mail> thread) {
        if (random.nextInt(25) == 0) {
            return atTheEdge();
        }
        long instant = thread.get(random.nextInt(thread.size())).occurredAt();
        for (int steps = random.nextInt(3); steps > 0; steps--) {
            instant = step(instant);
        }
        return instant + (random.nextInt(3) == 0 ? random.nextInt(-1, 2) : 0);
    }

    /** A span of seconds: small, up to days, about a horizon, up to eighty days. */
    long span() {
        long horizonS = deadlines.rules().horizonS();
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(60);
            case 1 -> random.nextInt(DAY_S);
            case 2 -> random.nextLong(horizonS);
            case 3 -> horizonS + random.nextInt(-2, 3);
            case 4 -> horizonS / 2 + random.nextLong(horizonS);
            default -> random.nextLong(80L * DAY_S);
        };
    }

    /** Where the period, the calendar or the drain ends, or what urgent documents have until then. */
    private long atTheEdge() {
        var calendar = deadlines.calendar();
        return switch (random.nextInt(5)) {
            case 0 -> endsAt + random.nextInt(-1, 1);
            case 1 -> endsAt - deadlines.rules().urgentS();
            case 2 -> calendar.at(calendar.firstDay(), 0) + random.nextInt(-1, 1);
            case 3 -> calendar.at(calendar.lastDay() + 1, 0) + random.nextInt(-1, 1);
            default -> lastAt;
        };
    }

    private long step(long instant) {
        long horizonS = deadlines.rules().horizonS();
        try {
            return switch (random.nextInt(7)) {
                case 0 -> instant + horizonS;
                case 1 -> deadlines.acknowledgeBy(instant, Urgency.of(random.nextInt(4)));
                case 2 -> deadlines.answerRecallBy(instant);
                case 3 -> deadlines.finalAt(instant) == Deadlines.NEVER ? instant : deadlines.finalAt(instant);
                case 4 -> instant - horizonS;
                case 5 -> instant + random.nextInt(DAY_S);
                default -> deadlines.respondBy(deadlines.calendar().dayOf(instant) + random.nextInt(10));
            };
        } catch (DateOutsideCalendarException e) {
            return instant;
        }
    }
}
