package io.docaxis.simulator.bench.load;

import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Target;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a session measured: its laps in the order in which they ran. */
record LoadBenchResult(LoadBenchPlan plan, List<LoadLap> laps) {

    LoadBenchResult {
        laps = List.copyOf(laps);
    }

    Stream<LoadLap> of(LoadLeg leg) {
        return laps.stream().filter(lap -> lap.leg() == leg);
    }

    /** A leg's figure over all rounds. */
    Spread spread(LoadMeasure measure, LoadLeg leg) {
        return Spread.of(of(leg).mapToDouble(measure::figure));
    }

    /** What a measure comes to in each round, which is compared within itself alone. */
    RoundFigures figures(LoadMeasure measure) {
        return RoundFigures.of(IntStream.rangeClosed(1, plan.rounds())
                .mapToDouble(round -> figure(measure, round))
                .toArray());
    }

    private double figure(LoadMeasure measure, int round) {
        return switch (measure) {
            case SEND -> figure(measure, LoadLeg.LOAD_SENDS, round) / figure(measure, LoadLeg.TOOL_SENDS, round);
            case PROVE -> figure(measure, LoadLeg.LOAD_PROVES, round) / figure(measure, LoadLeg.KAFKA_MOVES, round);
            case LATENCY -> figure(measure, LoadLeg.LOAD_PACED, round) / quickerKafka(round);
            case SLIP -> figure(measure, LoadLeg.LOOP_ALONE, round);
        };
    }

    /** The same ratio where a plain consumer counts instead of docaxis' own. */
    RoundFigures countedToKafka() {
        return RoundFigures.of(IntStream.rangeClosed(1, plan.rounds())
                .mapToDouble(round -> figure(LoadMeasure.LATENCY, LoadLeg.LOAD_COUNTS, round) / quickerKafka(round))
                .toArray());
    }

    /** Whoever measures Kafka alone takes the better of the two. */
    private double quickerKafka(int round) {
        return Math.min(
                figure(LoadMeasure.LATENCY, LoadLeg.KAFKA_AT_ONCE, round),
                figure(LoadMeasure.LATENCY, LoadLeg.KAFKA_LINGERS, round));
    }

    private double figure(LoadMeasure measure, LoadLeg leg, int round) {
        return measure.figure(
                of(leg).filter(lap -> lap.round() == round).findFirst().orElseThrow());
    }

    /** Why these measurements may mean nothing, in words; empty: they do not. */
    List<String> doubts() {
        return laps.stream().flatMap(lap -> lap.doubts().stream()).toList();
    }

    /** What they have to say of the project's targets. */
    List<Target> targets() {
        return Stream.of(LoadMeasure.values())
                .map(measure -> measure.target(
                        plan.measures().contains(measure)
                                ? OptionalDouble.of(figures(measure).spread().median())
                                : OptionalDouble.empty()))
                .toList();
    }
}
