package io.docaxis.monitor.figures;

import io.docaxis.common.tally.proto.PartHeader;
import java.util.List;

/** Numbers moments at which something else was known of what is overdue; not from 0, so that no other process gives the same. Not thread-safe. */
final class MomentNumber {

    /** What decides about it: how much was said of duties, how far partitions are, and what is known of clocks. */
    private record Known(long run, long said, List<Long> times, long reports) {}

    private Known before;
    private long number;

    /** @param nowMs wall clock */
    MomentNumber(long nowMs) {
        number = nowMs;
    }

    /**
     * The number of this moment.
     *
     * @param run hash
     * @param said how many records of lateness were read
     */
    long of(long run, long said, TallySnapshot tally) {
        List<Long> times =
                tally.headers().values().stream().map(MomentNumber::time).toList();
        Known now = new Known(run, said, times, tally.reports().all());
        if (!now.equals(before)) {
            before = now;
            number++;
        }
        return number;
    }

    private static long time(PartHeader header) {
        return 31 * (31 * header.getWatermark() + header.getAnnouncedUntil()) + (header.getEnded() ? 1 : 0);
    }
}
