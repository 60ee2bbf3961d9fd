package io.docaxis.simulator.bench;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Page;
import io.docaxis.simulator.report.Page.Bar;
import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A session as a page. */
final class BenchPage {

    private final BenchResult result;

    private BenchPage(BenchResult result) {
        this.result = result;
    }

    static String of(BenchResult result, List<String> doubts, String measuredAt, Versions versions, Machine machine) {
        BenchPage page = new BenchPage(result);
        Spread ratio = result.pipelineToRaw();
        return new Page(String.format(Locale.ROOT, "docaxis bench: %.2f of raw Kafka", ratio.median()))
                .note(versions.on(machine) + "; measured " + measuredAt)
                .doubts(doubts)
                .note(BenchText.about(result))
                .note(result.clients().words())
                .bars("Events per second", page.rates())
                .bars("Events per core-second", page.perCore())
                .bars("Peak memory", page.memory())
                .targets(result.targets())
                .heading("Laps, in the order in which they ran")
                .table(
                        List.of("leg", "round", "seconds", "events/s", "others"),
                        result.laps().stream().map(BenchPage::row).toList())
                .html();
    }

    private List<Bar> rates() {
        return List.of(
                rate("raw Kafka, same bytes", Leg.RAW, Lap::perSecond),
                rate("ProducerPerformance", Leg.TOOLS, Lap::sentPerSecond),
                rate("with ConsumerPerformance", Leg.TOOLS, Lap::perSecond),
                rate("pipeline, to the verdict", Leg.PIPELINE, Lap::perSecond),
                rate("pipeline, to the last event applied", Leg.PIPELINE, Lap::workPerSecond));
    }

    private List<Bar> perCore() {
        List<Bar> bars = new ArrayList<>();
        for (Leg leg : BenchText.COMPARED) {
            for (String role : BenchText.ROLES) {
                bars.add(rate(leg.label() + ", " + role, leg, lap -> lap.perCoreSecond(role)));
            }
        }
        return bars;
    }

    private List<Bar> memory() {
        List<Bar> bars = new ArrayList<>();
        for (Leg leg : BenchText.COMPARED) {
            for (String role : BenchText.ROLES) {
                Spread spread = result.spread(leg, lap -> lap.usage().peakMebibytes(role));
                bars.add(new Bar(leg.label() + ", " + role, spread, Wording.whole(spread.median()) + " MiB"));
            }
        }
        return bars;
    }

    private Bar rate(String name, Leg leg, ToDoubleFunction<Lap> figure) {
        Spread spread = result.spread(leg, figure);
        return new Bar(name, spread, Wording.whole(spread.median()));
    }

    private static List<String> row(Lap lap) {
        return List.of(
                lap.leg().label(),
                Integer.toString(lap.round()),
                String.format(Locale.ROOT, "%.1f", lap.seconds()),
                Wording.number(Math.round(lap.perSecond())),
                Wording.share(lap.usage().others()));
    }
}
