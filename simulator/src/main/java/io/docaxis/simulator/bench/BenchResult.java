package io.docaxis.simulator.bench;

import io.docaxis.simulator.result.Clients;
import java.util.List;
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

    private Lap lap(Leg leg, int round) {
        return of(leg).stream().filter(lap -> lap.round() == round).findFirst().orElseThrow();
    }
}
