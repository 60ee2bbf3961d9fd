package io.docaxis.monitor.health;

import java.util.Collection;
import java.util.OptionalLong;

/**
 * When a group was last alive, as observed: had members, or moved a commit on, with members or without. Only time in which it was
 * watched counts against it. Time is that of a clock that never goes back, milliseconds. One thread at a time.
 */
final class GroupLife {

    static final long RECENT_MS = 86_400_000;

    private boolean wasSeen;
    private long withoutMs;

    /** @param sinceMs time since the look before, in which it was watched */
    void look(boolean alive, long sinceMs) {
        if (alive) {
            wasSeen = true;
            withoutMs = 0;
        } else {
            withoutMs += sinceMs;
        }
    }

    /** What is known about it; where it was watched for less than a day and not seen alive, its last records say. */
    Situation.Life asOf(LookTime time, Collection<PartitionHistory> partitions) {
        boolean isWatchedLong = withoutMs >= RECENT_MS;
        if (wasSeen || isWatchedLong) {
            return new Situation.Life(
                    !isWatchedLong,
                    withoutMs,
                    wasSeen
                            ? "was last seen alive " + Spans.of(withoutMs / 1000.0) + " ago"
                            : "was not alive in " + Spans.of(withoutMs / 1000.0));
        }
        OptionalLong newest = partitions.stream()
                .map(PartitionHistory::lastConsumedMs)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
        if (newest.isEmpty()) {
            return new Situation.Life(
                    false, withoutMs, "was not alive as long as it was watched, and what it read last is not known");
        }
        long agoMs = Math.max(0, time.wallMs() - newest.getAsLong());
        return new Situation.Life(
                agoMs < RECENT_MS, withoutMs, "read last a record that is " + Spans.of(agoMs / 1000.0) + " old");
    }
}
