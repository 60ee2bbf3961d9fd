package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.producer.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What must hold between the keys of a scenario; what a single value may be, its format has said already. A check is left out
 * where one of its keys was refused: one mistake, one line.
 */
final class ScenarioChecks {

    private static final int DAY_S = 86_400;

    private final Values root;
    private final Values period;

    private ScenarioChecks(Values root) {
        this.root = root;
        this.period = root.get(ScenarioKeys.PERIOD);
    }

    /**
     * Notes all that is wrong.
     *
     * @param calendar null if there is none
     * @param agencies null if there are none
     */
    static void check(Values root, WorkingCalendar calendar, AgencyCatalogue agencies) {
        ScenarioChecks checks = new ScenarioChecks(root);
        DayRangeChecks.checkOrder(checks.period, TimeKeys.PERIOD_FROM, TimeKeys.PERIOD_TO);
        checks.checkLength(root.get(ScenarioKeys.DISTURBANCES));
        checkRules(root.get(ScenarioKeys.RULES));
        ShapeChecks.check(root.get(ScenarioKeys.SHAPE), checks.period, calendar);
        ShareChecks.check(root);
        if (agencies != null) {
            checks.checkReceivers(agencies.size() - 1);
        }
        checks.checkExceptions();
        checks.checkDisturbances(root.get(ScenarioKeys.DISTURBANCES));
    }

    private void checkLength(Values disturbances) {
        if (!period.areSound(TimeKeys.PERIOD_FROM, TimeKeys.PERIOD_TO)
                || !disturbances.areSound(DisturbanceKeys.DRAIN)) {
            return;
        }
        LocalDate to = period.get(TimeKeys.PERIOD_TO);
        long drainDays = (disturbances.get(DisturbanceKeys.DRAIN) + DAY_S - 1) / DAY_S;
        LocalDate last = period.get(TimeKeys.PERIOD_FROM).plusDays(Scenario.MOST_DAYS - drainDays - 1);
        if (to.isAfter(last)) {
            period.at(TimeKeys.PERIOD_TO)
                    .refuse(
                            to.toString(),
                            "up to " + last + ": with the drain of " + drainDays + " days at most " + Scenario.MOST_DAYS
                                    + " days");
        }
    }

    private static void checkRules(Values rules) {
        if (!rules.areSound(TimeKeys.HORIZON, TimeKeys.FINAL_AFTER)) {
            return;
        }
        int horizonDays = (rules.get(TimeKeys.HORIZON) - 1) / DAY_S + 1;
        // a deed that is as late as may be, its delivery as slow as may be, and a long weekend or two
        int least = 2 * horizonDays + 10;
        int finalAfterDays = rules.get(TimeKeys.FINAL_AFTER);
        if (finalAfterDays < least) {
            rules.at(TimeKeys.FINAL_AFTER)
                    .refuse(
                            Integer.toString(finalAfterDays),
                            least + " or more with a horizon of " + horizonDays
                                    + " days: what is late must still be heard of");
        }
    }

    private void checkReceivers(int most) {
        Values threads = root.get(ScenarioKeys.THREADS);
        checkFanOut(root, TrafficKeys.FAN_OUT, most);
        checkFanOut(threads, TrafficKeys.QUESTION_FAN_OUT, most);
        if (root.areSound(TrafficKeys.FAN_OUT) && threads.areSound(TrafficKeys.QUESTION_FAN_OUT)) {
            int largest = Math.max(
                    root.get(TrafficKeys.FAN_OUT).lastKey(),
                    threads.get(TrafficKeys.QUESTION_FAN_OUT).lastKey());
            checkVolume(root.get(ScenarioKeys.VOLUME), Math.min(most, largest));
        }
    }

    private static void checkFanOut(Values values, Key<SortedMap<Integer, Integer>> key, int most) {
        if (values.areSound(key) && values.get(key).lastKey() > most) {
            values.at(key)
                    .refuse(
                            values.get(key).lastKey() + " receivers",
                            "up to " + most + ", all agencies but the sender");
        }
    }

