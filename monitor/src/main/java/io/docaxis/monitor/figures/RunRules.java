package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.calendar.WorkingTime;
import io.docaxis.common.event.StartMarker;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Deadlines;
import java.util.HashMap;
import java.util.Map;

/** What figures need to know of a run's rules: its calendar, agencies and horizon. Codes of agencies are looked up once. Not thread-safe. */
final class RunRules {

    private static final int UNKNOWN = -1;

    private final RunStarted marker;
    private final Deadlines deadlines;
    private final AgencyCatalogue agencies;
    private final WorkingTime time;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @throws IllegalArgumentException if there can be no such run */
    RunRules(RunStarted marker) {
        this.marker = marker;
        deadlines = StartMarker.deadlines(marker);
        agencies = StartMarker.agencies(marker);
        time = new WorkingTime(deadlines.calendar());
    }

    /** Whether they are those of a start marker. */
    boolean areOf(RunStarted other) {
        return marker.equals(other);
    }

    WorkingCalendar calendar() {
        return deadlines.calendar();
    }

    WorkingTime time() {
        return time;
    }

    long horizonS() {
        return deadlines.rules().horizonS();
    }

    int dayOf(long instant) {
        return Math.toIntExact(deadlines.calendar().dayOf(instant));
    }

    /** The number of the level-1 agency above one, or −1 where there is none of that code. */
    int level1(String code) {
        int number = number(code);
        return number < 0 ? UNKNOWN : agencies.level1(number);
    }

    /** The number of an agency, or −1 where there is none of that code. */
    int number(String code) {
        return numbers.computeIfAbsent(code, agencies::number);
    }
}
