package io.docaxis.simulator.bench;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A session of one round in which Kafka alone takes half as long as the pipeline. */
public final class SampleSession {

    /** Both sides on their fast paths. */
    public static final Clients FAST =
            new Clients(Optional.of(fast(FastPath.Side.PRODUCER)), Optional.of(fast(FastPath.Side.CONSUMER)));

    private static final long RECORDS = 12_000_000;

    private SampleSession() {}

    private static Client fast(FastPath.Side side) {
        return new Client(side, Optional.of(true), Optional.empty(), "1.2.3");
    }

    public static BenchReport report(Usage usage) {
        List<Lap> laps = new ArrayList<>();
        for (Leg leg : Leg.values()) {
            double seconds = leg == Leg.PIPELINE ? 40 : 20;
            laps.add(new Lap(
                    leg,
                    1,
                    RECORDS,
                    seconds,
                    seconds,
                    seconds,
                    usage,
                    leg == Leg.PIPELINE ? clients(usage) : Clients.UNKNOWN));
        }
        return BenchReport.of(
                new BenchResult("any", 1_000_000, RECORDS, 60, 1, laps, OptionalDouble.empty()), "at some time");
    }

    private static Clients clients(Usage usage) {
        return usage.cpuSeconds().isEmpty() ? Clients.UNKNOWN : FAST;
    }

    /** Of a system that says everything. */
    public static Usage known() {
        Map<String, Double> cpuSeconds =
                Map.of(MeasuredStage.GENERATOR, 10.0, MeasuredStage.BROKER, 10.0, MeasuredStage.CONSUMER, 10.0);
        Map<String, Long> peakBytes = Map.of(
                MeasuredStage.GENERATOR, 1L << 28, MeasuredStage.BROKER, 1L << 28, MeasuredStage.CONSUMER, 1L << 28);
        return new Usage(20, cpuSeconds, peakBytes, OptionalDouble.of(0.01));
    }

    /** Of a system that says nothing. */
    public static Usage unknown() {
        return new Usage(20, Map.of(), Map.of(), OptionalDouble.empty());
    }
}
