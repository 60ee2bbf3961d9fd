package io.docaxis.producer.scenario.file;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Scenario.Burst;
import io.docaxis.producer.scenario.Scenario.DueDates;
import io.docaxis.producer.scenario.Scenario.Period;
import io.docaxis.producer.scenario.Scenario.Shape;
import io.docaxis.producer.scenario.Scenario.Signing;
import io.docaxis.producer.scenario.Scenario.Threads;
import io.docaxis.producer.scenario.Scenario.Volume;
import io.docaxis.producer.scenario.Scenario.Weighted;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
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
                longestMarkedS(root.get(ScenarioKeys.RULES)));
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
                shape(root.get(ScenarioKeys.SHAPE)),
                weighted(root.get(TrafficKeys.FAN_OUT)),
                weightOfEach(DocumentType.class, root.get(TrafficKeys.TYPES)),
                weightOfEach(Urgency.class, root.get(TrafficKeys.URGENCY)),
                signing(root.get(ScenarioKeys.SIGNING)),
                threads(root.get(ScenarioKeys.THREADS)),
                dueDates(root.get(ScenarioKeys.DUE_DATES)),
                behaviour.byTier(),
                behaviour.exceptions(root.get(BehaviourKeys.EXCEPTIONS)),
                disturbances(root.get(ScenarioKeys.DISTURBANCES)));
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

    private static Shape shape(Values values) {
        return new Shape(
                weightOfEach(1, 12, values.get(TimeKeys.MONTHS)),
                weightOfEach(0, 23, values.get(TimeKeys.HOURS)),
                values.get(TimeKeys.DAYS_OFF_SHARE),
                values.get(TimeKeys.BURSTS).stream()
                        .map(burst -> new Burst(
                                burst.get(TimeKeys.BURST_FROM),
                                burst.get(TimeKeys.BURST_TO),
                                burst.get(TimeKeys.BURST_PERCENT)))
                        .toList());
    }

    private static Signing signing(Values values) {
        return new Signing(
                values.get(TrafficKeys.SEND_LATE),
                values.get(TrafficKeys.SEND_LATE_BY),
                values.get(TrafficKeys.NOT_SIGNED),
                values.get(TrafficKeys.SIGNED_AFTER_SENT));
    }

    private static Threads threads(Values values) {
        return new Threads(
                values.get(TrafficKeys.QUESTION),
                values.get(TrafficKeys.ANSWERED),
                values.get(TrafficKeys.RECALL_DOCUMENT),
                values.get(TrafficKeys.UPDATE),
                values.get(TrafficKeys.REPLACE),
                weighted(values.get(TrafficKeys.QUESTION_FAN_OUT)),
                values.get(TrafficKeys.RECALL_REQUEST),
                values.get(TrafficKeys.LAST_DAY_RECALL));
    }

    private static DueDates dueDates(Values values) {
        return new DueDates(
                values.get(TrafficKeys.DUE_PLAIN),
                weighted(values.get(TrafficKeys.DUE_WORKING_DAYS)),
                values.get(TrafficKeys.DUE_PAST));
    }

    private static Scenario.Disturbances disturbances(Values values) {
        return new Scenario.Disturbances(
                values.get(DisturbanceKeys.DUPLICATE),
                values.get(DisturbanceKeys.DUPLICATE_AFTER),
                values.get(DisturbanceKeys.DELAY),
                values.get(DisturbanceKeys.DELAY_BY),
                values.get(DisturbanceKeys.DROP),
                values.get(DisturbanceKeys.CORRUPT),
                values.get(DisturbanceKeys.GARBAGE),
                values.get(DisturbanceKeys.UNKNOWN_KIND),
                values.get(DisturbanceKeys.NO_RECEIVER),
                values.get(DisturbanceKeys.UNKNOWN_AGENCY),
                values.get(DisturbanceKeys.UNKNOWN_SENDER),
                values.get(DisturbanceKeys.UNKNOWN_RECEIVER),
                values.get(DisturbanceKeys.OLD_CODE),
                values.get(DisturbanceKeys.IMPOSSIBLE_DUE),
                values.get(DisturbanceKeys.STATUS_BEFORE_DOCUMENT),
                values.get(DisturbanceKeys.ANSWER_BEFORE_DOCUMENT),
                values.get(DisturbanceKeys.ORPHAN_ANSWER),
                values.get(DisturbanceKeys.ORPHAN_STATUS),
                values.get(DisturbanceKeys.REPEATED_STATUS),
                values.get(DisturbanceKeys.LATE_REFUSAL),
                values.get(DisturbanceKeys.RECALL_CROSSING),
                values.get(DisturbanceKeys.OUTAGES).stream()
                        .map(ScenarioReading::outage)
                        .toList(),
                values.get(DisturbanceKeys.CLOCKS).stream()
                        .map(ScenarioReading::clock)
                        .toList(),
                values.get(DisturbanceKeys.DRAIN));
    }

    private static Scenario.Outage outage(Values outage) {
        return new Scenario.Outage(
                outage.get(DisturbanceKeys.OUTAGE_AGENCY),
                outage.get(DisturbanceKeys.OUTAGE_TIER),
                outage.get(DisturbanceKeys.OUTAGE_SOURCE),
                outage.get(DisturbanceKeys.OUTAGE_FROM),
                outage.get(DisturbanceKeys.OUTAGE_TO));
    }

    private static Scenario.Clock clock(Values clock) {
        return new Scenario.Clock(
                clock.get(DisturbanceKeys.CLOCK_AGENCY),
                clock.get(DisturbanceKeys.CLOCK_FROM),
                clock.get(DisturbanceKeys.CLOCK_TO),
                clock.get(DisturbanceKeys.CLOCK_AHEAD) - clock.get(DisturbanceKeys.CLOCK_BEHIND));
    }

    private static List<Weighted> weighted(SortedMap<Integer, Integer> weights) {
        return weights.entrySet().stream()
                .map(entry -> new Weighted(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Integer> weightOfEach(int first, int last, SortedMap<Integer, Integer> weights) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> weights.getOrDefault(i, 0))
                .toList();
    }

    private static <E extends Enum<E>> Map<E, Integer> weightOfEach(Class<E> type, SortedMap<E, Integer> weights) {
        Map<E, Integer> each = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            each.put(constant, weights.getOrDefault(constant, 0));
        }
        return Collections.unmodifiableMap(each);
    }
}
