package io.docaxis.simulator.bench.lag;

import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Spread;
import java.util.Map;
import java.util.OptionalDouble;

/** A small session. */
public final class SampleLag {

    private SampleLag() {}

    public static LagReport report() {
        return new LagReport(
                new LagResult(
                        2,
                        1,
                        LagBench.logs(2, 1, line -> {}),
                        new LagCost(200, 100, new Spread(0.01, 0.01, 0.01), 1 << 20),
                        new Usage(20, Map.of("session", 10.0), Map.of(), OptionalDouble.of(0.01))),
                "at some time");
    }
}
