package io.docaxis.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Series that look like trouble to rules on offsets, rates or members alone, and series that look well and are not. */
class MisleadingSeriesTest {

    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;

    private static final Set<Health> WELL = EnumSet.of(Health.OK, Health.IDLE);

    /** What happens, look by look, and what may be said of it. */
    private enum Series {
        MARKERS_ALONE_ARE_LEFT(WELL, group -> {
            // aborted transactions: the log grows, and there is no record in it
            group.consumeAll();
            group.logs.forEach(log -> log.markersFrom = log.end());
            group.looksFor(HOUR_MS, i -> group.arrive(2));
        }),
        ONE_RECORD_NOW_AND_THEN(
                WELL,
                group -> group.looksFor(3 * HOUR_MS, i -> {
                    if (i % 60 == 0) {
                        group.arrive(0, 1);
                    } else if (i % 60 == 4) {
                        group.consumeAll();
                    }
                })),
        ALWAYS_A_FEW_BEHIND(
                WELL,
                group -> group.looksFor(HOUR_MS, i -> {
                    group.consumeAll();
                    group.arrive(3);
                })),
        NIGHTS_AND_A_WEEKEND(
                30_000,
                WELL,
                group -> group.looksFor(7 * 24 * HOUR_MS, i -> {
                    long hour = group.nowMs / HOUR_MS % 24;
                    boolean office =
                            hour >= 1 && hour < 10 && (group.nowMs - WatchedGroup.MONDAY_MS) / HOUR_MS < 4 * 24 + 9;
                    if (office) {
                        // the first record of the morning waits for one look, with a commit that is a night old
                        group.consumeAll();
                        group.arrive(10);
                    } else {
                        group.consumeAll();
                    }
                })),
        A_COMMIT_EVERY_FOUR_MINUTES(EnumSet.of(Health.OK, Health.LEARNING), group -> {
            group.history.keepOnly(List.of());
            group.looksFor(4 * HOUR_MS, i -> {
                group.arrive(10);
                if (i % 48 == 0) {
                    group.consumeAll();
                }
            });
        }),
        SHORT_RETENTION_AND_A_COMMIT_EVERY_TWO_MINUTES(EnumSet.of(Health.OK, Health.LEARNING), group -> {
            group.history.keepOnly(List.of());
            group.logs.forEach(log -> log.retention = new Retention.For(20 * MINUTE_MS));
            group.looksFor(4 * HOUR_MS, i -> {
                group.arrive(10 + i % 7);
                if (i % 24 == 0) {
                    group.consumeAll();
                }
            });
        }),
        BURSTS_READ_JUST_IN_TIME(
                WELL,
                group -> group.looksFor(3 * HOUR_MS, i -> {
                    if (i % 36 == 0) {
                        group.arrive(360);
                    }
                    for (int partition = 0; partition < group.logs.size(); partition++) {
                        group.consume(partition, 11);
                    }
                })),
        A_REBALANCE_OF_FORTY_SECONDS(
                WELL,
                group -> group.looksFor(HOUR_MS, i -> {
                    group.arrive(10);
                    boolean rebalances = i % 120 < 8;
                    group.state = Optional.of(rebalances ? "PreparingRebalance" : "Stable");
                    if (!rebalances) {
                        group.consumeAll();
                    }
                })),
        A_CONSUMER_RESTARTED(
                WELL,
                group -> group.looksFor(HOUR_MS, i -> {
                    group.arrive(10);
                    boolean away = i % 240 < 10;
                    group.members = OptionalInt.of(away ? 0 : 1);
                    if (!away) {
                        group.consumeAll();
                    }
                })),
        COMMITS_WITHOUT_MEMBERS(30_000, WELL, group -> {
            group.members = OptionalInt.of(0);
            group.looksFor(30 * HOUR_MS, i -> {
                group.arrive(1);
                if (i % 4 == 0) {
                    group.consumeAll();
                }
            });
        }),
        A_JOB_THAT_COMES_ONCE_AN_HOUR(30_000, WELL, group -> {
            group.members = OptionalInt.of(0);
            group.history.keepOnly(List.of());
            group.looksFor(24 * HOUR_MS, i -> {
                if (i == 600) {
                    // five hours: it is known by now
                    group.seen.clear();
                }
                group.arrive(1);
                if (i % 120 == 0) {
                    group.consumeAll();
                }
            });
        }),
        RESTARTS_OF_A_GROUP_THAT_COMMITS_EVERY_TWO_MINUTES(EnumSet.of(Health.OK, Health.LEARNING), group -> {
            group.history.keepOnly(List.of());
            group.looksFor(4 * HOUR_MS, i -> {
                group.arrive(1);
                group.members = OptionalInt.of(i % 240 < 203 || i % 240 > 213 ? 1 : 0);
                if (i % 24 == 0) {
                    group.consumeAll();
                }
            });
        }),
        OUR_CLOCK_STEPS(
                WELL,
                group -> group.looksFor(HOUR_MS, i -> {
                    group.ourStepMs = i % 100 < 50 ? 0 : 900_000;
                    group.consumeAll();
                    group.arrive(3);
                })),
        A_PRODUCERS_CLOCK_STEPS(
                WELL,
                group -> group.looksFor(HOUR_MS, i -> {
                    group.logs.forEach(log -> log.clockAheadMs = i % 200 < 100 ? 0 : -HOUR_MS);
                    group.consumeAll();
                    group.arrive(3);
                })),
        GAPS_IN_OUR_LOOKING(
                WELL,
                group -> group.looks(200, i -> {
                    if (i % 20 == 0) {
                        for (int second = 0; second < 480; second += 5) {
                            group.pass(5_000);
                            group.arrive(1);
                            group.consumeAll();
                        }
                    }
                    group.arrive(1);
                    group.consumeAll();
                })),
        NEVER_A_MEMBER(EnumSet.of(Health.ABANDONED, Health.LEARNING), group -> {
            group.history.keepOnly(List.of());
            group.members = OptionalInt.of(0);
            for (int partition = 0; partition < 3; partition++) {
                group.commit(partition, 0);
            }
            group.looksFor(HOUR_MS, i -> group.arrive(1));
        }),
        A_NEW_PARTITION_WITHOUT_COMMIT(WELL, group -> {
            group.logs.add(new WatchedGroup.Log(3));
            group.log(3).commit = OptionalLong.empty();
            group.looksFor(HOUR_MS, i -> {
                group.arrive(10);
                for (int partition = 0; partition < 3; partition++) {
                    group.consume(partition, 10);
                }
            });
        }),
        A_TOPIC_MADE_ANEW(WELL, group -> {
            group.logs.replaceAll(log -> new WatchedGroup.Log(log.name.partition()));
            group.looksFor(10 * MINUTE_MS, i -> {
                group.arrive(10);
                group.consumeAll();
            });
        }),
        ONE_PARTITION_OF_MANY(
                EnumSet.of(Health.OK, Health.STALLED),
                group -> group.looksFor(20 * MINUTE_MS, i -> {
                    group.arrive(0, 1_000);
                    group.arrive(1, 1_000);
                    group.arrive(2, 1);
                    group.consume(0, 1_000);
                    group.consume(1, 1_000);
                }));

        /** Where there is something to find, it is found. */
        Set<Health> atEnd() {
            Set<Health> found = EnumSet.copyOf(allowed);
            found.removeAll(EnumSet.of(Health.LEARNING));
            return found.contains(Health.STALLED) ? EnumSet.of(Health.STALLED) : found;
        }

        private final long intervalMs;
        private final Set<Health> allowed;
        private final Consumer<WatchedGroup> what;

        Series(Set<Health> allowed, Consumer<WatchedGroup> what) {
            this(WatchedGroup.INTERVAL_MS, allowed, what);
        }

        Series(long intervalMs, Set<Health> allowed, Consumer<WatchedGroup> what) {
            this.intervalMs = intervalMs;
            this.allowed = allowed;
            this.what = what;
        }
    }

    @ParameterizedTest
    @EnumSource(Series.class)
    void isSeenForWhatItIs(Series series) {
        WatchedGroup group = new WatchedGroup(3, series.intervalMs).learnt();
        series.what.accept(group);
        assertThat(group.seen).isSubsetOf(series.allowed);
        assertThat(group.health()).as("at the end").isIn(series.atEnd());
    }
}
