package io.docaxis.simulator.bench.load;

import io.docaxis.simulator.bench.SampleSession;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Clients;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small sessions in which load is as fast as Kafka in the first round, and a tenth faster in the second. */
public final class SampleLoadBench {

    private SampleLoadBench() {}

    public static LoadBenchReport report() {
        return report(EnumSet.allOf(LoadMeasure.class), 2);
    }

    static LoadBenchReport report(Set<LoadMeasure> measures, int rounds) {
        return new LoadBenchReport(result(measures, rounds), "at some time");
    }

    static LoadBenchResult result(Set<LoadMeasure> measures, int rounds) {
        List<LoadLap> laps = new ArrayList<>();
        LoadBenchPlan plan = new LoadBenchPlan("any", rounds, 60, measures);
        for (int round = 1; round <= rounds; round++) {
            for (LoadMeasure measure : plan.measures()) {
                for (LoadLeg leg : measure.order(round)) {
                    laps.add(lap(measure, leg, round, SampleSession.known(), List.of()));
                }
            }
        }
        return new LoadBenchResult(plan, laps);
    }

    static LoadLap lap(LoadMeasure measure, LoadLeg leg, int round, Usage usage, List<String> objections) {
        double seconds = leg.isLoad() && round == 2 ? 20 : 22;
        LapLatency latency =
                new LapLatency(1, leg == LoadLeg.KAFKA_LINGERS ? 6 : leg.isLoad() ? 6 : 8, round == 2 ? 3 : 1, 20);
        return new LoadLap(
                leg,
                round,
                2_200_000,
                seconds,
                measure.isRate() ? Optional.empty() : Optional.of(latency),
                usage,
                leg.isLoad() ? SampleSession.FAST : Clients.UNKNOWN,
                objections);
    }
}
