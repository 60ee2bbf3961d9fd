package io.docaxis.consumer.exchange;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Status;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.tally.ReportKind;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Progress;
import io.docaxis.consumer.state.Run;

/**
 * Counts what agencies say, each event that is taken in once (applied or repeated), by the agency whose clock it carries: so it is seen who falls
 * silent, and whose clock is wrong. Not thread-safe; a few nanoseconds an event.
 */
final class Reports {

    private final Progress progress;
    private final Tally tally;

    Reports(ExchangeState state) {
        progress = state.progress();
        tally = state.tally();
    }

    void document(int sender, long sentAt, long emittedAt) {
        count(sender, ReportKind.of(false, sentAt, emittedAt), sentAt);
    }

    /** A request to give a document back is its reporter's, who is no receiver; of a reporter that there is not, the receiver's. */
    void status(StatusReported status, int receiver, long emittedAt) {
        boolean requested = status.status == Status.RECALL_REQUESTED;
        boolean byAnother = requested
                && status.reporter != DocumentSent.ABSENT
                && status.reporter < progress.run().agencies().size();
        count(
                byAnother ? status.reporter : receiver,
                ReportKind.of(!requested, status.occurredAt, emittedAt),
                status.occurredAt);
    }

    private void count(int agency, ReportKind kind, long occurredAt) {
        Run run = progress.run();
        tally.report(run.agencies().level1(agency), kind, run.dayOf(occurredAt));
    }
}
