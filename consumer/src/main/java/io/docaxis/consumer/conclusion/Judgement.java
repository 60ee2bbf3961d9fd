package io.docaxis.consumer.conclusion;

import io.docaxis.common.event.Status;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import io.docaxis.consumer.state.DispatchRows;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.Fact;
import java.util.Arrays;
import java.util.List;

/**
 * The obligations of one dispatch and their outcomes: a function of the dispatch's terms and facts, and of the watermark. Reused
 * without allocation. Not thread-safe.
 */
public final class Judgement {

    /** The obligations of a dispatch; <em>send</em> is the document's. */
    public static final List<Obligation> OBLIGATIONS =
            List.of(Obligation.ACKNOWLEDGE, Obligation.RESPOND, Obligation.ANSWER_RECALL);

    /** What is counted of a dispatch beside its obligations. */
    public static final List<Counter> OBSERVATIONS = List.of(
            Counter.REFUSED,
            Counter.REFUSED_AFTER_ACCEPTANCE,
            Counter.ACCEPTED_AFTER_REFUSAL,
            Counter.RECALLED,
            Counter.RECALL_REPEATED,
            Counter.RECALL_BY_STRANGER,
            Counter.RECALL_ANSWER_WITHOUT_REQUEST,
            Counter.DEADLINE_OUTSIDE_CALENDAR,
            Counter.SETTLED);

    private static final int COUNT = Obligation.values().length;

    private final History history = new History();
    private final Outcome[] outcomes = new Outcome[COUNT];
    private final long[] openedAt = new long[COUNT];
    private final long[] deadlines = new long[COUNT];
    private final long[] closedAt = new long[COUNT];
    private final int[] observed = new int[OBSERVATIONS.size()];

    public Judgement() {
        Arrays.fill(outcomes, Outcome.NONE);
    }

    /** Judges a dispatch by its facts; deadlines before an instant have passed. */
    public void judge(DocumentState document, int dispatch, Deadlines calendar, long until) {
        judge(document, dispatch, calendar, until, false);
    }

    /** Judges a dispatch by the facts that were concluded alone; deadlines before an instant had passed then. */
    void judgeConcluded(DocumentState document, int dispatch, Deadlines calendar, long until) {
        judge(document, dispatch, calendar, until, true);
    }

    private void judge(DocumentState document, int dispatch, Deadlines calendar, long until, boolean concluded) {
        History h = history;
        // a recall opens nothing and cannot be asked back
        h.fold(document, dispatch, concluded, calendar.rules().arrivalAcknowledges(), !document.isRecall());
        long sentAt = document.sentAt;
        close(Obligation.ACKNOWLEDGE, sentAt, document.acknowledgeBy, h.acknowledgedAt, h.recallAgreedAt, until);
        long ceasedAt = Math.min(h.refusedAt, Math.min(h.recallAgreedAt, h.replacedAt));
        close(Obligation.RESPOND, sentAt, document.respondBy, h.respondedAt, ceasedAt, until);
        long answerBy = h.requestedAt == History.NEVER
                ? DocumentState.NO_DUTY
                : DutyDeadlines.answerRecallBy(calendar, h.requestedAt);
        boolean outside = answerBy == DutyDeadlines.OUTSIDE_CALENDAR;
        close(
                Obligation.ANSWER_RECALL,
                h.requestedAt,
                outside ? DocumentState.NO_DUTY : answerBy,
                h.recallAnsweredAt,
                History.NEVER,
                until);
        observe(outside);
    }

    /**
     * Whether a further fact changes no outcome, wherever it comes among the facts of a dispatch: it only says that the dispatch was
     * acknowledged, and no earlier than another fact does; or it is a machine's notice that acknowledges nothing. Half of all statuses
     * are like that. False says nothing.
     */
    public static boolean isUnmovedBy(DispatchRows rows, int dispatch, long fact, Rules rules) {
        return switch (Fact.code(fact)) {
            case Status.ARRIVED ->
                !rules.arrivalAcknowledges() || isAcknowledgedAt(rows, dispatch, Fact.occurredAt(fact), rules);
            case Status.ASSIGNED, Status.IN_PROCESS -> isAcknowledgedAt(rows, dispatch, Fact.occurredAt(fact), rules);
            default -> false;
        };
    }

    private static boolean isAcknowledgedAt(DispatchRows rows, int dispatch, long instant, Rules rules) {
        int count = rows.facts(dispatch);
        for (int i = 0; i < count; i++) {
            long fact = rows.fact(dispatch, i);
            if (Fact.occurredAt(fact) > instant) {
                return false;
            }
            if (acknowledges(Fact.code(fact), rules)) {
                return true;
            }
        }
        return false;
    }

