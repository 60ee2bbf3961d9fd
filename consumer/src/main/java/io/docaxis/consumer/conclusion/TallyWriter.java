package io.docaxis.consumer.conclusion;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TraceId;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
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

    public TallyWriter(ExchangeState state, BiConsumer<String, Lateness> announced) {
        this.state = state;
        this.tally = state.tally();
        announcements = new Announcements(state, announced);
    }

    /** Counts a new document and decides <em>send</em>, which the document itself fulfils. */
    public void sent(ThreadState thread, DocumentState document, long signedAt) {
        Run run = state.progress().run();
        long sentOn = run.dayOf(document.sentAt);
        tally.document(
                run.agencies(),
                thread.key,
                document.number,
                document.sender,
                sentOn,
                document.sentAt,
                document.type,
                document.urgency);
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
        long lateByS = Math.max(0, document.sentAt - deadline);
        conclude(
                1,
                thread,
                document,
                ObligationId.NO_RECEIVER,
                Obligation.SEND,
                lateByS > 0 ? Outcome.LATE : Outcome.ON_TIME,
                document.sender,
                signedAt,
                deadline,
                lateByS);
        if (lateByS > 0) {
            announcements.announce(
                    Lateness.Kind.FULFILLED_LATE,
                    1,
                    thread.key,
                    document.number,
                    ObligationId.NO_RECEIVER,
                    document.sender,
                    Obligation.SEND,
                    deadline,
                    lateByS);
        }
    }

    /** Takes back what was concluded of a dispatch and concludes anew, where the two differ; lateness is announced. */
    void conclude(ThreadState thread, DocumentState document, int dispatch, Judgement before, Judgement after) {
        for (int i = 0; i < OBLIGATIONS.size(); i++) {
            Obligation obligation = OBLIGATIONS.get(i);
            if (after.differs(before, obligation)) {
                conclude(-1, thread, document, dispatch, obligation, before);
                conclude(1, thread, document, dispatch, obligation, after);
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

    private void conclude(
            int sign,
            ThreadState thread,
            DocumentState document,
            int dispatch,
            Obligation obligation,
            Judgement judgement) {
        Outcome outcome = judgement.outcome(obligation);
        if (outcome != Outcome.NONE) {
            int receiver = document.receiver(dispatch);
            conclude(
                    sign,
                    thread,
                    document,
                    receiver,
                    obligation,
                    outcome,
                    receiver,
                    judgement.openedAt(obligation),
                    judgement.deadline(obligation),
                    judgement.latenessS(obligation));
        }
    }

    private void conclude(
            int sign,
            ThreadState thread,
            DocumentState document,
            int receiver,
            Obligation obligation,
            Outcome outcome,
            int debtor,
            long openedAt,
            long deadline,
            long latenessS) {
        Run run = state.progress().run();
        tally.conclude(
                sign,
                run.agencies(),
                thread.key,
                document.number,
                receiver,
                obligation,
                outcome,
                debtor,
                run.dayOf(openedAt),
                deadline,
                latenessS,
                document.type,
                document.urgency);
    }

    private void announce(
            ThreadState thread,
            DocumentState document,
            int dispatch,
            Obligation obligation,
            Judgement before,
            Judgement after) {
        boolean wasLate = before.outcome(obligation).isLate();
        boolean late = after.outcome(obligation).isLate();
        if (!wasLate && !late) {
            return;
        }
        int receiver = document.receiver(dispatch);
        announcements.announce(
                kind(before.outcome(obligation), after.outcome(obligation)),
                document.nextRevision(dispatch, obligation.ordinal()),
                thread.key,
                document.number,
                receiver,
                receiver,
                obligation,
                (late ? after : before).deadline(obligation),
                after.latenessS(obligation));
        state.changed(thread);
    }

    private static Lateness.Kind kind(Outcome before, Outcome after) {
        return switch (after) {
            case OVERDUE -> Lateness.Kind.OVERDUE;
            case LATE -> before == Outcome.LATE ? Lateness.Kind.CORRECTED : Lateness.Kind.FULFILLED_LATE;
            default -> Lateness.Kind.WITHDRAWN;
        };
    }
}
