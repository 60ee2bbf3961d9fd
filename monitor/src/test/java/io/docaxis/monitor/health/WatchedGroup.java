package io.docaxis.monitor.health;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * A group on a log that a test moves by hand, and the looks at it: a series in a few lines. Every record that arrives takes one
 * offset, and its timestamp is the wall clock then.
 */
final class WatchedGroup {

    static final String GROUP = "readers";
    /** Monday, 8 o'clock in Vietnam. */
    static final long MONDAY_MS = 1_800_000_000_000L / 604_800_000 * 604_800_000 + 4 * 86_400_000L + 3_600_000L;

    static final long INTERVAL_MS = 5_000;

    /** One partition. */
    static final class Log {
        final PartitionName name;
        final List<Long> writtenMs = new ArrayList<>();
        OptionalLong commit = OptionalLong.of(0);
        long start;
        /** No record before this offset is unread; where it is the end, what is left are markers. */
        long markersFrom = Long.MAX_VALUE;

        long openFrom = Long.MAX_VALUE;
        Optional<OpenTransaction> transaction = Optional.empty();
        Retention retention = Retention.UNKNOWN;
        boolean answers = true;
        boolean mayBeRead = true;
        long clockAheadMs;

        Log(int partition) {
            name = new PartitionName("letters", partition);
        }

        long end() {
            return writtenMs.size();
        }

        long readableEnd() {
            return Math.min(openFrom, end());
        }
    }

    final LookHistory history;
    final List<Log> logs = new ArrayList<>();
    final long intervalMs;
    OptionalInt members = OptionalInt.of(1);
    Optional<String> state = Optional.of("Stable");
    boolean answers = true;
    long nowMs = MONDAY_MS;
    /** What our own clock shows more than it should. */
    long ourStepMs;

    GroupReport last;
    /** Healths shown. */
    final Set<Health> seen = EnumSet.noneOf(Health.class);

    WatchedGroup(int partitions) {
        this(partitions, INTERVAL_MS);
    }

    WatchedGroup(int partitions, long intervalMs) {
        this.intervalMs = intervalMs;
        history = new LookHistory(intervalMs);
        for (int i = 0; i < partitions; i++) {
            logs.add(new Log(i));
        }
    }

    Log log(int partition) {
        return logs.get(partition);
    }

    /** Records come now. */
    void arrive(int partition, int records) {
        Log log = log(partition);
        for (int i = 0; i < records; i++) {
            log.writtenMs.add(nowMs + log.clockAheadMs);
        }
    }

    void arrive(int records) {
        for (int i = 0; i < logs.size(); i++) {
            arrive(i, records);
        }
    }

    /** Reads and commits so many records of a partition, as far as there are. */
    void consume(int partition, long records) {
        Log log = log(partition);
        commit(partition, Math.min(log.readableEnd(), Math.max(log.start, log.commit.orElse(0)) + records));
    }

    void commit(int partition, long offset) {
        log(partition).commit = OptionalLong.of(offset);
    }

    void consumeAll() {
        for (int i = 0; i < logs.size(); i++) {
            consume(i, Long.MAX_VALUE / 2);
        }
    }

    void pass(long ms) {
        nowMs += ms;
    }

    GroupReport look() {
        LookTime time = new LookTime(nowMs - MONDAY_MS, nowMs - MONDAY_MS, nowMs + ourStepMs);
        last = history.look(
                answers
                        ? new GroupLook(
                                GROUP,
                                time,
                                true,
                                members,
                                state,
                                logs.stream().map(this::look).toList())
                        : GroupLook.unknown(GROUP, time));
        seen.add(health());
        return last;
    }

    /** So many looks, each an interval after the one before; before each, what happens. */
    Health looks(int looks, IntConsumer before) {
        for (int i = 0; i < looks; i++) {
            nowMs += intervalMs;
            before.accept(i);
            look();
        }
        return health();
    }

    /** The same for a time. */
    Health looksFor(long ms, IntConsumer before) {
        return looks((int) (ms / intervalMs), before);
    }

    /** A group that reads everything at once, long enough to be known. */
    WatchedGroup learnt() {
        looks(GroupHistory.LEARNT + 140, i -> {
            arrive(10);
            consumeAll();
        });
        seen.clear();
        return this;
    }

    Health health() {
        return last.diagnosis().health();
    }

    private PartitionLook look(Log log) {
        if (!log.answers) {
            return PartitionLook.unknown(log.name);
        }
        GroupPosition position = new GroupPosition(log.commit, log.start, log.readableEnd(), log.end());
        PartitionLook look =
                PartitionLook.at(log.name, position).with(first(log, position)).kept(log.retention);
        if (log.transaction.isPresent()) {
            look = look.with(log.transaction.get());
        }
        long before = log.commit.orElse(0) - 1;
        return before >= log.start && before < log.end() ? look.lastConsumedAt(log.writtenMs.get((int) before)) : look;
    }

    private static FirstRecord first(Log log, GroupPosition position) {
        if (position.readable() == 0 || position.firstUnread() >= log.markersFrom) {
            return FirstRecord.NONE;
        }
        return log.mayBeRead
                ? new FirstRecord.At(position.firstUnread(), log.writtenMs.get((int) position.firstUnread()))
                : FirstRecord.UNREAD;
    }
}