    private static boolean acknowledges(int code, Rules rules) {
        return switch (code) {
            case Status.ARRIVED -> rules.arrivalAcknowledges();
            case Status.REFUSED, Status.ACCEPTED, Status.ASSIGNED, Status.IN_PROCESS, Status.COMPLETED, Fact.ANSWER ->
                true;
            default -> false;
        };
    }

    private void close(Obligation which, long opened, long deadline, long fulfilledAt, long ceasedAt, long until) {
        int i = which.ordinal();
        long closed = Math.min(fulfilledAt, ceasedAt);
        openedAt[i] = opened;
        deadlines[i] = deadline;
        closedAt[i] = closed;
        if (deadline == DocumentState.NO_DUTY) {
            outcomes[i] = Outcome.NONE;
        } else if (closed == History.NEVER) {
            outcomes[i] = deadline < until ? Outcome.OVERDUE : Outcome.OPEN;
        } else if (closed > deadline) {
            outcomes[i] = Outcome.LATE;
        } else {
            // at equal times fulfilment goes before voiding
            outcomes[i] = fulfilledAt <= ceasedAt ? Outcome.ON_TIME : Outcome.VOIDED;
        }
    }

    private void observe(boolean answerByOutsideCalendar) {
        History h = history;
        observed[0] = h.refusedAt != History.NEVER ? 1 : 0;
        boolean both = h.anyRefusal && h.anyAcceptance;
        observed[1] = both && h.refusedAt == History.NEVER ? 1 : 0;
        observed[2] = both && h.refusedAt != History.NEVER ? 1 : 0;
        observed[3] = h.requestedAt != History.NEVER ? 1 : 0;
        observed[4] = h.furtherRequests;
        observed[5] = h.requestsByStrangers;
        observed[6] = h.answersWithoutRequest;
        observed[7] = answerByOutsideCalendar ? 1 : 0;
        observed[8] = isSettled() ? 1 : 0;
    }

    public Outcome outcome(Obligation which) {
        return outcomes[which.ordinal()];
    }

    /** When the duty opened, seconds; means nothing where the outcome is none. */
    public long openedAt(Obligation which) {
        return openedAt[which.ordinal()];
    }

    public long deadline(Obligation which) {
        return deadlines[which.ordinal()];
    }

    /** Seconds; 0 unless late. */
    public long latenessS(Obligation which) {
        int i = which.ordinal();
        return outcomes[i] == Outcome.LATE ? closedAt[i] - deadlines[i] : 0;
    }

    /** Whether {@link #observed} is the same here and there, whatever the index. */
    public boolean observesAsMuchAs(Judgement other) {
        return Arrays.equals(observed, other.observed);
    }

    /** How often {@link #OBSERVATIONS} of that index was seen. */
    public int observed(int index) {
        return observed[index];
    }

    /** Whether none of the obligations is open or overdue. */
    private boolean isSettled() {
        for (int i = Obligation.ACKNOWLEDGE.ordinal(); i < COUNT; i++) {
            if (outcomes[i] == Outcome.OPEN || outcomes[i] == Outcome.OVERDUE) {
                return false;
            }
        }
        return true;
    }

    /** Whether an obligation stands otherwise here than there. */
    public boolean differs(Judgement other, Obligation which) {
        int i = which.ordinal();
        if (outcomes[i] == Outcome.NONE && other.outcomes[i] == Outcome.NONE) {
            return false;
        }
        return outcomes[i] != other.outcomes[i]
                || deadlines[i] != other.deadlines[i]
                || openedAt[i] != other.openedAt[i]
                || latenessS(which) != other.latenessS(which);
    }

    /** The earliest deadline before the run's end that has not passed yet, or {@link Deadlines#NEVER}. */
    public long nextDeadline(long end) {
        long next = Deadlines.NEVER;
        for (int i = Obligation.ACKNOWLEDGE.ordinal(); i < COUNT; i++) {
            if (outcomes[i] == Outcome.OPEN && deadlines[i] < end) {
                next = Math.min(next, deadlines[i]);
            }
        }
        return next;
    }

    /**
     * After this instant the dispatch is forgotten: a horizon after what closed last; where something is unfulfilled, when
     * that becomes final; but never before a horizon after sending, for nothing settles before it was sent, whatever clocks say.
     */
    public long forgetAt(Deadlines calendar, long sentAt) {
        long horizonS = calendar.rules().horizonS();
        long latest = sentAt + horizonS;
        for (int i = Obligation.ACKNOWLEDGE.ordinal(); i < COUNT; i++) {
            if (outcomes[i] != Outcome.NONE) {
                boolean closed = closedAt[i] != History.NEVER;
                latest = Math.max(latest, closed ? closedAt[i] + horizonS : calendar.finalAt(deadlines[i]));
            }
        }
        return latest;
    }
}
