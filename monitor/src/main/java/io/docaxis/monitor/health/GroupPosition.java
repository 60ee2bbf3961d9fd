package io.docaxis.monitor.health;

import java.util.OptionalLong;

/**
 * Where a group stands in a partition, and where its log begins and ends.
 *
 * @param commit empty: the group has committed nothing there
 * @param start the offset of the first record that was not deleted
 * @param readableEnd where reading ends for this group: the last stable offset if it reads what is committed alone, else the high
 *     watermark
 * @param highWatermark the offset after the newest record
 */
public record GroupPosition(OptionalLong commit, long start, long readableEnd, long highWatermark) {

    /** Where reading goes on. */
    long firstUnread() {
        return Math.max(commit.orElse(start), start);
    }

    /** What can be read; without a commit from the first record on. */
    public long readable() {
        return Math.max(0, readableEnd - firstUnread());
    }

    /** What was deleted before it was read. */
    public long lost() {
        return commit.isPresent() ? Math.max(0, start - commit.getAsLong()) : 0;
    }

    /** Whether an open transaction keeps something from this group. */
    boolean isHeldBack() {
        return commit.isPresent() && highWatermark > Math.max(readableEnd, commit.getAsLong());
    }
}
