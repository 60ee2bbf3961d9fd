package io.docaxis.simulator.drill;

import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.result.RunReport;

/**
 * What an attempt made the processes do beyond the run itself.
 *
 * @param records in the events topic at the end
 * @param replayed records that consumers read again, because the transaction of the first time was not committed; at least
 *     a lower bound, because a killed process was last asked a moment before
 * @param restored entries of state read back from changelogs
 * @param resumed events that a resumed producer found in the log, and passed over
 * @param resent events that are in the log a second time, known as such
 */
record Rework(long records, long replayed, long restored, long resumed, long resent) {

    static Rework of(Pipeline pipeline, RunReport report) throws InterruptedException {
        long records = pipeline.records();
        long read = pipeline.consumers().stream()
                .mapToLong(ConsumerProcess::recordsRead)
                .sum();
        long restored = pipeline.consumers().stream()
                .mapToLong(ConsumerProcess::entriesRestored)
                .sum();
        long resumed = report.ledger().headers().values().stream()
                .map(PartHeader::getBooks)
                .mapToLong(books -> books.getResumed())
                .sum();
        long resent = report.tally().tally().count(Counter.RESENT);
        return new Rework(records, Math.max(0, read - records), restored, resumed, resent);
    }
}
