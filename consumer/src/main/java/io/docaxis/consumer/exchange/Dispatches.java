package io.docaxis.consumer.exchange;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.consumer.conclusion.Conclusions;
import io.docaxis.consumer.conclusion.Judgement;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.Progress;
import io.docaxis.consumer.state.ThreadState;

/**
 * What happens to dispatches: they open, get facts, and time passes for them. Every change is judged, so that it is known when to
 * look again; what it means is concluded later ({@link Conclusions}). What cannot change anything is not judged: most statuses only
 * say what is known, and most looks at a thread find nothing due. Not thread-safe; no allocation but for facts.
 */
final class Dispatches {

    private final ExchangeState state;
    private final Judgement judgement = new Judgement();
    private long reviewedForgetAt;

    Dispatches(ExchangeState state) {
        this.state = state;
    }

    /** Opens all dispatches of a new document: without facts they are all alike. */
    void open(ThreadState thread, DocumentState document) {
        long until = state.progress().until();
        state.setUnconcluded(thread, until);
        document.setFresh(true);
        judge(document, 0, until);
        for (int i = 0; i < document.dispatches(); i++) {
            keepOutlook(document, i);
        }
        state.changed(thread);
        wakeFor(thread, document, 0);
    }

    /** Adds a fact to a dispatch. */
    void add(ThreadState thread, DocumentState document, int dispatch, long fact) {
        long until = state.progress().until();
        requireOutlook(document, until);
        state.changed(thread);
        if (Judgement.isUnmovedBy(
                document, dispatch, fact, state.progress().run().deadlines().rules())) {
            document.add(dispatch, fact);
            return;
        }
        beforeChange(thread, document, dispatch, until);
        document.add(dispatch, fact);
        judge(document, dispatch, until);
        keepOutlook(document, dispatch);
        wakeFor(thread, document, dispatch);
    }

    /** When a dispatch is forgotten, by the facts it has now. */
    long forgetAt(DocumentState document, int dispatch) {
        requireOutlook(document, state.progress().until());
        return document.forgetAt(dispatch);
    }

    /**
     * Lets time pass for all dispatches of a thread: deadlines from one instant up to another become overdue.
     *
     * @return the next deadline of the thread within the period, or {@link Deadlines#NEVER}
     */
    long review(ThreadState thread, long from, long until) {
        long next = Deadlines.NEVER;
        long forgetAt = Long.MIN_VALUE;
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            requireOutlook(document, from);
            for (int i = 0; i < document.dispatches(); i++) {
                if (document.nextDeadline(i) < until) {
                    passDeadlines(thread, document, i, from, until);
                }
                next = Math.min(next, document.nextDeadline(i));
                forgetAt = Math.max(forgetAt, document.forgetAt(i));
            }
        }
        reviewedForgetAt = forgetAt;
        // an end marker may have said an earlier end since
        return next < state.progress().endsAt() ? next : Deadlines.NEVER;
    }

    /** When the thread that was reviewed last is forgotten, if nothing happens and nothing waits in it. */
    long reviewedForgetAt() {
        return reviewedForgetAt;
    }

    /**
     * Takes back for all dispatches of a thread that deadlines passed which the run's end, as it turned out, comes before. What time will do
     * to them is the same: nothing.
     *
     * @param announcedUntil deadlines before this instant had passed
     */
    void takeBack(ThreadState thread, long announcedUntil) {
        long until = state.progress().until();
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            for (int i = 0; i < document.dispatches(); i++) {
                judge(document, i, until);
                if (judgement.nextDeadline(announcedUntil) != Deadlines.NEVER) {
                    beforeChange(thread, document, i, announcedUntil);
                }
            }
        }
    }

    private void passDeadlines(ThreadState thread, DocumentState document, int dispatch, long from, long until) {
        beforeChange(thread, document, dispatch, from);
        judge(document, dispatch, until);
        keepOutlook(document, dispatch);
    }

    /** Whether all dispatches of a thread are forgotten at an instant, and with them its documents. */
    boolean forgottenAt(ThreadState thread, long instant) {
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            for (int i = 0; i < document.dispatches(); i++) {
                if (instant <= forgetAt(document, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of a document that was restored, every dispatch is judged once more; deadlines have passed up to an instant. */
    private void requireOutlook(DocumentState document, long until) {
        if (!document.hasOutlook()) {
            for (int i = 0; i < document.dispatches(); i++) {
                judge(document, i, until);
                keepOutlook(document, i);
            }
        }
    }

    private void keepOutlook(DocumentState document, int dispatch) {
        Progress progress = state.progress();
        document.setOutlook(
                dispatch,
                judgement.nextDeadline(progress.endsAt()),
                judgement.forgetAt(progress.run().deadlines(), document.sentAt));
    }

    private void judge(DocumentState document, int dispatch, long until) {
        judgement.judge(document, dispatch, state.progress().run().deadlines(), until);
    }

    /** A dispatch is about to change; of a document that is fresh, all is concluded in any case. */
    private void beforeChange(ThreadState thread, DocumentState document, int dispatch, long until) {
        state.setUnconcluded(thread, until);
        if (!document.isFresh()) {
            document.setUnconcluded(dispatch);
        }
    }

    /** A wake-up that comes too early finds the right time. */
    private void wakeFor(ThreadState thread, DocumentState document, int dispatch) {
        long next = document.nextDeadline(dispatch);
        state.wakeBy(thread, next == Deadlines.NEVER ? document.forgetAt(dispatch) : next);
    }
}
