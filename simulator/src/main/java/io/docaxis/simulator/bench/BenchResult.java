package io.docaxis.simulator.bench;

import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Target.Unit;
import io.docaxis.simulator.report.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a session measured.
 *
 * @param scenario that was played
 * @param documents distinct documents sent in each lap
 * @param records of each lap
 * @param meanBytes of a record, key and value
 * @param laps in the order in which they ran
 * @param verificationShare of the consumer's processor time; empty where it could not be measured
 */
public record BenchResult(
        String scenario,
        long documents,
        long records,
        double meanBytes,
        int rounds,
        List<Lap> laps,
        OptionalDouble verificationShare) {

    /** Below this, warming up is most of what is measured. */
    private static final double LEAST_SECONDS = 10;
    /** The least that the raw leg must reach of what Kafka's own tool does. */
    private static final double LEAST_RAW_TO_TOOL = 0.9;

    public BenchResult {
        laps = List.copyOf(laps);
    }

    List<Lap> of(Leg leg) {
        return laps.stream().filter(lap -> lap.leg() == leg).toList();
    }

    Spread spread(Leg leg, ToDoubleFunction<Lap> figure) {
        return Spread.of(of(leg).stream().mapToDouble(figure));
    }

    /** Events a second, until everything was done. */
    Spread perSecond(Leg leg) {
        return spread(leg, Lap::perSecond);
    }

    /** The pipeline's median by that of Kafka alone; least and most are of the rounds, each within itself. */
    Spread pipelineToRaw() {
        Spread rounds = Spread.of(IntStream.rangeClosed(1, rounds())
                .mapToDouble(round -> lap(Leg.PIPELINE, round).perSecond()
                        / lap(Leg.RAW, round).perSecond()));
        return new Spread(perSecond(Leg.PIPELINE).median() / perSecond(Leg.RAW).median(), rounds.min(), rounds.max());
    }

    /** The raw leg's median by what {@code ProducerPerformance} says of itself. */
    double rawToTool() {
        return perSecond(Leg.RAW).median()
                / spread(Leg.TOOLS, Lap::sentPerSecond).median();
    }

    /** The pipeline's clients, over all its laps. */
    Clients clients() {
        return Clients.together(of(Leg.PIPELINE).stream().map(Lap::clients).toList());
    }

    /** Why these measurements may mean nothing, in words; empty: they do. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        for (Lap lap : laps) {
            String where = lap.leg().label() + ", round " + lap.round();
            doubts.addAll(Trust.doubts(where, lap.usage()));
            if (lap.leg() == Leg.PIPELINE) {
                doubts.addAll(Trust.doubts(where, lap.clients()));
            }
            if (lap.seconds() < LEAST_SECONDS) {
                doubts.add(String.format(
                        Locale.ROOT,
                        "%s: too short, %.1f s; want %.0f s, so more --documents",
                        where,
                        lap.seconds(),
                        LEAST_SECONDS));
            }
        }
        if (rawToTool() < LEAST_RAW_TO_TOOL) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "the raw leg reaches %.2f of Kafka's ProducerPerformance; want %.1f",
                    rawToTool(),
                    LEAST_RAW_TO_TOOL));
        }
        return doubts;
    }

    /** What they have to say of the project's targets; the others are {@code bench scale}'s. */
    List<Target> targets() {
        return List.of(
                Target.atLeast(
                        "whole pipeline ÷ raw Kafka, same bytes",
                        0.60,
                        0.85,
                        OptionalDouble.of(pipelineToRaw().median()),
                        Unit.RATIO),
                Target.atMost(
                        "share of consumer CPU spent on verification", 0.15, 0.05, verificationShare, Unit.PERCENT));
    }

    private Lap lap(Leg leg, int round) {
        return of(leg).stream().filter(lap -> lap.round() == round).findFirst().orElseThrow();
    }
}
