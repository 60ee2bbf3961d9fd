package io.docaxis.producer.ledger;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;

/**
 * One obligation and when it closed. Times in epoch seconds.
 *
 * @param fulfilledAt {@link Deadlines#NEVER} if it was not
 * @param voidedAt {@link Deadlines#NEVER} if it was not
 */
record ObservedDuty(Obligation obligation, long openedAt, long deadline, long fulfilledAt, long voidedAt) {

    /** What has become of it by the end of the run. At equal times fulfilment goes before voiding. */
    Outcome outcome(long endsAt) {
        if (!isClosed()) {
            return deadline < endsAt ? Outcome.OVERDUE : Outcome.OPEN;
        }
        if (closedAt() > deadline) {
            return Outcome.LATE;
        }
        return fulfilledAt <= voidedAt ? Outcome.ON_TIME : Outcome.VOIDED;
    }

    /** Seconds after the deadline; 0 unless late. */
    long latenessS() {
        return isClosed() ? Math.max(0, closedAt() - deadline) : 0;
    }

    /** The last moment at which anybody still asks about it. */
    long rememberedUntil(Deadlines deadlines) {
        return isClosed() ? closedAt() + deadlines.rules().horizonS() : deadlines.finalAt(deadline);
    }

    private long closedAt() {
        return Math.min(fulfilledAt, voidedAt);
    }

    private boolean isClosed() {
        return closedAt() != Deadlines.NEVER;
    }
}
