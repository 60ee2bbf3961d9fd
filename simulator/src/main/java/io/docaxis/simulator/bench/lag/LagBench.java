package io.docaxis.simulator.bench.lag;

import io.docaxis.simulator.process.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A session: simulated logs one after the other, then what taking in looks costs. Needs no broker. */
public final class LagBench {

    private LagBench() {}

    /**
     * @param days that are simulated, beginning with a Monday
     * @param says told what happens, a line at a time
     */
    public static LagResult run(int days, long seed, Consumer<String> says) {
        List<LagFigures> logs = logs(days, seed, says);
        says.accept(LagCost.GROUPS + " groups × " + LagCost.PARTITIONS + " partitions …");
        try (Meter meter = Meter.started()) {
            long fromMs = System.currentTimeMillis();
            LagCost cost = LagCost.measured();
            return new LagResult(days, seed, logs, cost, meter.between(fromMs, System.currentTimeMillis()));
        }
    }

    /** The simulated part, whose figures depend on days and seed alone. */
    static List<LagFigures> logs(int days, long seed, Consumer<String> says) {
        List<LagFigures> logs = new ArrayList<>();
        for (LagTraffic traffic : LagTraffic.values()) {
            says.accept(traffic.words() + " …");
            logs.add(new LagPlay(traffic, days, seed).run());
        }
        return logs;
    }
}
