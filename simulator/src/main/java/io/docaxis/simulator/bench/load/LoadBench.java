package io.docaxis.simulator.bench.load;

import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.bench.WorkDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A session: every round runs the legs of each measure one after the other, in an order that goes round, each lap on processes of its own.
 * What it wrote is deleted after each lap.
 */
public final class LoadBench {

    private final LoadBenchPlan plan;
    private final Consumer<String> says;

    /** @param says told what happens, a line at a time */
    public LoadBench(LoadBenchPlan plan, Consumer<String> says) {
        this.plan = plan;
        this.says = says;
    }

    /**
     * Measures all of it.
     *
     * @param measuredAt date and time, as it shall be written
     * @throws ClusterException if the disk has no room for a lap
     */
    public LoadBenchReport run(String measuredAt) throws InterruptedException {
        try (WorkDirectory work = WorkDirectory.open()) {
            requireRoom(work.path());
            LoadLegs legs = LoadLegs.prepared(plan, work.directory("settings"));
            List<LoadLap> laps = new ArrayList<>();
            for (int round = 1; round <= plan.rounds(); round++) {
                for (LoadMeasure measure : plan.measures()) {
                    for (LoadLeg leg : measure.order(round)) {
                        LoadLap lap = lap(legs, leg, round, work);
                        laps.add(lap);
                        says.accept(LoadBenchText.lap(measure, lap, plan.rounds()));
                    }
                }
            }
            return new LoadBenchReport(new LoadBenchResult(plan, laps), measuredAt);
        }
    }

    private static LoadLap lap(LoadLegs legs, LoadLeg leg, int round, WorkDirectory work) throws InterruptedException {
        Path directory = work.directory(leg.label() + "-" + round);
        try {
            return legs.run(leg, round, directory);
        } finally {
            WorkDirectory.remove(directory);
        }
    }

    private void requireRoom(Path directory) {
        long free = directory.toFile().getUsableSpace();
        if (free < plan.diskBytes()) {
            throw new ClusterException(String.format(
                    Locale.ROOT,
                    "a lap takes %.1f GB of disk, and '%s' has %.1f GB: want more, or fewer --seconds",
                    plan.diskBytes() / 1e9,
                    directory,
                    free / 1e9));
        }
    }
}
