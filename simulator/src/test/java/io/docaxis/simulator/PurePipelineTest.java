package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.Padding;
import io.docaxis.producer.form.RecordSize;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan's expectations against the consumer's conclusions, for every shipped story, without Kafka. */
class PurePipelineTest {

    @ParameterizedTest
    @CsvSource({
        "quiet-day,0,1,1",
        "quiet-day,0,3,5",
        "poison,0,1,1",
        "poison,0,2,7",
        "tet-rush,0,1,3",
        "silent-province,0,2,4",
        "slow-ministry,0,5,12",
        "duplicate-storm,0,1,3",
        "duplicate-storm,0,3,7",
        "clock-skew,0,1,2",
        "clock-skew,0,4,5",
        "broken-channel,0,1,1",
        "broken-channel,0,5,7",
        "national-2023,60000,1,6"
    })
    void concludesExactlyWhatWasPlanned(String name, long documents, int sources, int partitions) {
        Scenario scenario = Scenarios.read(name);
        if (documents > 0) {
            scenario = scenario.scaled(documents);
        }
        for (long seed = scenario.seed(); seed < scenario.seed() + 3; seed++) {
            RunIdentity run = new RunIdentity(scenario, seed, sources);
            PurePipeline.Outcome outcome = PurePipeline.run(new World(scenario, seed), run.runStarted(), partitions);
            Sketch.Difference difference =
                    outcome.expected().sketch().minus(outcome.concluded().sketch());
            assertThat(difference.onlyHere())
                    .as("expected, not concluded; seed %d", seed)
                    .isEmpty();
            assertThat(difference.onlyThere())
                    .as("concluded, not expected; seed %d", seed)
                    .isEmpty();
            assertThat(cells(outcome.concluded())).isEqualTo(cells(outcome.expected()));
            System.out.printf(
                    "%s seed %d: %,d deliveries to %d partitions from %d sources, exact%n",
                    name, seed, outcome.deliveries(), partitions, sources);
        }
    }

    /** Damaged deliveries are padded too, and damage may be in the padding. */
    @ParameterizedTest
    @CsvSource({"quiet-day,1KB", "poison,200B..4KB", "broken-channel,60B..200B", "duplicate-storm,300B"})
    void concludesTheSameFromPaddedEvents(String name, String size) {
        Scenario scenario = Scenarios.read(name);
        RunIdentity run = new RunIdentity(scenario, scenario.seed(), 2);
        World world = new World(scenario, scenario.seed());
        Excerpt whole = Excerpt.whole(world);
        EventForm form = EventForm.of(
                EventFormat.PROTOBUF, Optional.of(RecordSize.parse(size)), Padding.RANDOM, EventHeaders.NONE, world);

        Tally plain = PurePipeline.run(whole, run.runStarted(), new PurePartitions(3), (delivery, value) -> {})
                .concluded();
        PurePipeline.Outcome padded =
                PurePipeline.run(whole, run.runStarted(), new PurePartitions(3), (delivery, value) -> {}, form);

        assertThat(cells(padded.concluded())).isEqualTo(cells(plain)).isEqualTo(cells(padded.expected()));
        assertThat(padded.concluded().sketch().minus(plain.sketch()).onlyHere()).isEmpty();
    }

    /** No ledger has these. */
    @ParameterizedTest
    @ValueSource(strings = {"quiet-day", "silent-province", "slow-ministry", "duplicate-storm"})
    void countsWhatAgenciesSayOnceBySenderDayAndClock(String name) {
        Scenario scenario = Scenarios.read(name);
        RunIdentity run = new RunIdentity(scenario, scenario.seed(), 2);
        CountedReports witness = new CountedReports(scenario);
        Tally concluded = PurePipeline.run(new World(scenario, scenario.seed()), run.runStarted(), 3, witness)
                .concluded();
        TreeMap<String, Long> counted = new TreeMap<>();
        for (Cell cell : concluded.sorted()) {
            if (CellKey.rollup(cell.key()) == Rollup.REPORTS) {
                for (int agency = 0; agency < cell.histogram().size(); agency++) {
                    if (cell.inBucket(agency) != 0) {
                        counted.put(
                                agency + " " + CellKey.y(cell.key()) + " " + CellKey.reportKind(cell.key()),
                                cell.inBucket(agency));
                    }
                }
            }
        }
        assertThat(counted).isEqualTo(witness.counts);
        assertThat(counted.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(concluded.count(Counter.APPLIED) + concluded.count(Counter.REPEATED));
    }

    private static TreeMap<String, String> cells(Tally tally) {
        TreeMap<String, String> cells = new TreeMap<>();
        for (Cell cell : tally.sorted()) {
            Rollup rollup = CellKey.rollup(cell.key());
            if (!CellKey.isCompared(cell.key())) {
                continue;
            }
            String name = rollup == Rollup.COUNTERS
                    ? Counter.of(CellKey.x(cell.key())).label()
                    : rollup + " " + CellKey.obligation(cell.key()) + " " + CellKey.outcome(cell.key()) + " "
                            + CellKey.x(cell.key()) + " " + CellKey.y(cell.key());
            cells.put(name, cell.count() + " " + cell.fingerprint() + " " + cell.latenessS() + " " + cell.histogram());
        }
        return cells;
    }
}
