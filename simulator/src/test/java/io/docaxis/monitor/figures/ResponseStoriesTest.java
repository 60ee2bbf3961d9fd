package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.monitor.figures.HourlyLooks.Look;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shipped stories in memory, with a look at each simulated hour. */
class ResponseStoriesTest {

    private static final AgencyCatalogue LEVEL_1 = AgencyCatalogue.level1();
    private static final LatenessReader.Listener NOBODY = (run, revision) -> {};

    @Test
    void onlyTheSilentProvinceFallsSilentAndIsSeenWithinHalfAWorkingDay() {
        SortedMap<Integer, Long> silentFrom = silent(Scenarios.read("silent-province"), 1);
        int province = LEVEL_1.number("H53");
        assertThat(silentFrom).containsOnlyKeys(province);
        assertThat(silentFrom.get(province)).isBetween(at("2023-06-12T08:00"), at("2023-06-12T12:00"));
    }

    @Test
    void nobodyIsSilentInAThirtiethOfTheNation() {
        assertThat(silent(Scenarios.read("national-2023").scaled(200_000), 1)).isEmpty();
    }

    @Test
    @Tag("slow")
    void nobodyIsSilentInTheNation() {
        assertThat(silent(Scenarios.read("national-2023"), 1)).isEmpty();
    }

    /** By agency: the watermark at the first look at which it was silent. */
    private static SortedMap<Integer, Long> silent(Scenario scenario, int sources) {
        SortedMap<Integer, Long> silentFrom = new TreeMap<>();
        World world = new World(scenario, scenario.seed());
        SilentAgencies[] agencies = new SilentAgencies[1];
        int[] heard = new int[1];
        play(world, sources, look -> {
            if (agencies[0] == null) {
                agencies[0] = new SilentAgencies(look.rules().calendar());
            }
            look.tally().watermark().ifPresent(watermark -> {
                agencies[0].look(
                        watermark,
                        look.tally().furthestWatermark(),
                        look.tally().reports(),
                        agency -> look.tally().owes(agency),
                        look.tally().isBeforeEnd(watermark));
                for (int agency = 0; agency < LEVEL_1.size(); agency++) {
                    heard[0] += agencies[0].of(agency) == Silence.HEARD ? 1 : 0;
                    if (agencies[0].of(agency) == Silence.SILENT) {
                        silentFrom.putIfAbsent(agency, watermark);
                    }
                }
            });
        });
        System.out.printf(
                "%s: silent %s; %,d times an agency was heard%n",
                scenario.name(),
                silentFrom.entrySet().stream()
                        .map(entry -> LEVEL_1.code(entry.getKey()) + " from " + Instant.ofEpochSecond(entry.getValue()))
                        .toList(),
                heard[0]);
        return silentFrom;
    }

    @Test
    void partsOfWhatIsOverdueAddUpToTheTallyAtEachLook() {
        for (String name : List.of("silent-province", "clock-skew")) {
            Scenario scenario = Scenarios.read(name);
            List<Look> looks = new ArrayList<>();
            long[] most = new long[OverdueAsKnown.values().length];
            var outcome = HourlyLooks.play(new World(scenario, scenario.seed()), 2, 3, NOBODY, look -> {
                OverdueFigures figures = look.figures();
                assertThat(figures.agreesWith(look.tally())).isTrue();
                for (Obligation obligation : Obligation.values()) {
                    assertThat(look.tally().due(Long.MAX_VALUE).count(obligation))
                            .as(name + " open")
                            .isEqualTo(open(look, obligation));
                }
                for (OverdueAsKnown known : OverdueAsKnown.values()) {
                    most[known.ordinal()] = Math.max(most[known.ordinal()], count(figures, known));
                }
                looks.add(look);
            });
            System.out.printf(
                    "%s: %d looks; at most %d provisional, %d confirmed, %d final%n",
                    name, looks.size(), most[0], most[1], most[2]);
            assertThat(looks).hasSizeGreaterThan(50);
            assertThat(overdue(looks.get(looks.size() - 1)))
                    .as(name + ": what the ledger expects")
                    .isEqualTo(overdue(outcome.expected()));
            assertThat(most[0]).as("provisional").isPositive();
            assertThat(most[1]).as("confirmed").isPositive();
        }
    }

    @Test
    void aWrongClockIsDoubtedAndNoOther() {
        Scenario scenario = Scenarios.read("clock-skew");
        SortedMap<String, Long> doubted = new TreeMap<>();
        play(new World(scenario, scenario.seed()), 1, look -> {
            for (int agency = 0; agency < LEVEL_1.size(); agency++) {
                for (int day : look.tally().reports().days().keySet()) {
                    if (look.tally().reports().isClockDoubtful(agency, day)) {
                        doubted.put(LEVEL_1.code(agency).value(), (long) day);
                    }
                }
            }
        });
        System.out.println("clock-skew: doubted " + doubted);
        assertThat(doubted).isNotEmpty();
    }

    @Test
    void aDutyIsCountedOnceAndCountersNeverFall() {
        Scenario scenario = Scenarios.read("broken-channel");
        long[][] before = new long[3][Obligation.values().length];
        long[] last = new long[1];
        play(new World(scenario, scenario.seed()), 2, look -> {
            assertThat(look.tally().booksBalance()).isTrue();
            DutyCounts counts = look.response().duties().orElseThrow();
            long[][] now = {counts.onTime(), counts.late(), counts.overdue()};
            long total = 0;
            for (int result = 0; result < now.length; result++) {
                for (int i = 0; i < now[result].length; i++) {
                    total += now[result][i];
                    assertThat(now[result][i]).isGreaterThanOrEqualTo(before[result][i]);
                    before[result][i] = now[result][i];
                }
            }
            last[0] = total;
        });
        assertThat(last[0]).isPositive();
    }

    private static void play(World world, int sources, Consumer<Look> observer) {
        HourlyLooks.play(world, sources, 3, NOBODY, observer);
    }

    /** By level-1 agency and obligation, as text. */
    private static SortedMap<String, Long> overdue(Look look) {
        SortedMap<String, Long> overdue = new TreeMap<>();
        for (LatenessRevision duty : look.overdue()) {
            overdue.merge(look.rules().level1(duty.debtor()) + " " + duty.duty().obligation(), 1L, Long::sum);
        }
        return overdue;
    }

    private static SortedMap<String, Long> overdue(Tally tally) {
        SortedMap<String, Long> overdue = new TreeMap<>();
        for (Cell cell : tally.sorted()) {
            if (CellKey.rollup(cell.key()) == Rollup.PROOF && CellKey.outcome(cell.key()) == Outcome.OVERDUE) {
                overdue.merge(CellKey.x(cell.key()) + " " + CellKey.obligation(cell.key()), cell.count(), Long::sum);
            }
        }
        return overdue;
    }

    private static long open(Look look, Obligation obligation) {
        long sum = 0;
        for (int agency = 0; agency < LEVEL_1.size(); agency++) {
            sum += look.tally().obligations(agency, obligation, Outcome.OPEN);
        }
        return sum;
    }

    private static long count(OverdueFigures figures, OverdueAsKnown known) {
        long sum = 0;
        for (int agency = 0; agency < LEVEL_1.size(); agency++) {
            for (Obligation obligation : Obligation.values()) {
                sum += figures.count(agency, obligation, known);
            }
        }
        return sum;
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
