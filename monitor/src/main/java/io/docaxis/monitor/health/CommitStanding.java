package io.docaxis.monitor.health;

import java.util.OptionalLong;

/**
 * How long a commit in one partition stands while there is something to read, and the rhythm in which it moves. Time as in {@link
 * PartitionHistory}. One thread at a time.
 */
final class CommitStanding {

    private static final long NEVER = Long.MIN_VALUE;

    private final CommitGaps gaps = new CommitGaps();
    /** Those in which the group was seen without members; any other counts as none. */
    private final CommitGaps leftGaps = new CommitGaps();

    private long movedMs = NEVER;
    private long endWhenMoved;
    private long unreadMs = NEVER;
    private boolean wasLeft;
    private boolean movedWhenLeft;

    /**
     * The commit is there from now on.
     *
     * @param isLeft whether the group is known to have no members
     */
    void standsFrom(long nowMs, GroupPosition now, boolean isLeft) {
        movedMs = nowMs;
        endWhenMoved = now.readableEnd();
        wasLeft = false;
        movedWhenLeft = isLeft;
    }

    /** The commit has moved on: what it stood until now is a part of its rhythm. */
    void moves(long nowMs, long lookedMs) {
        long gapMs = nowMs - (unreadMs == NEVER ? lookedMs : Math.max(movedMs, unreadMs));
        gaps.add(gapMs);
        leftGaps.add(wasLeft ? gapMs : 0);
    }

    /** @param isLeft whether the group is known to have no members */
    void look(long nowMs, boolean isUnread, boolean isLeft) {
        if (!isUnread) {
            unreadMs = NEVER;
        } else if (unreadMs == NEVER) {
            unreadMs = nowMs;
        }
        wasLeft |= isLeft;
    }

    /** For how long, at least. */
    long stoodMs(long nowMs) {
        return unreadMs == NEVER ? 0 : nowMs - Math.max(movedMs, unreadMs);
    }

    /** @param unknownMs what it may stand while its rhythm is unknown */
    boolean hasStoodTooLong(long nowMs, long unknownMs) {
        return unreadMs != NEVER && stoodMs(nowMs) >= gaps.tooLongMs(unknownMs);
    }

    /**
     * The same for a group that has no members any more: how it commits while it has them says nothing about how long it is away. Not
     * of one that commits without them.
     */
    boolean hasStoodTooLongWhenLeft(long nowMs) {
        return !movedWhenLeft && unreadMs != NEVER && stoodMs(nowMs) >= leftGaps.tooLongMs(CommitGaps.STOOD_MS);
    }

    /** Whether more became readable since it moved. */
    boolean hasGrownTo(long readableEnd) {
        return readableEnd > endWhenMoved;
    }

    /** Since when it has not moved. */
    long movedMs() {
        return movedMs;
    }

    /** Whether the age between commits says nothing about the group. */
    boolean areGapsLong() {
        return gaps.areLong();
    }

    OptionalLong medianGapMs() {
        return gaps.medianMs();
    }
}
