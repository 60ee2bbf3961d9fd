package io.docaxis.simulator.bench.lag;

import java.util.Optional;

/**
 * How old is the first record at a commit or after it?
 *
 * @param end of the log, as it was seen at that moment
 * @param record the first one that is there, by its offset
 * @param recordMs when it came: the truth
 * @param newestConsumedMs when the last record before the commit came; −1: there is none
 */
record LagQuestion(long atMs, int commit, int start, int end, int record, long recordMs, long newestConsumedMs) {

    double ageS() {
        return (atMs - recordMs) / 1000.0;
    }

    /** A commit made when a group had read what was there some time ago; empty: everything was read, or it is deleted. */
    static Optional<LagQuestion> at(SimulatedLog log, long nowMs, long readUntilMs) {
        int commit = log.endAt(readUntilMs);
        int start = log.startAt(nowMs);
        int record = commit < start ? -1 : log.firstRecord(commit, nowMs);
        if (record < 0) {
            return Optional.empty();
        }
        int before = log.lastRecordBefore(commit, nowMs);
        return Optional.of(new LagQuestion(
                nowMs,
                commit,
                start,
                log.endAt(nowMs),
                record,
                log.arrivedMs(record),
                before < 0 ? -1 : log.arrivedMs(before)));
    }
}
