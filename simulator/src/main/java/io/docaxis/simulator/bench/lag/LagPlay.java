package io.docaxis.simulator.bench.lag;

import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.LookHistory;
import io.docaxis.monitor.health.LookTime;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.PartitionName;
import io.docaxis.monitor.health.TimeLag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Days of looks at one simulated log, with groups that stand somewhere behind every now and then. Looks come late, take time, and
 * are left out for some minutes once in a while.
 */
final class LagPlay {

    static final long INTERVAL_MS = 10_000;

    private static final PartitionName PARTITION = new PartitionName("simulated", 0);
    /** How far behind groups stand, about. */
    private static final long[] BEHIND_MS = {20_000, 120_000, 600_000, 3_600_000, 6 * 3_600_000, 24 * 3_600_000};

    private static final long QUESTIONS_EVERY_MS = 1_800_000;

    private final LagTraffic traffic;
    private final SimulatedLog log;
    private final long untilMs;
    private final SplittableRandom random;
    private final LookHistory history = new LookHistory(INTERVAL_MS);
    private final SeenEnds seen = new SeenEnds();
    private final LagFigures figures;

    LagPlay(LagTraffic traffic, int days, long seed) {
        this.traffic = traffic;
        untilMs = days * 24 * LagTraffic.HOUR_MS;
        random = new SplittableRandom(seed);
        log = traffic.log(untilMs, random);
        figures = new LagFigures(traffic);
    }

    LagFigures run() {
        long questionsMs = QUESTIONS_EVERY_MS;
        long dueMs = INTERVAL_MS;
        while (dueMs < untilMs) {
            long askedMs = dueMs + random.nextLong(200);
            long answeredMs = askedMs + random.nextLong(300);
            long takenMs = askedMs + random.nextLong(answeredMs - askedMs + 1);
            LookTime time = new LookTime(askedMs, answeredMs, answeredMs);
            int end = log.endAt(takenMs);
            seen.look(answeredMs, end);
            look(time, "watched", OptionalLong.empty(), log.startAt(takenMs), end, FirstRecord.UNREAD);
            if (answeredMs >= questionsMs) {
                questionsMs += QUESTIONS_EVERY_MS;
                ask(time, takenMs);
            }
            dueMs += random.nextInt(5_000) == 0 ? random.nextLong(540_000) : INTERVAL_MS;
        }
        return figures;
    }

    private void ask(LookTime time, long takenMs) {
        for (long about : BEHIND_MS) {
            long behindMs = about / 2 + random.nextLong(about);
            Optional<LagQuestion> question =
                    behindMs < takenMs ? LagQuestion.at(log, takenMs, takenMs - behindMs) : Optional.empty();
            question.ifPresent(asked -> {
                figures.interval(asked, lag(time, asked, "unread", FirstRecord.UNREAD), false);
                // a record whose timestamp nobody believes
                figures.interval(
                        asked,
                        lag(time, asked, "contradicted", new FirstRecord.At(asked.record(), Long.MAX_VALUE)),
                        true);
                figures.told(asked, lag(time, asked, "told", new FirstRecord.At(asked.record(), asked.recordMs())));
                for (Estimate estimate : Estimate.values()) {
                    figures.estimate(estimate, asked, estimate.seconds(asked, seen));
                }
            });
        }
    }

    private TimeLag lag(LookTime time, LagQuestion asked, String group, FirstRecord first) {
        return look(time, group, OptionalLong.of(asked.commit()), asked.start(), asked.end(), first);
    }

    private TimeLag look(LookTime time, String group, OptionalLong commit, long start, long end, FirstRecord first) {
        PartitionLook partition = PartitionLook.at(PARTITION, new GroupPosition(commit, start, end, end))
                .with(first);
        return history.look(new GroupLook(
                        traffic.name() + group, time, true, OptionalInt.of(1), Optional.empty(), List.of(partition)))
                .partitions()
                .get(0)
                .timeLag();
    }
}
