package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.tally.proto.Window;
import io.docaxis.monitor.figures.SilentSpell;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which of the windows that a scenario has planted explains what was noticed. An agency's silence or wrong clock explains it first; an outage that holds back
 * what the agency says, too: then nothing is heard of it, and what comes later looks like a clock that is behind. Pure.
 *
 * @param windows as the ledger has them
 * @param utcOffsetS of the run's local time
 */
record WindowMatch(List<Window> windows, int utcOffsetS) {

    private static final AgencyCatalogue LEVEL_1 = AgencyCatalogue.level1();
    private static final long DAY_S = 86_400;

    /** A span of time: from an instant to before another. */
    private record Span(long from, long until) {

        /** For how long both are, seconds; not above 0: never. */
        long shared(Span other) {
            return Math.min(until, other.until) - Math.max(from, other.from);
        }
    }

    WindowMatch {
        windows = List.copyOf(windows);
    }

    /** The window that explains a silence, by its index: it was while the agency was silent, and before that was noticed. */
    OptionalInt ofSilence(SilentSpell spell) {
        return best(Window.Kind.SILENCE, spell.agency(), new Span(spell.from(), spell.seenAt()));
    }

    /** The window that explains that a clock was doubtful on a day, as the agency dates it. */
    OptionalInt ofClock(int agency, int day) {
        long from = day * DAY_S - utcOffsetS;
        return best(Window.Kind.CLOCK, agency, new Span(from, from + DAY_S));
    }

    /** Whether a window is such that it can be noticed at all, and one of these times would be its. */
    boolean isNoticedBySilence(int window, SilentSpell spell) {
        return isOf(windows.get(window), Window.Kind.SILENCE, spell.agency())
                && span(windows.get(window)).shared(new Span(spell.from(), spell.seenAt())) > 0;
    }

    /** The same of a doubtful clock. */
    boolean isNoticedByClock(int window, int agency, int day) {
        long from = day * DAY_S - utcOffsetS;
        return isOf(windows.get(window), Window.Kind.CLOCK, agency)
                && span(windows.get(window)).shared(new Span(from, from + DAY_S)) > 0;
    }

    private OptionalInt best(Window.Kind kind, int agency, Span noticed) {
        OptionalInt own = longest(kind, agency, noticed);
        return own.isPresent() ? own : longest(Window.Kind.OUTAGE, agency, noticed);
    }

    /** Of those that concern the agency, the one that shares most time; the first of equals. */
    private OptionalInt longest(Window.Kind kind, int agency, Span noticed) {
        int best = -1;
        long most = 0;
        for (int i = 0; i < windows.size(); i++) {
            long shared =
                    isOf(windows.get(i), kind, agency) ? span(windows.get(i)).shared(noticed) : 0;
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Of a clock: as the agency dates it. */
    private static Span span(Window window) {
        long aheadS = window.getKind() == Window.Kind.CLOCK ? window.getAheadS() : 0;
        return new Span(window.getFromAt() + aheadS, window.getUntilAt() + aheadS);
    }

    private static boolean isOf(Window window, Window.Kind kind, int agency) {
        if (window.getKind() != kind) {
            return false;
        }
        boolean isAgency = window.getAgency().isEmpty()
                ? kind == Window.Kind.OUTAGE
                : window.getAgency().equals(LEVEL_1.code(agency).value());
        return isAgency && isOfTier(window, agency);
    }

    /** What is held back of lower levels is missed by those above. */
    private static boolean isOfTier(Window window, int agency) {
        return !window.hasTier()
                || window.getTier() > Tier.PROVINCE.ordinal()
                || window.getTier() == LEVEL_1.tier(agency).ordinal();
    }
}
