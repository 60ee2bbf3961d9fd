package io.docaxis.monitor.health;

import static io.docaxis.monitor.health.Health.ABANDONED;
import static io.docaxis.monitor.health.Health.BLOCKED;
import static io.docaxis.monitor.health.Health.CATCHING_UP;
import static io.docaxis.monitor.health.Health.FALLING_BEHIND;
import static io.docaxis.monitor.health.Health.IDLE;
import static io.docaxis.monitor.health.Health.LEARNING;
import static io.docaxis.monitor.health.Health.LOSING;
import static io.docaxis.monitor.health.Health.OK;
import static io.docaxis.monitor.health.Health.REWOUND;
import static io.docaxis.monitor.health.Health.STALLED;
import static io.docaxis.monitor.health.Health.STOPPED;
import static io.docaxis.monitor.health.Health.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each health over hand-made series, in the order of the list: when it begins, and when it ends. */
class HealthTest {

    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;

    private final WatchedGroup group = new WatchedGroup(3).learnt();

    /** Healths seen in a stretch of looks. */
    private static Set<Health> seen(WatchedGroup group, long ms, Runnable before) {
        group.seen.clear();
        group.looksFor(ms, i -> before.run());
        return group.seen;
    }

    private void traffic() {
        group.arrive(10);
        group.consumeAll();
    }

    @Test
    void isUnknownAsSoonAsTheBrokerIsSilentAndAgainWhatItWasAfterwards() {
        group.members = OptionalInt.of(0);
        assertThat(group.looksFor(3 * MINUTE_MS, i -> group.arrive(10))).isEqualTo(STOPPED);
        long since = group.last.diagnosis().sinceMs();

        group.answers = false;
        assertThat(seen(group, 30_000, () -> {})).containsExactly(UNKNOWN);

        group.answers = true;
        assertThat(group.looks(2, i -> group.arrive(10))).isEqualTo(UNKNOWN);
        assertThat(group.looks(1, i -> group.arrive(10))).isEqualTo(STOPPED);
        assertThat(group.last.diagnosis().sinceMs()).isEqualTo(since);
    }

    @Test
    void isUnknownWhereNobodyAnswersForAPartition() {
        group.log(1).answers = false;
        assertThat(group.looks(1, i -> traffic())).isEqualTo(UNKNOWN);
        assertThat(group.last.diagnosis().why()).contains("1 of 3 partitions", "letters-1");
        assertThat(group.last.drain()).isEqualTo(Drain.UNKNOWN);
    }

    @Test
    void isInTroubleThoughAnotherPartitionIsUnknown() {
        group.looksFor(3 * MINUTE_MS, i -> {
            group.arrive(10);
            group.consume(0, 10);
            group.consume(2, 10);
        });
        assertThat(group.health()).isEqualTo(STALLED);
        group.log(0).answers = false;
        assertThat(group.looks(3, i -> group.arrive(10))).isEqualTo(STALLED);
    }

    @Test
    void losesWhatIsDeletedUnreadForTwentyLooks() {
        group.looks(2, i -> group.arrive(100));
        group.log(2).start = group.log(2).end() - 50;
        assertThat(group.looks(1, i -> {})).isEqualTo(LOSING);
        assertThat(group.last.diagnosis().figures()).containsEntry("lost_records", 150.0);
        assertThat(group.last.diagnosis().partition()).contains(new PartitionName("letters", 2));
        assertThat(group.looks(19 + 2, i -> traffic())).isEqualTo(LOSING);
        assertThat(group.looks(1, i -> traffic())).isEqualTo(OK);
    }

    @Test
    void losesWhereRetentionComesBeforeDrain() {
        WatchedGroup slow = new WatchedGroup(1);
        slow.log(0).retention = new Retention.For(4 * HOUR_MS);
        slow.arrive(40_000);
        slow.pass(3 * HOUR_MS);
        // 13 more than arrive: 4 h until all is read, 1 h until the first is deleted
        assertThat(slow.looksFor(7 * MINUTE_MS, i -> {
                    slow.arrive(9);
                    slow.consume(0, 22);
                }))
                .isEqualTo(LOSING);
        assertThat(slow.last.diagnosis().figures().get("drain_seconds"))
                .isGreaterThan(slow.last.diagnosis().figures().get("retention_seconds"));
    }

