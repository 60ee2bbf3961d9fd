package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.figures.HourlyLooks;
import io.docaxis.monitor.figures.HourlyLooks.Look;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.PurePipeline;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who is late, metrics and the verdict's tally are about the same obligations, at each watermark: who is late names them, each cell of the tally
 * has as many with the same fingerprint, and the three parts of the metrics add up to them.
 */
class SameDutiesTest {

    private static final Pattern OVERDUE = Pattern.compile("docaxis_agency_overdue\\{agency=\"(\\w+)\",cluster=\"c\","
            + "known=\"(\\w+)\",obligation=\"(\\w+)\",prefix=\"p\"} ([0-9.E]+)");

    private static final Set<Rollup> OBLIGATIONS = EnumSet.of(Rollup.PROOF, Rollup.AGENCY, Rollup.KIND, Rollup.DAY);

    /** What a cell has: how many, and which. */
    private record Share(long count, long fingerprint) {
        Share plus(Share other) {
            return new Share(count + other.count, fingerprint + other.fingerprint);
        }
    }

    /** With a look at every hour, or at every so many. */
    @ParameterizedTest
    @CsvSource({
        "silent-province, 0, 1",
        "slow-ministry, 8000, 2",
        "clock-skew, 8000, 4",
        "broken-channel, 8000, 24",
        "national-2023, 8000, 24"
    })
    void commandMetricsAndTallyNameTheSame(String name, int documents, int every) {
        Scenario scenario = Scenarios.read(name);
        World world = new World(documents == 0 ? scenario : scenario.scaled(documents), scenario.seed());
        Look[] last = new Look[1];
        int[] looks = new int[1];
        int[] most = new int[1];
        PurePipeline.Outcome outcome = HourlyLooks.play(world, 2, 3, (run, revision) -> {}, look -> {
            last[0] = look;
            if (looks[0]++ % every == 0) {
                most[0] = Math.max(most[0], requireSame(look).duties().size());
            }
        });
        WhoIsLate late = requireSame(last[0]);
        System.out.printf(
                "%s: %d looks, at most %d overdue, %d at the end%n",
                name, looks[0], most[0], late.duties().size());
        assertThat(most[0]).isPositive();
        assertThat(tallyOf(late, last[0]))
                .as("what the ledger expects")
                .isEqualTo(overdue(cells -> outcome.expected().sorted().forEach(cells)));
    }

    private static WhoIsLate requireSame(Look look) {
        WhoIsLate late = LateReader.of(look.tally().headers(), look.overdue(), LateFilter.NONE, List.of());
        assertThat(tallyOf(late, look))
                .as("the tally")
                .isEqualTo(
                        overdue(cells -> look.reader().forEachCell(look.reader().lastRun(), cells)));
        assertThat(byKnown(late)).as("metrics").isEqualTo(metrics(look.scrape()));
        assertThat(late.duties())
                .as("deadlines before the watermark")
                .allMatch(duty -> duty.last().deadline()
                        < look.tally().watermark(duty.last().partition()).orElseThrow());
        return late;
    }

    /** The duties as a tally has them: the same obligations have the same fingerprints. */
    private static SortedMap<Long, Share> tallyOf(WhoIsLate late, Look look) {
        PartHeader run = late.run().orElseThrow();
        AgencyCatalogue agencies = AgencyCatalogue.of(run.getDepartments(), run.getCommunes());
        Map<String, Integer> numbers = new HashMap<>();
        Tally tally = new Tally();
        for (OverdueDuty duty : late.duties()) {
            LatenessRevision last = duty.last();
            int receiver = last.duty().receiver().isEmpty()
                    ? ObligationId.NO_RECEIVER
                    : numbers.computeIfAbsent(last.duty().receiver(), agencies::number);
            tally.conclude(
                    1,
                    agencies,
                    new Conclusion()
                            .about(
                                    last.duty().thread(),
                                    last.duty().document(),
                                    numbers.computeIfAbsent(last.asker(), agencies::number),
                                    DocumentType.valueOf(last.type()).ordinal(),
                                    Urgency.valueOf(last.urgency().toUpperCase(Locale.ROOT))
                                            .ordinal())
                            .obligation(last.duty().obligation(), receiver, look.dayOf(last.openedAt()))
                            .outcome(Outcome.OVERDUE, last.deadline(), 0));
        }
        return overdue(cells -> tally.sorted().forEach(cells));
    }

    /** By agency, kind of document, day and month: how many, and which. */
    private static SortedMap<Long, Share> overdue(Consumer<Consumer<Cell>> tally) {
        SortedMap<Long, Share> cells = new TreeMap<>();
        tally.accept(cell -> {
            boolean isOverdue = OBLIGATIONS.contains(CellKey.rollup(cell.key()))
                    && CellKey.outcome(cell.key()) == Outcome.OVERDUE
                    && cell.count() > 0;
            if (isOverdue) {
                cells.merge(cell.key(), new Share(cell.count(), cell.fingerprint()), Share::plus);
            }
        });
        return cells;
    }

    private static Map<String, Long> byKnown(WhoIsLate late) {
        Map<String, Long> counts = new TreeMap<>();
        for (OverdueDuty duty : late.duties()) {
            Optional<OverdueAsKnown> known = duty.known();
            counts.merge(
                    duty.last().debtor().split("\\.")[0] + " " + label(known.orElseThrow()) + " "
                            + label(duty.last().duty().obligation()),
                    1L,
                    Long::sum);
        }
        return counts;
    }

    private static Map<String, Long> metrics(String scrape) {
        Map<String, Long> counts = new TreeMap<>();
        Matcher series = OVERDUE.matcher(scrape);
        while (series.find()) {
            long value = (long) Double.parseDouble(series.group(4));
            if (value > 0) {
                counts.put(series.group(1) + " " + series.group(2) + " " + series.group(3), value);
            }
        }
        return counts;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
