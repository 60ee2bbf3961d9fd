package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Rules;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Scenario.Period;
import io.docaxis.producer.scenario.Scenario.Volume;
import java.util.stream.Stream;

/** Makes a scenario from the text of a file, in three steps: each value alone, all of them together, the scenario. */
final class ScenarioReading {

    private final Values root;
    private final WorkingCalendar calendar;
    private final AgencyCatalogue agencies;

    private ScenarioReading(Values root) {
        this.root = root;
        Values dueDates = root.get(ScenarioKeys.DUE_DATES);
        int longestDue = dueDates.areSound(TrafficKeys.DUE_WORKING_DAYS)
                ? Math.max(1, dueDates.get(TrafficKeys.DUE_WORKING_DAYS).lastKey())
                : 1;
        this.calendar = CalendarReading.read(
                root.get(ScenarioKeys.CALENDAR),
                root.get(ScenarioKeys.PERIOD),
                longestDue,
                longestMarkedS(root.get(ScenarioKeys.RULES)),
                root.get(ScenarioKeys.RULES).areSound(TimeKeys.FINAL_AFTER)
                        ? root.get(ScenarioKeys.RULES).get(TimeKeys.FINAL_AFTER)
                        : 0);
        this.agencies = agencies(root.get(ScenarioKeys.AGENCIES));
    }

    /** The longest time on the clock that a mark of urgency allows. */
    private static int longestMarkedS(Values rules) {
        return Stream.of(TimeKeys.URGENT, TimeKeys.VERY_URGENT, TimeKeys.EXPRESS)
                .filter(rules::areSound)
                .mapToInt(rules::get)
                .max()
                .orElse(0);
    }

    /**
     * Reads a scenario.
     *
     * @param file its name, for messages
     * @throws InvalidScenarioException with everything that is wrong
     */
    static Scenario read(String file, String text) {
        Findings findings = new Findings(file);
        Values root = ScenarioKeys.ROOT.read(Place.root(findings, YamlText.compose(text, findings)));
        ScenarioReading reading = new ScenarioReading(root);
        ScenarioChecks.check(root, reading.calendar, reading.agencies);
        findings.throwIfAny();
        return reading.scenario();
    }

    private static AgencyCatalogue agencies(Values agencies) {
        if (!agencies.areSound(TrafficKeys.DEPARTMENTS, TrafficKeys.COMMUNES)) {
            return null;
        }
        try {
            return AgencyCatalogue.of(agencies.get(TrafficKeys.DEPARTMENTS), agencies.get(TrafficKeys.COMMUNES));
        } catch (IllegalArgumentException e) {
            agencies.place().refuse("numbers that don't fit together", e.getMessage());
            return null;
        }
    }

    private Scenario scenario() {
        BehaviourReading behaviour = new BehaviourReading(root.get(ScenarioKeys.BEHAVIOUR));
        return new Scenario(
                root.get(ScenarioKeys.NAME),
                root.get(ScenarioKeys.STORY),
                root.get(ScenarioKeys.SEED),
                period(root.get(ScenarioKeys.PERIOD)),
                calendar,
                rules(root.get(ScenarioKeys.RULES)),
                agencies,
                volume(root.get(ScenarioKeys.VOLUME)),
                TrafficReading.traffic(root),
                behaviour.byTier(),
                behaviour.exceptions(root.get(BehaviourKeys.EXCEPTIONS)),
                DisturbanceReading.mistakes(root.get(ScenarioKeys.DISTURBANCES)),
                DisturbanceReading.disturbances(root.get(ScenarioKeys.DISTURBANCES)),
                root.get(ScenarioKeys.REQUIRE));
    }

    private static Period period(Values values) {
        return new Period(values.get(TimeKeys.PERIOD_FROM), values.get(TimeKeys.PERIOD_TO));
    }

    private static Rules rules(Values values) {
        return new Rules(
                values.get(TimeKeys.HORIZON),
                values.get(TimeKeys.FINAL_AFTER),
                values.get(TimeKeys.SEND_BY_END_OF_DAY),
                values.get(TimeKeys.ARRIVAL_ACKNOWLEDGES),
                values.get(TimeKeys.URGENT),
                values.get(TimeKeys.VERY_URGENT),
                values.get(TimeKeys.EXPRESS));
    }

    private static Volume volume(Values values) {
        return new Volume(values.get(TrafficKeys.DOCUMENTS), values.get(TrafficKeys.DISPATCHES));
    }
}
