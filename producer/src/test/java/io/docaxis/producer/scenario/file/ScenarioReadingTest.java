package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.producer.scenario.Durations;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Traffic.Burst;
import io.docaxis.producer.scenario.Weighted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReadingTest {

    /** The least a scenario must say. */
    private static final String LEAST = """
            name: little
            story: A little story. With an end.
            period: {from: 2023-03-06, to: 2023-03-12}
            volume: {documents: 100}
            """;

    @Test
    void fillsTheLeastScenarioWithDefaults() {
        Scenario scenario = read(LEAST);

        assertThat(scenario.name()).isEqualTo("little");
        assertThat(scenario.title()).isEqualTo("A little story");
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.period())
                .isEqualTo(new Scenario.Period(LocalDate.of(2023, 3, 6), LocalDate.of(2023, 3, 12)));
        assertThat(scenario.calendar().firstDay())
                .isEqualTo(LocalDate.of(2023, 1, 1).toEpochDay());
        assertThat(scenario.calendar().lastDay())
                .isEqualTo(LocalDate.of(2023, 12, 31).toEpochDay());
        assertThat(scenario.calendar().daysOff()).hasSize(11);
        assertThat(scenario.calendar().hours()).isEqualTo(OfficeHours.DEFAULT);
        assertThat(scenario.calendar().utcOffsetS()).isEqualTo(7 * 3600);
        assertThat(scenario.rules()).isEqualTo(Rules.DEFAULT);
        assertThat(scenario.agencies().size()).isEqualTo(88);
        assertThat(scenario.volume()).isEqualTo(new Scenario.Volume(100, 0));
        assertThat(scenario.traffic().shape().months()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(scenario.traffic().shape().hours()).hasSize(24).startsWith(0, 0, 0, 0, 0, 0, 0, 2, 11);
        assertThat(scenario.behaviour()).containsOnlyKeys(Tier.values());
        assertThat(scenario.exceptions()).isEmpty();
        assertThat(scenario.disturbances().duplicates().duplicatePpm()).isZero();
        assertThat(scenario.disturbances().drainS()).isEqualTo(2 * 86_400);
    }

    @Test
    void readsWhatAFileSays() {
        Scenario scenario = read(LEAST + """
                        seed: 7
                        calendar:
                          from: 2023-02-01
                          to: 2024-02-29
                          days-off: [2023-03-08, 2024-01-01]
                          make-up-days: [2023-03-11]
                          morning: 07:30-11:30
                          afternoon: 13:30-17:30
                          utc-offset: "+08:00"
                        rules: {horizon: 3d12h, arrival-acknowledges: true, send-by-end-of-day: true, express: 45m}
                        agencies: {departments: 880, communes: 1_000}
                        shape:
                          hours: {9: 1, 08: 3}
                          days-off: 0.25
                          bursts: [{from: 2023-03-07, to: 2023-03-07, percent: 250}]
                        fan-out: {900: 1, 2: 5, 3: 0}
                        types: {QĐ: 2, CV: 1}
                        urgency: {very-urgent: 1}
                        signing: {late: 0.000001, late-by: [30s, 3h20m]}
                        due-dates: {working-days: {5: 1}}
                        """);

        assertThat(scenario.seed()).isEqualTo(7);
        assertThat(scenario.calendar().hours()).isEqualTo(new OfficeHours(27_000, 41_400, 48_600, 63_000));
        assertThat(scenario.calendar().utcOffsetS()).isEqualTo(8 * 3600);
        assertThat(scenario.calendar().isWorkingDay(LocalDate.of(2023, 3, 8).toEpochDay()))
                .isFalse();
        assertThat(scenario.calendar().isWorkingDay(LocalDate.of(2023, 3, 11).toEpochDay()))
                .isTrue();
        assertThat(scenario.rules()).isEqualTo(new Rules(302_400, 60, true, true, 4 * 3600, 2 * 3600, 45 * 60));
        assertThat(scenario.agencies().size()).isEqualTo(88 + 880 + 1000);
        assertThat(scenario.traffic().shape().hours().get(8)).isEqualTo(3);
        assertThat(scenario.traffic().shape().hours().get(10)).isZero();
        assertThat(scenario.traffic().shape().daysOffPpm()).isEqualTo(250_000);
        assertThat(scenario.traffic().shape().bursts())
                .containsExactly(new Burst(LocalDate.of(2023, 3, 7), LocalDate.of(2023, 3, 7), 250));
        assertThat(scenario.traffic().fanOut()).containsExactly(new Weighted(2, 5), new Weighted(900, 1));
        assertThat(scenario.traffic().types())
                .hasSize(DocumentType.count())
                .containsEntry(DocumentType.QĐ, 2)
                .containsEntry(DocumentType.PB, 0);
        assertThat(scenario.traffic().urgency())
                .containsEntry(Urgency.VERY_URGENT, 1)
                .containsEntry(Urgency.NORMAL, 0);
        assertThat(scenario.traffic().signing().latePpm()).isEqualTo(1);
        assertThat(scenario.traffic().signing().lateBy()).isEqualTo(new Durations(List.of(30, 12_000)));
    }

    @Test
    void readsWhatALoadHasToKeepWhichIsNoPartOfTheWorld() {
        Scenario scenario = read(LEAST + "require: ['e2e.p99 < 50ms', 'failed < 0.1%']\n");

        assertThat(scenario.requirements()).containsExactly("e2e.p99 < 50ms", "failed < 0.1%");
        assertThat(scenario.fingerprint()).isEqualTo(read(LEAST).fingerprint());
    }

    @Test
    void laysAnAgencysBehaviourOverItsTiersOverEverybodys() {
        Scenario scenario = read(LEAST + """
                        behaviour:
                          all: {refuse: 0.1, assign: 0.2, process: 0.3}
                          province: {assign: 0.4, process: 0.5}
                        exceptions:
                          - {agency: 000.00.00.H53, from: 2023-03-06, to: 2023-03-08, behaviour: {process: 0.6}}
                          - {agency: H53, from: 2023-03-09, to: 2023-03-12, silent: true}
                        """);
        int agency = AgencyCatalogue.level1().number("H53");

        assertThat(scenario.behaviour().get(Tier.MINISTRY))
                .extracting(
                        "acknowledgement.refusePpm",
                        "processing.assignPpm",
                        "processing.processPpm",
                        "acknowledgement.arrivalPpm")
                .containsExactly(100_000, 200_000, 300_000, 950_000);
        assertThat(scenario.behaviour().get(Tier.PROVINCE))
                .extracting("acknowledgement.refusePpm", "processing.assignPpm", "processing.processPpm")
                .containsExactly(100_000, 400_000, 500_000);
        assertThat(scenario.exceptions()).hasSize(2).allMatch(exception -> exception.agency() == agency);
        assertThat(scenario.exceptions().get(0).silent()).isFalse();
        assertThat(scenario.exceptions().get(0).behaviour())
                .extracting("acknowledgement.refusePpm", "processing.assignPpm", "processing.processPpm")
                .containsExactly(100_000, 400_000, 600_000);
        assertThat(scenario.exceptions().get(1).silent()).isTrue();
        assertThat(scenario.exceptions().get(1).behaviour()).isNull();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        InvalidScenarioException e = refused("broken-scenario.yaml", resource("/broken-scenario.yaml"));

        assertThat(e.getMessage()).isEqualTo(resource("/broken-scenario.txt").strip());
    }

    @Test
    void namesEveryRequiredKeyThatIsMissing() {
        assertThat(keys(refused("f.yaml", "seed: 1")))
                .containsExactly("name", "story", "period.from", "period.to", "volume.documents");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    seed: -1                                   | seed: got -1; allowed: a whole number from 0
                    seed: 1.5                                  | seed: got 1.5; allowed: a whole number
                    seed: 12_34                                | seed: got 12_34; allowed: a whole number
                    seed: 99999999999999999999                 | seed: got 99999999999999999999; allowed: a whole number
                    seed: {a: b}                               | seed: got a map; allowed: a whole number
                    seed: [1]                                  | seed: got a list; allowed: a whole number
                    seed:                                      | seed: got nothing; allowed: a whole number
                    sead: 1                                    | sead: got an unknown key; allowed: name, story, seed
                    agencies: {departments: -1}                | agencies.departments: got -1; allowed: a whole number from 0
                    agencies: {departments: 60000, communes: 60000} | agencies: got numbers that don't fit together; allowed: agencies: 60000
                    agencies: {communes: 5}                    | agencies: got numbers that don't fit together; allowed: agencies: communes need departments
                    rules: {horizon: 0s}                       | rules.horizon: got 0s; allowed: a duration like 3h20m from 1m
                    rules: {horizon: 7}                        | rules.horizon: got 7; allowed: a duration
                    rules: {send-by-end-of-day: yes}           | rules.send-by-end-of-day: got yes; allowed: true or false
                    rules: {final-after-working-days: 23}      | rules.final-after-working-days: got 23; allowed: 24 or more with a horizon of 7 days
                    calendar: {utc-offset: Hanoi}              | calendar.utc-offset: got Hanoi; allowed: an offset like +07:00
                    calendar: {morning: 12:00-08:00}           | calendar.morning: got 12:00-08:00; allowed: two times
                    calendar: {afternoon: 11:00-17:00}         | calendar.afternoon: got a start before the morning's end
                    calendar: {from: 2023-03-07}               | calendar.from: got 2023-03-07; allowed: period.from (2023-03-06) or before
                    calendar: {to: 2023-03-11}                 | calendar.to: got 2023-03-11; allowed: after period.to (2023-03-12)
                    calendar: {to: 2023-04-06}                 | calendar.to: got 2023-04-06; allowed: a day with 20 working days between
                    calendar: {to: 2024-01-31}                 | calendar.days-off: got nothing; allowed: the weekdays off from 2023-01-01 to 2024-01-31
                    calendar: {days-off: [2024-01-01]}         | calendar.days-off: got 2024-01-01; allowed: days of the calendar
                    calendar: {days-off: [2023-02-30]}         | calendar.days-off[1]: got 2023-02-30; allowed: a date like
                    calendar: {days-off: [1723-02-28]}         | calendar.days-off[1]: got 1723-02-28; allowed: a date like
                    calendar: {days-off: [2023-05-06], make-up-days: [2023-05-06]} | calendar.days-off: got 2023-05-06; allowed: days that are not in make-up-days
                    calendar: {make-up-days: [2023-05-05]}     | calendar.make-up-days[1]: got 2023-05-05; allowed: a Saturday or Sunday
                    volume: {dispatches: 99}                   | volume: got the key a second time; allowed: once; it is on line 4
                    shape: {months: {4: 1}}                    | shape: got no working day with a weight above 0; allowed: months
                    shape: {hours: {24: 1}}                    | shape.hours: got 24; allowed: a whole number from 0 to 23
                    shape: {hours: {8: 1, 08: 2}}              | shape.hours.08: got the value a second time
                    shape: {hours: 8}                          | shape.hours: got 8; allowed: a map from hours
                    shape: {days-off: 101 %}                   | shape.days-off: got 101 %; allowed: a share from 0 to 1
                    shape: {bursts: [{from: 2023-03-01, to: 2023-03-07, percent: 3}]} | shape.bursts[1].from: got 2023-03-01; allowed: days of the period
                    shape: {bursts: [{from: 2023-03-08, to: 2023-03-07, percent: 3}]} | shape.bursts[1].to: got 2023-03-07; allowed: from (2023-03-08) or after
                    shape: {bursts: [{from: 2023-03-06, to: 2023-03-12, percent: 0}]} | shape: got no working day with a weight above 0
                    shape: {bursts: [{from: 2023-03-06, to: 2023-03-07, percent: -1}]} | shape.bursts[1].percent: got -1; allowed: a whole number from 0
                    shape: {bursts: [{to: 2023-03-07, percent: 1}]} | shape.bursts[1].from: got nothing; allowed: a date
                    shape: {bursts: {}}                        | shape.bursts: got a map; allowed: a list of maps
                    shape: {bursts: [1]}                       | shape.bursts[1]: got 1; allowed: a map with keys from, to, percent
                    fan-out: {}                                | fan-out: got no weight above 0; allowed: a map from numbers of receivers
                    fan-out: {88: 1}                           | fan-out: got 88 receivers; allowed: up to 87
                    fan-out: {1: -5}                           | fan-out.1: got -5; allowed: a whole number from 0 to 100000
                    types: {XX: 1}                             | types: got XX; allowed: one of CV, NQ
                    urgency: {VERY_URGENT: 1}                  | urgency: got VERY_URGENT; allowed: one of normal, urgent, very-urgent, express
                    signing: {late: 0.5, not-signed: 0.4, signed-after-sent: 0.2} | signing: got late + not-signed + signed-after-sent = 1.1; allowed: a sum of at most 1
                    signing: {late-by: [0s, 1m]}               | signing.late-by[1]: got 0s; allowed: a duration
                    signing: {late-by: [2m, 1m]}               | signing.late-by: got element 2 below the one before
                    signing: {late-by: [2m]}                   | signing.late-by: got 1 of them; allowed: a list of two or more
                    signing: {late-by: 2m}                     | signing.late-by: got 2m; allowed: a list of two or more
                    threads: {question: 0.9, replace: 0.2}     | threads: got question + recall-document + update + replace + disturbances.orphan-answer = 1.113
                    threads: {question-fan-out: {88: 1}}       | threads.question-fan-out: got 88 receivers; allowed: up to 87
                    due-dates: {working-days: {0: 1}}          | due-dates.working-days: got 0; allowed: a whole number from 1
                    due-dates: {working-days: {250: 1}}        | calendar.to: got 2023-12-31; allowed: a day with 250 working days
                    behaviour: {province: {acknowledge-never: 0.99}} | behaviour.province: got refuse + acknowledge-late + acknowledge-never = 1.087
                    behaviour: {all: {recall-never: 0.99}}     | behaviour.all: got recall-never + recall-late = 1.06
                    behaviour: {}                              |
                    behaviour: 1                               | behaviour: got 1; allowed: a map with keys all, ministry
                    exceptions: [{agency: H64, from: 2023-03-06, to: 2023-03-07, silent: true}] | exceptions[1].agency: got H64; allowed: the code of a ministry
                    exceptions: [{agency: H53.13, from: 2023-03-06, to: 2023-03-07, silent: true}] | exceptions[1].agency: got H53.13; allowed: the code of a ministry
                    exceptions: [{agency: H53, from: 2023-03-06, to: 2023-03-07}] | exceptions[1]: got nothing that differs; allowed: silent: true
                    exceptions: [{agency: H53, from: 2023-03-06, to: 2023-03-13, silent: true}] | exceptions[1].to: got 2023-03-13; allowed: days of the period
                    exceptions: [{agency: H53, from: 2023-03-06, to: 2023-03-08, silent: true}, {agency: H53, from: 2023-03-08, to: 2023-03-09, silent: true}] | exceptions[2]: got 2023-03-08 to 2023-03-09; allowed: days apart from those of line 5
                    exceptions: [{agency: H53, from: 2023-03-06, to: 2023-03-08, behaviour: {recall-late: 0.96}}] | exceptions[1].behaviour: got recall-never + recall-late = 1.01
                    disturbances: {duplicate: 1.01}            | disturbances.duplicate: got 1.01; allowed: a share from 0 to 1
                    disturbances: {drain: 61d}                 | disturbances.drain: got 61d; allowed: a duration like 3h20m from 0s to 60d
                    """)
    void refusesInTheFifthLine(String line, String problem) {
        if (problem == null) {
            assertThat(read(LEAST + line).name()).isEqualTo("little");
            return;
        }
        // a default that no longer holds has no line of its own: it is told at the top
        assertThat(refused("f.yaml", LEAST + line).getMessage())
                .matches("f\\.yaml:[15] .*")
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-12, 2023-03-06, period.to: got 2023-03-06; allowed: from (2023-03-12) or after",
        "2024-03-06, 2024-03-12, calendar.days-off: got nothing; allowed: the weekdays off from 2024-01-01 to 2024-12-31",
        "2022-12-30, 2023-03-12, calendar.days-off: got nothing; allowed: the weekdays off from 2022-01-01 to 2023-12-31",
        "2023-12-01, 2023-12-10, calendar.to: got 2023-12-31; allowed: a day with 20 working days",
        "2023-03-11, 2023-03-12, shape: got no working day with a weight above 0; allowed: months",
        "soon, 2023-03-12, period.from: got soon; allowed: a date like 2023-01-31",
    })
    void refusesPeriods(String from, String to, String problem) {
        String text = LEAST.replaceFirst("from: .*}", "from: " + from + ", to: " + to + "}");

        assertThat(refused("f.yaml", text).getMessage()).hasLineCount(1).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the period itself
                "2024-02-28 | 2024-03-05 | [2023-01-02, 2025-01-01] | 2025-12-31 | none of 2024; allowed: days off of each year from 2024 to 2024",
                // what is due after it
                "2024-12-02 | 2024-12-12 | [2024-01-01] | 2025-01-31 | none of 2025; allowed: days off of each year from 2024 to 2025",
                // and final after that
                "2024-09-02 | 2024-09-12 | [2024-01-01] | 2025-01-31 | none of 2025; allowed: days off of each year from 2024 to 2025",
            })
    void refusesYearsWithoutDaysOff(String from, String to, String daysOff, String last, String problem) {
        String text = LEAST.replaceFirst("from: .*}", "from: " + from + ", to: " + to + "}");
        String calendar = "calendar: {from: 2023-01-01, to: " + last + ", days-off: ";

        assertThat(refused("f.yaml", text + calendar + daysOff + "}").getMessage())
                .hasLineCount(1)
                .contains("calendar.days-off: got " + problem);
        assertThat(read(text + calendar + "[]}").calendar().daysOff()).isEmpty();
        assertThat(read(text + calendar + "[2024-01-01, 2025-01-01]}")
                        .calendar()
                        .daysOff())
                .hasSize(2);
    }

    @Test
    void wantsNoDaysOffOfYearsThatNothingReachesInto() {
        String text = LEAST.replaceFirst("from: .*}", "from: 2024-02-28, to: 2024-03-05}");

        assertThat(read(text + "calendar: {from: 2020-01-01, to: 2030-12-31, days-off: [2024-01-01]}")
                        .calendar()
                        .daysOff())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"99", "8701"})
    void refusesDispatchesThatTheDocumentsCannotMake(String dispatches) {
        String text = LEAST.replace("documents: 100", "documents: 100, dispatches: " + dispatches);

        assertThat(refused("f.yaml", text).getMessage())
                .isEqualTo("f.yaml:4 volume.dispatches: got " + dispatches
                        + "; allowed: 0, or 100 to 8700: 1 to 87 receivers for each document,"
                        + " as fan-out and question-fan-out have");
    }

    @Test
    void refusesDaysOffWherePeriodHasNone() {
        String text = LEAST.replace("2023-03-12", "2023-03-10") + "shape: {days-off: 0.1}";

        assertThat(refused("f.yaml", text).getMessage())
                .isEqualTo("f.yaml:5 shape.days-off: got 0.1; allowed: 0, for the period has no day off"
                        + " on which anything is sent");
    }

    /** The last second of the period is the day's before, and what is urgent then is due on the thirtieth day after. */
    @ParameterizedTest
    @CsvSource({"urgent", "very-urgent", "express"})
    void refusesACalendarThatEndsBeforeTheLastUrgentDeadline(String mark) {
        String text = LEAST + "calendar: {to: 2023-04-10}\nrules: {" + mark + ": 29d1s}\n";

        assertThat(refused("f.yaml", text).getMessage())
                .isEqualTo("f.yaml:5 calendar.to: got 2023-04-10; allowed: a day 30 days after period.to (2023-03-12)"
                        + " or later, for the longest of rules.urgent, very-urgent and express");
        assertThat(read(text.replace("29d1s", "29d")).name()).isEqualTo("little");
    }

    @Test
    void playsADayOffAlone() {
        String text = LEAST.replace("2023-03-06", "2023-03-11") + "shape: {days-off: 1}";

        assertThat(read(text).traffic().shape().daysOffPpm()).isEqualTo(1_000_000);
    }

    @Test
    void saysWhereYamlIsBroken() {
        assertThat(refused("f.yaml", LEAST + "rules: {horizon: 7d\nseed: 1\n").getMessage())
                .isEqualTo("f.yaml:6: got broken YAML: expected ',' or '}', but got :;"
                        + " allowed: YAML 1.1, indented by spaces");
        assertThat(refused("f.yaml", "name: x\n\tseed: 1\n").getMessage()).startsWith("f.yaml:2: got broken YAML: ");
        assertThat(refused("f.yaml", "name: x\nstory: a\u0000b\n").getMessage())
                .startsWith("f.yaml:2: got broken YAML: ");
        assertThat(refused("f.yaml", "--- a\n--- b\n").getMessage()).startsWith("f.yaml:2: got broken YAML: ");
        assertThat(refused("f.yaml", "# nothing\n").getMessage())
                .isEqualTo("f.yaml: got an empty file; allowed: a scenario");
        assertThat(refused("f.yaml", "[a, b]").getMessage())
                .startsWith("f.yaml:1: got a list; allowed: a map with keys name, story, seed");
    }

    @Test
    void makesNoObjectThatAFileNames() {
        assertThat(refused("f.yaml", LEAST + "seed: !!java.util.Date 42").getMessage())
                .startsWith("f.yaml:5: got broken YAML: Global tag is not allowed");
    }

    /** The key of each problem. */
    static List<String> keys(InvalidScenarioException e) {
        return e.getMessage()
                .lines()
                .map(line -> line.replaceFirst("[^ ]+ ([^ ]+): got .*", "$1"))
                .toList();
    }

    private static Scenario read(String text) {
        return ScenarioReading.read("f.yaml", text);
    }

    private static InvalidScenarioException refused(String file, String text) {
        return catchThrowableOfType(InvalidScenarioException.class, () -> ScenarioReading.read(file, text));
    }

    private static String resource(String name) throws IOException {
        try (var in = ScenarioReadingTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
