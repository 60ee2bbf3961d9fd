package io.docaxis.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cluster answers, in whatever order: something is said, with its figures. */
class AnyLooksTest {

    private static final int LOOKS = 6_000;

    private SplittableRandom random;
    private WatchedGroup group;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neverLeadToNothing(long seed) {
        random = new SplittableRandom(seed);
        group = new WatchedGroup(4);
        for (int look = 0; look < LOOKS; look++) {
            group.pass(random.nextInt(200) == 0 ? random.nextLong(900_000) : 5_000);
            happens();
            GroupReport report = group.look();
            Diagnosis now = report.diagnosis();
            assertThat(now.why()).isNotBlank();
            assertThat(now.advice()).endsWith(".");
            assertThat(now.figures().values()).allMatch(Double::isFinite);
            assertThat(now.sinceMs()).isLessThanOrEqualTo(group.nowMs);
            for (PartitionReport partition : report.partitions()) {
                double least = partition.timeLag().leastSeconds(group.nowMs).orElse(0);
                assertThat(partition.timeLag().seconds(group.nowMs).orElse(Double.MAX_VALUE))
                        .isGreaterThanOrEqualTo(least);
                assertThat(partition.consumedPerS().orElse(0)).isNotNegative();
                assertThat(partition.arrivedPerS().orElse(0)).isNotNegative();
                assertThat(partition.drain().seconds().orElse(0)).isNotNegative();
            }
        }
        assertThat(group.seen).hasSizeGreaterThan(5);
    }

    private void happens() {
        if (random.nextInt(80) == 0) {
            group.answers = random.nextInt(4) > 0;
        }
        if (random.nextInt(100) == 0) {
            group.members = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(3));
        }
        for (int partition = 0; partition < group.logs.size(); partition++) {
            happens(partition, group.log(partition));
        }
    }

    private void happens(int partition, WatchedGroup.Log log) {
        group.arrive(partition, random.nextInt(5));
        switch (random.nextInt(400)) {
            case 0 -> log.answers = !log.answers;
            case 1 -> log.mayBeRead = !log.mayBeRead;
            case 2 -> log.start = Math.min(log.end(), log.start + random.nextInt(200));
            case 3 -> log.openFrom = random.nextBoolean() ? Long.MAX_VALUE : log.end();
            case 4 ->
                log.retention =
                        random.nextBoolean() ? Retention.UNKNOWN : new Retention.For(random.nextLong(9_000_000));
            case 5 -> log.clockAheadMs = random.nextLong(-9_000_000, 9_000_000);
            case 6 ->
                log.commit = random.nextInt(4) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(random.nextLong(log.end() + 50));
            case 7 -> group.logs.set(partition, new WatchedGroup.Log(partition));
            default -> {
                if (log.commit.isPresent() && log.commit.getAsLong() <= log.readableEnd() && random.nextInt(3) > 0) {
                    group.consume(partition, random.nextInt(8));
                }
            }
        }
    }
}
