package io.docaxis.simulator.drill;

import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.result.Report;

/**
 * What an attempt made the processes do beyond the run itself.
 *
 * @param records in the events topic at the end
 * @param replayed records that consumers read again, because the transaction of the first time was not committed; at least
 *     so many, for a killed process was last asked a moment before
 * @param restored entries of state read back from changelogs
 * @param resumed events that a resumed producer found in the log, and passed over
 * @param resent events that are in the log a second time, known as such
 */
record Effects(long records, long replayed, long restored, long resumed, long resent) {

    static Effects of(Stage stage, Report report) throws InterruptedException {
        long records = stage.records();
        long read =
                stage.consumers().stream().mapToLong(ConsumerRun::recordsRead).sum();
        long restored = stage.consumers().stream()
                .mapToLong(ConsumerRun::entriesRestored)
                .sum();
        long resumed = report.ledger().headers().values().stream()
                .map(PartHeader::getBooks)
                .mapToLong(books -> books.getResumed())
                .sum();
        long resent = report.tally().tally().count(Counter.RESENT);
        return new Effects(records, Math.max(0, read - records), restored, resumed, resent);
    }
}
