package io.docaxis.consumer.exchange;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.consumer.obligation.Facts;
import io.docaxis.consumer.obligation.Judgement;

/**
 * What happens to dispatches: they open, get facts, and time passes for them. Every change is judged before and after.
 * Not thread-safe; no allocation but for facts.
 */
final class Dispatches {

    private final ExchangeState state;
    private final Conclusions conclusions;
    private final Judgement nothing = new Judgement();
    private final Judgement before = new Judgement();
    private final Judgement after = new Judgement();

    /** What {@link #before} was judged of last: whoever adds a fact has just asked when the dispatch is forgotten. */
    private DocumentState judged;

    private int judgedDispatch;
    private long judgedUntil;

    Dispatches(ExchangeState state, Conclusions conclusions) {
        this.state = state;
        this.conclusions = conclusions;
    }

    /** Opens all dispatches of a new document: without facts they are all alike. */
    void open(ThreadState thread, DocumentState document) {
        judge(after, document, null, state.progress().until());
        for (int i = 0; i < document.dispatches(); i++) {
            conclusions.change(thread, document, i, nothing, after);
        }
        state.changed(thread);
        wakeFor(thread, document, after);
    }

    /** Adds a fact to a dispatch. */
    void add(ThreadState thread, DocumentState document, int dispatch, long fact) {
        long until = state.progress().until();
        judgeBefore(document, dispatch, until);
        judged = null;
        document.facts[dispatch] = Facts.insert(document.facts[dispatch], fact);
        judge(after, document, document.facts[dispatch], until);
        conclusions.change(thread, document, dispatch, before, after);
        state.changed(thread);
        wakeFor(thread, document, after);
    }

    /** When a dispatch is forgotten, by the facts it has now. */
    long forgetAt(DocumentState document, int dispatch) {
        Run run = state.progress().rules();
        judgeBefore(document, dispatch, state.progress().until());
        return before.forgetAt(run.deadlines(), document.sentAt);
    }

    /**
     * Lets time pass for all dispatches of a thread: deadlines from one instant up to another become overdue.
     *
     * @return when the thread wants to be looked at again, if nothing happens and nothing waits in it: at its next deadline,
     *     or when it is forgotten
     */
    long review(ThreadState thread, long from, long until) {
        Run run = state.progress().rules();
        long next = Deadlines.NEVER;
        long forgetAt = Long.MIN_VALUE;
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            forgetAt = Math.max(forgetAt, document.sentAt + run.horizonS());
            for (int i = 0; i < document.dispatches(); i++) {
                judge(after, document, document.facts[i], until);
                if (!after.isSettled() && from < until) {
                    judged = null;
                    judge(before, document, document.facts[i], from);
                    conclusions.change(thread, document, i, before, after);
                }
                next = Math.min(next, after.nextDeadline(run.endsAt()));
                forgetAt = Math.max(forgetAt, after.forgetAt(run.deadlines(), document.sentAt));
            }
        }
        return Math.min(next, forgetAt);
    }

    /**
     * Whether all dispatches of a thread are forgotten at an instant. A document is kept for a horizon from its sending in
     * any case, so that its duplicate is known.
     */
    boolean forgottenAt(ThreadState thread, long instant) {
        long horizonS = state.progress().rules().horizonS();
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            if (instant <= document.sentAt + horizonS) {
                return false;
            }
            for (int i = 0; i < document.dispatches(); i++) {
                if (instant <= forgetAt(document, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void judgeBefore(DocumentState document, int dispatch, long until) {
        if (judged != document || judgedDispatch != dispatch || judgedUntil != until) {
            judge(before, document, document.facts[dispatch], until);
            judged = document;
            judgedDispatch = dispatch;
            judgedUntil = until;
        }
    }

    private void judge(Judgement into, DocumentState document, long[] facts, long until) {
        into.judge(
                state.progress().rules().deadlines(),
                until,
                document.isRecall(),
                document.sentAt,
                document.acknowledgeBy,
                document.respondBy,
                facts);
    }

    /** Early is harmless: whoever looks finds the right time. */
    private void wakeFor(ThreadState thread, DocumentState document, Judgement judgement) {
        Run run = state.progress().rules();
        long next = judgement.nextDeadline(run.endsAt());
        if (next == Deadlines.NEVER) {
            long forgetAt = judgement.forgetAt(run.deadlines(), document.sentAt);
            next = Math.max(forgetAt, document.sentAt + run.horizonS());
        }
        state.wakeBy(thread, next);
    }
}
