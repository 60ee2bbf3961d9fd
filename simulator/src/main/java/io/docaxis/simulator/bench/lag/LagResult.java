package io.docaxis.simulator.bench.lag;

import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Target.Unit;
import io.docaxis.simulator.report.Trust;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a session found.
 *
 * @param days of simulated looks
 * @param logs in the order of {@link LagTraffic}
 * @param usage of the machine while cost was measured
 */
public record LagResult(int days, long seed, List<LagFigures> logs, LagCost cost, Usage usage) {

    private static final double GIBIBYTE = 1 << 30;

    public LagResult {
        logs = List.copyOf(logs);
    }

    /** Whether no interval left out the truth, and every record that told it was believed: what the method promises. */
    public boolean isRight() {
        return logs.stream().allMatch(log -> log.outside() == 0 && log.disbelieved() == 0);
    }

    List<String> doubts() {
        return Trust.doubts("taking in looks", usage);
    }

    List<Target> targets() {
        double intervals = logs.stream().mapToLong(LagFigures::intervals).sum();
        double outside = logs.stream().mapToLong(LagFigures::outside).sum();
        String all = cost.groups() + " × " + cost.partitions();
        return List.of(
                Target.atMost(
                        "intervals that leave out the truth",
                        0,
                        0,
                        OptionalDouble.of(outside / intervals),
                        Unit.PERCENT),
                Target.atMost(
                        "a round of " + all + ", taken in",
                        0.5,
                        0.1,
                        OptionalDouble.of(cost.roundSeconds().median()),
                        Unit.SECONDS),
                Target.atMost(
                        "histories of " + all,
                        0.125,
                        0.0625,
                        OptionalDouble.of(cost.bytes() / GIBIBYTE),
                        Unit.GIBIBYTES));
    }
}
