package io.docaxis.monitor.health;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a group's looks at one partition have shown. An offset that is the same at two looks has not moved in between, however long
 * nobody looked. Time is that of a clock that never goes back, milliseconds. One thread at a time; one KiB and a half.
 */
final class PartitionHistory {

    /** Below this age a group keeps up. */
    static final long KEEPS_UP_MS = 30_000;
    /** Without arrivals for so long, nothing comes. */
    static final long QUIET_MS = 600_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final PartitionName name;
    private final CommitStanding standing = new CommitStanding();
    private final OffsetRates rates = new OffsetRates();
    private final AgeTrend trend = new AgeTrend();
    private final StableHold hold = new StableHold();
    private final CommitNews news = new CommitNews();

    private PartitionLook look;
    private GroupPosition position;
    private LookTime time;
    private TimeLag timeLag = TimeLag.UNKNOWN;
    private Optional<AgeTrend.Slope> slope = Optional.empty();
    private boolean known;
    private long arrivedMs = NEVER;
    private OptionalLong lastConsumedMs = OptionalLong.empty();

    PartitionHistory(PartitionName name) {
        this.name = name;
    }

    /** Whether a look is at another log under the same name: its end is before where it was. */
    boolean isOfAnotherLog(PartitionLook next) {
        return position != null
                && next.position()
                        .filter(now -> now.highWatermark() < position.highWatermark())
                        .isPresent();
    }

    /**
     * Takes in a look.
     *
     * @param isLeft whether the group is known to have no members
     * @param number of the look, counted up
     * @param regularMs a look that came later than this after the one before says nothing about rhythm
     * @param ends of the partition, which has this look
     * @return whether the commit was seen to move on
     */
    boolean look(PartitionLook next, LookTime at, boolean isLeft, int number, long regularMs, EndHistory ends) {
        known = next.position().isPresent();
        slope = Optional.empty();
        if (!known) {
            timeLag = TimeLag.UNKNOWN;
            return false;
        }
        GroupPosition before = position;
        GroupPosition now = next.position().get();
        boolean moved = before != null && compare(before, now, at, isLeft, number, regularMs);
        look = next;
        position = now;
        time = at;
        if (next.lastConsumedMs().orElse(Long.MAX_VALUE) <= at.wallMs() + TimeLags.TOLERANCE_MS) {
            // stays known when that record is deleted
            lastConsumedMs = next.lastConsumedMs();
        }
        if (before == null || before.commit().isEmpty()) {
            standing.standsFrom(at.answeredMs(), now, isLeft);
        }
        standing.look(at.answeredMs(), next.isUnread(), isLeft);
        hold.look(now, at.answeredMs());
        timeLag = now.commit().isEmpty() ? TimeLag.UNKNOWN : TimeLags.of(next, now, at, ends);
        timeLag.seconds(at.wallMs()).ifPresent(seconds -> trend.add(at.answeredMs(), seconds * 1000));
        if (ageMs() > KEEPS_UP_MS && !standing.areGapsLong()) {
            slope = trend.slope();
        }
        return moved;
    }

    private boolean compare(
            GroupPosition before, GroupPosition now, LookTime at, boolean isLeft, int number, long regularMs) {
        long consumed = 0;
        long nowMs = at.answeredMs();
        if (before.commit().isPresent() && now.commit().isPresent()) {
            consumed = now.commit().getAsLong() - before.commit().getAsLong();
            news.look(before, now, number);
            if (consumed > 0) {
                moves(nowMs, regularMs);
            }
            if (consumed != 0) {
                standing.standsFrom(nowMs, now, isLeft);
            }
        }
        long arrived = now.highWatermark() - before.highWatermark();
        if (arrived > 0) {
            arrivedMs = nowMs;
        }
        rates.add(nowMs, Math.max(0, consumed), arrived);
        return consumed > 0;
    }

    private void moves(long nowMs, long regularMs) {
        if (hasStoodTooLong(CommitGaps.STOOD_MS)) {
            // how the age grew meanwhile says nothing about how the group reads
            trend.clear();
        }
        if (nowMs - time.answeredMs() <= regularMs) {
            standing.moves(nowMs, time.answeredMs());
        }
    }