    @Test
    void losesNothingWhereItShrinksFasterThanRetentionComes() {
        WatchedGroup quick = new WatchedGroup(1);
        quick.log(0).retention = new Retention.For(4 * HOUR_MS);
        for (int minute = 0; minute < 180; minute++) {
            quick.arrive(1_200);
            quick.pass(MINUTE_MS);
        }
        assertThat(seen(quick, 20 * MINUTE_MS, () -> {
                    quick.arrive(100);
                    quick.consume(0, 400);
                }))
                .containsExactlyInAnyOrder(LEARNING, OK, CATCHING_UP);
    }

    @Test
    void losesWhereItStandsAndTheEndOfRetentionIsNear() {
        group.log(1).retention = new Retention.For(DAY_MS);
        group.looksFor(22 * HOUR_MS, i -> {
            group.arrive(1, 1);
            group.members = OptionalInt.of(0);
        });
        assertThat(group.health()).isEqualTo(STOPPED);
        assertThat(group.looksFor(2 * HOUR_MS - 10 * MINUTE_MS, i -> {})).isEqualTo(LOSING);
        assertThat(group.last.diagnosis().why())
                .matches(
                        "retention deletes the first unread record of letters-1 in .*, and the group does not get there");
    }

    @Test
    void saysThatACommitIsBeyondTheEnd() {
        group.looks(1, i -> group.commit(1, 1_000_000));
        assertThat(group.health()).isEqualTo(OK);
        assertThat(group.last.diagnosis().why()).isEqualTo("in 1 partition the commit is beyond the end of the log");
    }

