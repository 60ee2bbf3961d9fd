package io.docaxis.consumer.exchange;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.tally.TraceId;
import io.docaxis.consumer.conclusion.Conclusions;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.PendingReference;
import io.docaxis.consumer.state.Progress;
import io.docaxis.consumer.state.ThreadState;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a thread still knows at an instant: what waited for too long is unmatched, and once nothing waits and every
 * dispatch is over, the thread is dropped. The instant is a record's own emitted-at, or the watermark, which no later record
 * precedes: so it makes no difference whether memory was cleared in between. Not thread-safe.
 */
final class Forgetting {

    private final ExchangeState state;
    private final Dispatches dispatches;
    private final Conclusions conclusions;

    Forgetting(ExchangeState state, Dispatches dispatches, Conclusions conclusions) {
        this.state = state;
        this.dispatches = dispatches;
        this.conclusions = conclusions;
    }

    /** The thread as a record emitted at that instant finds it, or null where it is forgotten or was never seen. */
    ThreadState threadAt(long number, long emittedAt) {
        ThreadState thread = state.thread(number);
        if (thread == null) {
            return null;
        }
        expire(thread, emittedAt - state.progress().run().horizonS());
        if (!thread.pendings().isEmpty() || !dispatches.forgottenAt(thread, emittedAt)) {
            return thread;
        }
        // deadlines that the watermark has yet to pass are passed all the same: no record can change that any more
        long passed = Math.min(emittedAt, state.progress().endsAt());
        dispatches.review(thread, state.progress().until(), passed);
        drop(thread, Math.max(passed, state.progress().until()));
        return null;
    }

    /** The time has come at which a thread wanted to be woken: its next deadline passes, or the watermark lets it forget something. */
    void wake(ThreadState thread, long previousUntil) {
        Progress progress = state.progress();
        long watermark = progress.watermark();
        expire(thread, watermark - progress.run().horizonS());
        long next = dispatches.review(thread, previousUntil, progress.until());
        long forgetAt = thread.pendings().isEmpty() ? dispatches.reviewedForgetAt() : expiry(thread);
        if (forgetAt < watermark) {
            drop(thread, progress.until());
            return;
        }
        if (forgetAt < progress.until()) {
            state.holdUntil(thread, forgetAt);
        } else {
            next = Math.min(next, forgetAt);
        }
        if (next != Deadlines.NEVER) {
            state.wakeBy(thread, next);
        }
    }

    /** When the first of what waits in a thread has waited for too long. */
    private long expiry(ThreadState thread) {
        long first = Deadlines.NEVER;
        for (PendingReference pending : thread.pendings()) {
            first = Math.min(first, pending.emittedAt());
        }
        return first + state.progress().run().horizonS();
    }

    private void drop(ThreadState thread, long until) {
        conclusions.conclude(thread, until);
        state.drop(thread);
    }

    /** What something waited for does not come. */
    void unmatched(ThreadState thread, PendingReference pending) {
        state.tally().count(pending.kind().unmatched, 1, TraceId.event(thread.key, pending.ordinal()));
    }

    /** The run has ended: nothing that is waited for will come. */
    void endWaiting() {
        state.forEachThread(thread -> expire(thread, Long.MAX_VALUE));
    }

    private void expire(ThreadState thread, PendingReference pending) {
        if (pending.kind() == PendingReference.Kind.STATUS) {
            state.progress().books().countWaiting(-1);
        }
        unmatched(thread, pending);
    }

    /** What was emitted before the instant no longer waits. */
    private void expire(ThreadState thread, long instant) {
        if (thread.pendings().isEmpty()) {
            return;
        }
        List<PendingReference> left = new ArrayList<>();
        for (PendingReference pending : thread.pendings()) {
            if (pending.emittedAt() < instant) {
                expire(thread, pending);
            } else {
                left.add(pending);
            }
        }
        if (left.size() < thread.pendings().size()) {
            thread.keep(left);
            state.changed(thread);
        }
    }
}
