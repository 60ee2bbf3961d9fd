package io.docaxis.simulator.bench.lag;

import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.LookHistory;
import io.docaxis.monitor.health.LookTime;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.PartitionName;
import io.docaxis.simulator.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * What it costs to take in looks, without asking for them.
 *
 * @param roundSeconds for all groups once, over the rounds in which every history is full
 * @param bytes that all histories take then
 */
record LagCost(int groups, int partitions, Spread roundSeconds, long bytes) {

    static final int GROUPS = 200;
    static final int PARTITIONS = 100;

    private static final int ROUNDS = 240;
    private static final int MEASURED = 100;
    private static final long INTERVAL_MS = 5_000;

    /** No two groups read the same topic, a third of them is behind and falls further behind. */
    static LagCost measured() {
        LookHistory history = new LookHistory(INTERVAL_MS);
        SplittableRandom random = new SplittableRandom(1);
        long[] ends = new long[GROUPS * PARTITIONS];
        long[] commits = new long[GROUPS * PARTITIONS];
        double[] seconds = new double[ROUNDS];
        long before = usedBytes();
        for (int round = 0; round < ROUNDS; round++) {
            List<GroupLook> looks = new ArrayList<>(GROUPS);
            for (int group = 0; group < GROUPS; group++) {
                looks.add(look(group, (round + 1) * INTERVAL_MS, ends, commits, random));
            }
            long began = System.nanoTime();
            looks.forEach(history::look);
            seconds[round] = (System.nanoTime() - began) / 1e9;
        }
        long bytes = usedBytes() - before;
        history.keepOnly(List.of());
        return new LagCost(
                GROUPS, PARTITIONS, Spread.of(DoubleStream.of(seconds).skip(ROUNDS - MEASURED)), bytes);
    }

    private static GroupLook look(int group, long nowMs, long[] ends, long[] commits, SplittableRandom random) {
        List<PartitionLook> partitions = new ArrayList<>(PARTITIONS);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int place = group * PARTITIONS + partition;
            ends[place] += random.nextInt(1, 100);
            commits[place] = group % 3 == 0 ? commits[place] + 1 : ends[place] - random.nextInt(2);
            PartitionLook at = PartitionLook.at(
                    new PartitionName("topic-" + group, partition),
                    new GroupPosition(OptionalLong.of(commits[place]), 0, ends[place], ends[place]));
            partitions.add(
                    partition % 2 == 0
                            ? at
                            : at.with(new FirstRecord.At(commits[place], group % 3 == 0 ? nowMs / 2 : nowMs)));
        }
        return new GroupLook(
                "group-" + group,
                new LookTime(nowMs - 10, nowMs, nowMs),
                true,
                OptionalInt.of(3),
                Optional.of("Stable"),
                partitions);
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
