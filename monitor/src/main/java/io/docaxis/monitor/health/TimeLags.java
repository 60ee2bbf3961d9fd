package io.docaxis.monitor.health;

import java.util.OptionalLong;

/** Decides whether a record's word about its age stands, or an interval from our own looks stands in for it. */
final class TimeLags {

    /** By so much a producer's clock may differ from ours, and so long it may take a record to the log, before our looks speak against it. */
    static final long TOLERANCE_MS = 5_000;

    private TimeLags() {}

    /** @param ends of the partition, which has this look */
    static TimeLag of(PartitionLook look, GroupPosition position, LookTime time, EndHistory ends) {
        if (!look.isUnread()) {
            return TimeLag.NOTHING;
        }
        if (!(look.firstRecord() instanceof FirstRecord.At record)) {
            // Which of the offsets up to the end holds the first record is not known: it came when the first was
            // reached, or later.
            return between(position.firstUnread(), position.readableEnd() - 1, time, ends);
        }
        TimeLag seen = between(record.offset(), record.offset(), time, ends);
        return seen instanceof TimeLag.Between interval && contradicts(interval, record.timestampMs())
                ? seen
                : new TimeLag.OfRecord(record.timestampMs());
    }

    private static TimeLag between(long first, long last, LookTime time, EndHistory ends) {
        OptionalLong until = ends.reachedUntilMs(last);
        if (until.isEmpty()) {
            return TimeLag.UNKNOWN;
        }
        OptionalLong after = ends.reachedAfterMs(first);
        return new TimeLag.Between(
                after.isPresent() ? OptionalLong.of(time.wallAt(after.getAsLong())) : after,
                time.wallAt(until.getAsLong()));
    }

    private static boolean contradicts(TimeLag.Between seen, long timestampMs) {
        return timestampMs > seen.untilMs() + TOLERANCE_MS
                || seen.afterMs().isPresent() && timestampMs < seen.afterMs().getAsLong() - TOLERANCE_MS;
    }
}