    @Test
    void isDocumentedWithEachName() throws IOException {
        Pattern row = Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);
        assertThat(row.matcher(Files.readString(Path.of("../docs/lag.md")))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Health.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void losesNothingThatAnybodyMisses() {
        WatchedGroup abandoned = left(3 * DAY_MS);
        assertThat(abandoned.looks(30, i -> abandoned.arrive(10))).isEqualTo(ABANDONED);
        assertThat(seen(abandoned, HOUR_MS, () -> {
                    abandoned.arrive(10);
                    abandoned.log(0).start += 10;
                }))
                .containsExactly(ABANDONED);
    }

    @Test
    void isRewoundForTwentyLooks() {
        group.looks(1, i -> group.commit(1, 40));
        assertThat(group.health()).isEqualTo(REWOUND);
        assertThat(group.last.diagnosis().why()).contains("letters-1", "; it is at 40");
        assertThat(group.looks(19 + 2, i -> traffic())).isEqualTo(REWOUND);
        assertThat(group.looks(1, i -> traffic())).isEqualTo(OK);
    }

    @Test
    void isBlockedAfterAMinuteOfOneTransactionAsObserved() {
        group.log(0).openFrom = group.log(0).end() + 3;
        assertThat(group.looksFor(MINUTE_MS, i -> traffic())).isEqualTo(OK);
        assertThat(group.looks(1, i -> traffic())).isEqualTo(BLOCKED);
        assertThat(group.last.diagnosis().why()).contains("at least, as observed");
        group.log(0).openFrom = Long.MAX_VALUE;
        assertThat(group.looks(3, i -> traffic())).isEqualTo(OK);
    }

    @Test
    void namesTheProducerWhoseTransactionItIs() {
        group.log(0).openFrom = group.log(0).end() + 3;
        group.log(0).transaction = Optional.of(new OpenTransaction(4711));
        assertThat(group.looksFor(MINUTE_MS, i -> traffic()))
                .as("nobody says since when it is open")
                .isEqualTo(OK);
        assertThat(group.looks(1, i -> traffic())).isEqualTo(BLOCKED);
        assertThat(group.last.diagnosis().why())
                .endsWith("for 60 s, at least, as observed; it is that of producer 4711");
        assertThat(group.last.diagnosis().figures())
                .containsEntry("held_seconds", 60.0)
                .containsEntry("producer_id", 4711.0);
    }

    @Test
    void isNotBlockedByOneTransactionAfterAnother() {
        assertThat(seen(group, 5 * MINUTE_MS, () -> {
                    group.arrive(10);
                    group.log(0).openFrom = group.log(0).end() - 5;
                    group.consumeAll();
                }))
                .containsExactly(OK);
    }

    @Test
    void stopsAMinuteAfterItsOnlyConsumerWasKilledAndStaysSo() {
        // a killed member is a member until its session ends
        assertThat(group.looksFor(45_000, i -> group.arrive(10))).isEqualTo(OK);
        group.members = OptionalInt.of(0);
        int looks = 0;
        while (group.health() != STOPPED && looks < 100) {
            group.looks(1, i -> group.arrive(10));
            looks++;
        }
        assertThat(looks * WatchedGroup.INTERVAL_MS).isEqualTo(20_000);
        long since = group.last.diagnosis().sinceMs();
        assertThat(seen(group, 6 * HOUR_MS, () -> group.arrive(1))).containsExactly(STOPPED);
        assertThat(group.last.diagnosis().sinceMs()).isEqualTo(since);
        assertThat(group.last.diagnosis().why())
                .matches(
                        "the commit of letters-\\d has stood at 1600 for 6 h.* with .* records to read and its group has no members;"
                                + " it was last seen alive 6 h ago");
        assertThat(group.last.drain()).isEqualTo(Drain.NEVER);
    }

    @Test
    void stopsAMinuteAfterItsMembersAreGoneThoughItCommitsSeldom() {
        WatchedGroup seldom = new WatchedGroup(1);
        int[] look = {0};
        seldom.looksFor(3 * HOUR_MS, i -> {
            seldom.arrive(10);
            if (look[0]++ % 120 == 0) {
                seldom.consumeAll();
            }
        });
        seldom.members = OptionalInt.of(0);
        assertThat(seldom.looksFor(MINUTE_MS - WatchedGroup.INTERVAL_MS, i -> seldom.arrive(10)))
                .as("a restart takes less")
                .isEqualTo(OK);
        assertThat(seldom.looks(1, i -> seldom.arrive(10))).isEqualTo(STOPPED);
    }

    @Test
    void learnsNoRhythmFromOneTimeWithoutMembers() {
        for (int outage = 0; outage < 3; outage++) {
            group.looksFor(HOUR_MS, i -> traffic());
            group.members = OptionalInt.of(0);
            assertThat(group.looksFor(20 * MINUTE_MS, i -> group.arrive(10))).isEqualTo(STOPPED);
            group.members = OptionalInt.of(1);
        }
        group.looksFor(HOUR_MS, i -> traffic());
        group.members = OptionalInt.of(0);
        assertThat(group.looksFor(MINUTE_MS + WatchedGroup.INTERVAL_MS, i -> group.arrive(10)))
                .isEqualTo(STOPPED);
    }

    @Test
    void isAbandonedADayAfterItWasAlive() {
        WatchedGroup group = new WatchedGroup(1, MINUTE_MS / 2).learnt();
        group.members = OptionalInt.of(0);
        assertThat(seen(group, DAY_MS - MINUTE_MS, () -> group.arrive(0, 1))).doesNotContain(ABANDONED);
        assertThat(group.looksFor(2 * MINUTE_MS, i -> {})).isEqualTo(ABANDONED);
    }

    @Test
    void goesByTheLastRecordItReadWhereNobodyWatched() {
        WatchedGroup today = left(2 * HOUR_MS);
        assertThat(today.looks(30, i -> {})).isEqualTo(STOPPED);
        assertThat(today.last.diagnosis().why()).contains("it read last a record that is 2 h 2 min old");
        WatchedGroup longAgo = left(3 * DAY_MS);
        assertThat(longAgo.looks(30, i -> {})).isEqualTo(ABANDONED);
    }

    @Test
    void losesWhatItHadNotReadThoughWhatItHadReadIsDeletedWithIt() {
        WatchedGroup today = left(2 * HOUR_MS);
        assertThat(today.looks(30, i -> {})).isEqualTo(STOPPED);
        assertThat(today.looks(1, i -> today.log(0).start = 20)).isEqualTo(LOSING);
        assertThat(today.last.diagnosis().why())
                .isEqualTo("10 records of letters-0 deleted unread; the group had committed 10, the log begins at 20");

        assertThat(today.looks(30, i -> {})).isEqualTo(IDLE);
        assertThat(today.last.diagnosis().why())
                .startsWith("nothing is left to read, 10 records deleted unread, and nothing has come for 10 min");
        assertThat(today.last.diagnosis().figures()).containsEntry("lost_records", 10.0);

        today.arrive(1);
        assertThat(today.looks(20, i -> {})).as("it read something today").isEqualTo(STOPPED);
        assertThat(today.last.diagnosis().why()).contains(" with 1 record to read ");
    }

    @Test
    void takesNoRecordOfTheFutureForASignOfLife() {
        WatchedGroup left = new WatchedGroup(1);
        left.log(0).clockAheadMs = 10 * DAY_MS;
        left.arrive(10);
        left.consumeAll();
        left.arrive(10);
        left.members = OptionalInt.of(0);

        assertThat(left.looks(30, i -> {})).isEqualTo(ABANDONED);
        assertThat(left.last.diagnosis().why()).contains("what it read last is not known");
    }

    private static WatchedGroup left(long agoMs) {
        WatchedGroup left = new WatchedGroup(1);
        left.arrive(10);
        left.consumeAll();
        left.arrive(10);
        left.members = OptionalInt.of(0);
        left.pass(agoMs);
        return left;
    }

    @Test
    void isNotStoppedWhereCommitsMoveWithoutMembers() {
        group.members = OptionalInt.of(0);
        assertThat(group.looksFor(5 * MINUTE_MS, i -> {
                    group.arrive(10);
                    group.consume(1, 10);
                }))
                .isEqualTo(STALLED);
    }

    @Test
    void isNotAbandonedForATimeInWhichNobodyCouldTell() {
        group.members = OptionalInt.of(0);
        group.looksFor(10 * MINUTE_MS, i -> group.arrive(10));
        group.answers = false;
        group.looksFor(30 * HOUR_MS, i -> {});
        group.answers = true;
        assertThat(group.looksFor(MINUTE_MS, i -> group.arrive(10))).isEqualTo(STOPPED);
        group.members = OptionalInt.empty();
        group.looksFor(30 * HOUR_MS, i -> {});
        group.members = OptionalInt.of(0);
        assertThat(group.looksFor(MINUTE_MS, i -> group.arrive(10))).isEqualTo(STOPPED);
        assertThat(group.last.diagnosis().why()).contains("it was last seen alive 12 min");
    }

    @Test
    void saysNothingOfAnAgeThatIsUnknown() {
        WatchedGroup found = new WatchedGroup(2);
        found.arrive(5_000);
        found.log(1).mayBeRead = false;
        found.looks(30, i -> {
            found.consume(0, 10);
            found.consume(1, 10);
        });
        assertThat(found.health()).isEqualTo(OK);
        assertThat(found.last.diagnosis().why()).isEqualTo("9,400 records to read");
        assertThat(found.last.diagnosis().figures()).doesNotContainKey("age_seconds");
    }

    @Test
    void isNotAbandonedWhereItWasAliveInBetween() {
        WatchedGroup group = new WatchedGroup(1, MINUTE_MS / 2).learnt();
        group.members = OptionalInt.of(0);
        group.looksFor(20 * HOUR_MS, i -> group.arrive(1));
        group.members = OptionalInt.of(1);
        group.looks(1, i -> {});
        group.members = OptionalInt.of(0);
        assertThat(seen(group, 20 * HOUR_MS, () -> group.arrive(1))).doesNotContain(ABANDONED);
        assertThat(group.health()).isEqualTo(STOPPED);
    }

    @Test
    void isNotStoppedWhileItsMembersAreUnknown() {
        group.members = OptionalInt.empty();
        assertThat(group.looksFor(5 * MINUTE_MS, i -> group.arrive(10))).isEqualTo(STALLED);
    }

    @Test
    void isStalledAfterAMinuteWithoutACommitWhileMoreComes() {
        // the first look with something to read begins the minute
        assertThat(group.looksFor(MINUTE_MS, i -> group.arrive(10))).isEqualTo(OK);
        assertThat(group.looks(1, i -> group.arrive(10))).isEqualTo(STALLED);
        assertThat(group.last.diagnosis().figures()).containsEntry("stood_seconds", 60.0);
        assertThat(group.looks(2, i -> traffic())).isEqualTo(STALLED);
        assertThat(group.looks(1, i -> traffic())).isEqualTo(OK);
    }

    @Test
    void isStalledOnlyAfterThreeOfItsOwnGaps() {
        WatchedGroup seldom = new WatchedGroup(1);
        int[] look = {0};
        Runnable everyTwoMinutes = () -> {
            seldom.arrive(10);
            if (look[0]++ % 24 == 0) {
                seldom.consumeAll();
            }
        };
        assertThat(seen(seldom, HOUR_MS, everyTwoMinutes)).containsExactlyInAnyOrder(OK, LEARNING);
        look[0] = 1;
        assertThat(seen(seldom, 3 * MINUTE_MS, () -> seldom.arrive(10))).containsExactly(OK);
        assertThat(seldom.looksFor(3 * MINUTE_MS, i -> seldom.arrive(10))).isEqualTo(STALLED);
    }

    @Test
    void learnsNoRhythmFromPausesInOurLooking() {
        for (int pause = 0; pause < 15; pause++) {
            group.arrive(10);
            group.look();
            group.pass(8 * MINUTE_MS);
            group.consumeAll();
            group.look();
        }
        assertThat(group.looksFor(MINUTE_MS + WatchedGroup.INTERVAL_MS, i -> group.arrive(10)))
                .isEqualTo(STALLED);
    }

    @Test
    void drainsAsSoonAsItReadsAgain() {
        group.looksFor(20 * MINUTE_MS, i -> group.arrive(10));
        assertThat(group.last.drain()).isEqualTo(Drain.NEVER);
        group.looksFor(3 * MINUTE_MS, i -> {
            group.arrive(10);
            for (int partition = 0; partition < 3; partition++) {
                group.consume(partition, 20);
            }
        });
        // 2,040 are left, and two a second more are read than come
        assertThat(group.last.drain().seconds().orElse(-1)).isBetween(900.0, 1_100.0);
    }

    @Test
    void fallsBehindWhereTheAgeGrows() {
        assertThat(group.looksFor(15 * MINUTE_MS, i -> {
                    group.arrive(10);
                    group.consume(0, 10);
                    group.consume(1, 8);
                    group.consume(2, 10);
                }))
                .isEqualTo(FALLING_BEHIND);
        assertThat(group.last.diagnosis().partition()).contains(new PartitionName("letters", 1));
        assertThat(group.last.diagnosis().figures().get("slope")).isBetween(0.15, 0.25);
        assertThat(group.last.diagnosis().figures().get("slope_low")).isPositive();
        assertThat(group.last.drain()).isEqualTo(Drain.NEVER);
    }

    @Test
    void fallsBehindWhereItStandsOverNightAndNothingComes() {
        group.arrive(30);
        group.looks(1, i -> group.consume(1, 10));
        group.consume(0, 30);
        group.consume(2, 30);
        assertThat(group.looksFor(15 * MINUTE_MS, i -> {})).isEqualTo(FALLING_BEHIND);
        assertThat(group.last.diagnosis().figures()).containsEntry("slope", 1.0);
    }

    @Test
    void catchesUpWhereTheAgeShrinks() {
        group.members = OptionalInt.of(0);
        assertThat(group.looksFor(20 * MINUTE_MS, i -> group.arrive(10))).isEqualTo(STOPPED);
        group.members = OptionalInt.of(1);
        assertThat(seen(group, 8 * MINUTE_MS, () -> {
                    group.arrive(10);
                    for (int partition = 0; partition < 3; partition++) {
                        group.consume(partition, 20);
                    }
                }))
                .as("never falling behind, though the age has grown until now")
                .containsExactly(STOPPED, CATCHING_UP, OK);
        assertThat(group.health()).isEqualTo(CATCHING_UP);
        assertThat(group.last.drain().seconds().getAsDouble()).isBetween(10 * 60.0, 20 * 60.0);
        assertThat(group.looksFor(40 * MINUTE_MS, i -> {
                    group.arrive(10);
                    group.consumeAll();
                }))
                .isEqualTo(OK);
    }

    @Test
    void isIdleWhereEverythingWasReadAndNothingComes() {
        assertThat(group.looksFor(9 * MINUTE_MS, i -> {})).isEqualTo(OK);
        assertThat(group.looksFor(2 * MINUTE_MS, i -> {})).isEqualTo(IDLE);
        assertThat(group.looks(3, i -> traffic())).isEqualTo(OK);
        assertThat(group.last.drain()).isEqualTo(Drain.in(0));
    }

    @Test
    void learnsAnewWhereNobodyLooked() {
        group.pass(11 * MINUTE_MS);
        assertThat(group.look().diagnosis().health()).isEqualTo(LEARNING);
    }
}
