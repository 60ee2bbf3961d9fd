package io.docaxis.consumer.conclusion;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.FirstCount;
import io.docaxis.consumer.state.Progress;
import io.docaxis.consumer.state.Run;
import io.docaxis.consumer.state.ThreadState;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes conclusions into the tally and announces what became known of lateness. Not thread-safe. */
public final class TallyWriter {

    private static final List<Obligation> OBLIGATIONS = Judgement.OBLIGATIONS;
    private static final List<Counter> OBSERVATIONS = Judgement.OBSERVATIONS;

    private final ExchangeState state;
    private final Tally tally;
    private final Announcements announcements;
    private final Conclusion conclusion = new Conclusion();

    /** @param partition of the events */
    public TallyWriter(ExchangeState state, int partition, BiConsumer<byte[], byte[]> announced) {
        this.state = state;
        this.tally = state.tally();
        announcements = new Announcements(state, partition, announced);
    }

    /** Counts a new document and decides <em>send</em>, which the document itself fulfils. */
    public void sent(ThreadState thread, DocumentState document, long signedAt) {
        Run run = state.progress().run();
        long sentOn = run.dayOf(document.sentAt);
        tally.document(run.agencies(), about(thread, document), sentOn, document.sentAt);
        for (int i = 0; i < document.dispatches(); i++) {
            tally.dispatch(run.agencies(), thread.key, document.number, document.receiver(i), sentOn);
        }
        if (signedAt > document.sentAt) {
            tally.count(Counter.SIGNED_AFTER_SENT, 1);
            return;
        }
        if (signedAt == 0) {
            tally.count(Counter.NOT_SIGNED, 1);
            return;
        }
        long deadline = DutyDeadlines.sendBy(run.deadlines(), signedAt, document.urgencyMark());
        if (deadline == DutyDeadlines.OUTSIDE_CALENDAR) {
            tally.count(Counter.DEADLINE_OUTSIDE_CALENDAR, 1);
            return;
        }
        concludeSend(thread, document, signedAt, deadline);
    }

    private void concludeSend(ThreadState thread, DocumentState document, long signedAt, long deadline) {
        Run run = state.progress().run();
        long lateByS = Math.max(0, document.sentAt - deadline);
        about(thread, document)
                .obligation(Obligation.SEND, ObligationId.NO_RECEIVER, run.dayOf(signedAt))
                .outcome(lateByS > 0 ? Outcome.LATE : Outcome.ON_TIME, deadline, lateByS);
        tally.conclude(1, run.agencies(), conclusion);
        if (lateByS > 0) {
            announcements.announce(Lateness.Kind.FULFILLED_LATE, 1, false, document, conclusion, signedAt);
        }
    }

    private Conclusion about(ThreadState thread, DocumentState document) {
        return conclusion.about(thread.key, document.number, document.sender, document.type, document.urgency);
    }

    /** Takes back what was concluded of a dispatch and concludes anew, where the two differ; lateness is announced. */
    void conclude(ThreadState thread, DocumentState document, int dispatch, Judgement before, Judgement after) {
        about(thread, document);
        for (int i = 0; i < OBLIGATIONS.size(); i++) {
            Obligation obligation = OBLIGATIONS.get(i);
            if (after.differs(before, obligation)) {
                conclude(-1, document.receiver(dispatch), obligation, before);
                conclude(1, document.receiver(dispatch), obligation, after);
                announce(thread, document, dispatch, obligation, before, after);
            }
        }
        if (after.observesAsMuchAs(before)) {
            return;
        }
        for (int i = 0; i < OBSERVATIONS.size(); i++) {
            int more = after.observed(i) - before.observed(i);
            if (more != 0) {
                tally.count(
                        OBSERVATIONS.get(i),
                        more,
                        TraceId.dispatch(thread.key, document.number, document.receiver(dispatch)));
            }
        }
    }

    private void conclude(int sign, int receiver, Obligation obligation, Judgement judgement) {
        Outcome outcome = judgement.outcome(obligation);
        if (outcome != Outcome.NONE) {
            Run run = state.progress().run();
            conclusion
                    .obligation(obligation, receiver, run.dayOf(judgement.openedAt(obligation)))
                    .outcome(outcome, judgement.deadline(obligation), judgement.latenessS(obligation));
            tally.conclude(sign, run.agencies(), conclusion);
        }
    }

    private void announce(
            ThreadState thread,
            DocumentState document,
            int dispatch,
            Obligation obligation,
            Judgement before,
            Judgement after) {
        Outcome was = before.outcome(obligation);
        Outcome is = after.outcome(obligation);
        boolean counted = (was != Outcome.NONE || document.hasRevisions())
                && revise(thread, document, dispatch, obligation, before, is);
        if (!was.isLate() && !is.isLate()) {
            return;
        }
        // of the document and receiver that were just concluded
        Judgement known = is.isLate() ? after : before;
        conclusion.outcome(is, known.deadline(obligation), after.latenessS(obligation));
        int revision = document.nextRevision(dispatch, obligation.ordinal());
        announcements.announce(kind(was, is), revision, counted, document, conclusion, known.openedAt(obligation));
        state.changed(thread);
    }

    /** Takes note of a revision, if it was counted before; says whether it stays counted as fulfilled. */
    private boolean revise(
            ThreadState thread,
            DocumentState document,
            int dispatch,
            Obligation obligation,
            Judgement before,
            Outcome is) {
        Outcome was = before.outcome(obligation);
        FirstCount first = document.firstCount(dispatch, obligation.ordinal());
        if (first == FirstCount.NONE) {
            Progress progress = state.progress();
            long horizonS = progress.run().horizonS();
            first = FirstCount.of(was, before.deadline(obligation), progress.furthestWatermark(), horizonS);
            if (first == FirstCount.NONE) {
                return false;
            }
            document.setFirstCount(dispatch, obligation.ordinal(), first);
            state.changed(thread);
        }
        state.progress().revised().revise(obligation, first, was, is);
        return first != FirstCount.OVERDUE;
    }

    private static Lateness.Kind kind(Outcome before, Outcome after) {
        return switch (after) {
            case OVERDUE -> Lateness.Kind.OVERDUE;
            case LATE -> before == Outcome.LATE ? Lateness.Kind.CORRECTED : Lateness.Kind.FULFILLED_LATE;
            default -> Lateness.Kind.WITHDRAWN;
        };
    }
}