    private static void checkVolume(Values volume, int most) {
        if (!volume.areSound(TrafficKeys.DOCUMENTS, TrafficKeys.DISPATCHES)) {
            return;
        }
        long documents = volume.get(TrafficKeys.DOCUMENTS);
        long dispatches = volume.get(TrafficKeys.DISPATCHES);
        if (dispatches != 0 && (dispatches < documents || dispatches > documents * most)) {
            volume.at(TrafficKeys.DISPATCHES)
                    .refuse(
                            Long.toString(dispatches),
                            "0, or " + documents + " to " + documents * most + ": 1 to " + most
                                    + " receivers for each document, as fan-out and question-fan-out have");
        }
    }

    private void checkExceptions() {
        if (!root.areSound(BehaviourKeys.EXCEPTIONS)) {
            return;
        }
        List<Values> exceptions = root.get(BehaviourKeys.EXCEPTIONS);
        exceptions.forEach(this::checkException);
        checkApartByAgency(exceptions, BehaviourKeys.AGENCY, BehaviourKeys.FROM, BehaviourKeys.TO);
    }

    private void checkException(Values exception) {
        DayRangeChecks.checkInside(period, exception, BehaviourKeys.FROM, BehaviourKeys.TO);
        boolean differs = !exception.place().isMap()
                || exception.gives(BehaviourKeys.BEHAVIOUR_THEN)
                || !exception.areSound(BehaviourKeys.SILENT)
                || exception.get(BehaviourKeys.SILENT);
        if (!differs) {
            exception.place().refuse("nothing that differs", "silent: true, or a behaviour, or both");
        }
        if (exception.areSound(BehaviourKeys.AGENCY)) {
            ShareChecks.checkOver(
                    exception.get(BehaviourKeys.BEHAVIOUR_THEN),
                    BehaviourReading.ofAgency(root.get(ScenarioKeys.BEHAVIOUR), exception));
        }
    }

    private void checkDisturbances(Values disturbances) {
        if (disturbances.areSound(DisturbanceKeys.OUTAGES)) {
            disturbances
                    .get(DisturbanceKeys.OUTAGES)
                    .forEach(outage -> DayRangeChecks.checkInside(
                            period, outage, DisturbanceKeys.OUTAGE_FROM, DisturbanceKeys.OUTAGE_TO));
        }
        if (disturbances.areSound(DisturbanceKeys.CLOCKS)) {
            List<Values> clocks = disturbances.get(DisturbanceKeys.CLOCKS);
            clocks.forEach(this::checkClock);
            checkApartByAgency(
                    clocks, DisturbanceKeys.CLOCK_AGENCY, DisturbanceKeys.CLOCK_FROM, DisturbanceKeys.CLOCK_TO);
        }
    }

    private void checkClock(Values clock) {
        DayRangeChecks.checkInside(period, clock, DisturbanceKeys.CLOCK_FROM, DisturbanceKeys.CLOCK_TO);
        boolean ahead = clock.areSound(DisturbanceKeys.CLOCK_AHEAD) && clock.get(DisturbanceKeys.CLOCK_AHEAD) > 0;
        boolean behind = clock.areSound(DisturbanceKeys.CLOCK_BEHIND) && clock.get(DisturbanceKeys.CLOCK_BEHIND) > 0;
        boolean isClock = clock.place().isMap();
        if (isClock && ahead == behind && clock.areSound(DisturbanceKeys.CLOCK_AHEAD, DisturbanceKeys.CLOCK_BEHIND)) {
            clock.place().refuse(ahead ? "both ahead and behind" : "a clock that is right", "one of ahead and behind");
        }
    }

    private static void checkApartByAgency(
            List<Values> stretches, Key<Integer> agency, Key<LocalDate> from, Key<LocalDate> to) {
        stretches.stream()
                .filter(stretch -> stretch.areSound(agency))
                .collect(Collectors.groupingBy(stretch -> stretch.get(agency), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofOneAgency -> DayRangeChecks.checkApart(ofOneAgency, from, to));
    }
}