    PartitionName name() {
        return name;
    }

    boolean isKnown() {
        return known;
    }

    /** Whether the group has a commit here: else it is in no rule. */
    boolean isCommitted() {
        return known && position.commit().isPresent();
    }

    boolean isUnread() {
        return known && look.isUnread();
    }

    boolean isBeyondEnd() {
        return isCommitted() && position.commit().getAsLong() > position.highWatermark();
    }

    GroupPosition position() {
        return position;
    }

    /** For how long something was there to read and the commit has not moved, at least. */
    long stoodMs() {
        return known ? standing.stoodMs(time.answeredMs()) : 0;
    }

    /** @param unknownMs what the commit may stand while its rhythm is unknown */
    boolean hasStoodTooLong(long unknownMs) {
        return known && standing.hasStoodTooLong(time.answeredMs(), unknownMs);
    }

    /** The same for a group that has no members any more. */
    boolean hasStoodTooLongWhenLeft() {
        return known && standing.hasStoodTooLongWhenLeft(time.answeredMs());
    }

    OptionalLong medianGapMs() {
        return standing.medianGapMs();
    }

    /** Whether more became readable since the commit moved. */
    boolean hasGrownSince() {
        return standing.hasGrownTo(position.readableEnd());
    }

    /** How long one transaction has held the stable offset, at least. */
    long heldMs() {
        return isCommitted() ? hold.heldMs(time.answeredMs()) : 0;
    }

    Optional<OpenTransaction> transaction() {
        return look.transaction();
    }

    boolean isQuiet() {
        return arrivedMs == NEVER || time.answeredMs() - arrivedMs >= QUIET_MS;
    }

    /** What happened to its commit. */
    CommitNews news() {
        return news;
    }

    TimeLag timeLag() {
        return timeLag;
    }

    /** The age of the first unread record, of an interval the upper end; 0 if it is unknown. */
    double ageMs() {
        return known ? 1000 * timeLag.seconds(time.wallMs()).orElse(0) : 0;
    }

    /** Where the age is above what a group that keeps up has, and says anything. */
    Optional<AgeTrend.Slope> slope() {
        return slope;
    }

    /** Timestamp of the last record that it is known to have read, as far as its producer's clock can be believed. */
    OptionalLong lastConsumedMs() {
        return isCommitted() ? lastConsumedMs : OptionalLong.empty();
    }

    Drain drain() {
        if (!isCommitted()) {
            return Drain.UNKNOWN;
        }
        if (!isUnread()) {
            return Drain.in(0);
        }
        boolean keepsUp = timeLag.seconds(time.wallMs()).isPresent() && ageMs() <= KEEPS_UP_MS;
        OptionalDouble gained = keepsUp ? rates.consumedPerS() : rates.gainedPerS();
        if (gained.isPresent() && gained.getAsDouble() > 0) {
            return Drain.in(position.readable() / gained.getAsDouble());
        }
        return gained.isEmpty() || keepsUp ? Drain.UNKNOWN : Drain.NEVER;
    }

    /** Wall clock from which retention may delete the first unread record. */
    OptionalLong retentionFromMs() {
        if (!isUnread() || look.retention().ms().isEmpty()) {
            return OptionalLong.empty();
        }
        long keptMs = look.retention().ms().getAsLong();
        if (look.firstRecord() instanceof FirstRecord.At record) {
            // what retention goes by, right or wrong
            return OptionalLong.of(record.timestampMs() + keptMs);
        }
        OptionalDouble age = timeLag.seconds(time.wallMs());
        return age.isPresent()
                ? OptionalLong.of(time.wallMs() - Math.round(1000 * age.getAsDouble()) + keptMs)
                : OptionalLong.empty();
    }

    PartitionReport report() {
        return new PartitionReport(
                name,
                timeLag,
                isCommitted() ? OptionalLong.of(time.wallAt(standing.movedMs())) : OptionalLong.empty(),
                retentionFromMs(),
                known && look.isKept(),
                isCommitted() ? rates.consumedPerS() : OptionalDouble.empty(),
                known ? rates.arrivedPerS() : OptionalDouble.empty(),
                drain());
    }
}
