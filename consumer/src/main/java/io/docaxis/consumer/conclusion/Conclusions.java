package io.docaxis.consumer.conclusion;

import io.docaxis.common.obligation.Deadlines;
import io.docaxis.consumer.state.DocumentState;
import io.docaxis.consumer.state.ExchangeState;
import io.docaxis.consumer.state.ThreadState;
import java.util.List;

/**
 * Brings the tally up to date with the facts: once a commit for all threads that changed, and for a thread alone when it is forgotten. At
 * full speed most dispatches open and close between two commits, and the tally never hears of an outcome that came and went. What
 * was concluded before is not stored; it is judged again, from the facts that were known then. Not thread-safe.
 */
public final class Conclusions {

    private final ExchangeState state;
    private final TallyWriter writer;
    private final Judgement nothing = new Judgement();
    private final Judgement before = new Judgement();
    private final Judgement after = new Judgement();

    public Conclusions(ExchangeState state, TallyWriter writer) {
        this.state = state;
        this.writer = writer;
    }

    /** Concludes everything. */
    public void concludeAll() {
        List<ThreadState> threads = state.unconcluded();
        for (int i = 0; i < threads.size(); i++) {
            conclude(threads.get(i), state.progress().until());
        }
        threads.clear();
    }

    /** Concludes what changed in a thread, if anything did; deadlines before an instant have passed. */
    public void conclude(ThreadState thread, long until) {
        if (!thread.unconcluded) {
            return;
        }
        thread.unconcluded = false;
        Deadlines deadlines = state.progress().run().deadlines();
        for (DocumentState document = thread.first(); document != null; document = document.next) {
            for (int i = 0; i < document.dispatches(); i++) {
                if (document.isFresh()) {
                    after.judge(document, i, deadlines, until);
                    writer.conclude(thread, document, i, nothing, after);
                } else if (document.isUnconcluded(i)) {
                    before.judgeConcluded(document, i, deadlines, thread.concludedUntil);
                    after.judge(document, i, deadlines, until);
                    writer.conclude(thread, document, i, before, after);
                    document.setConcluded(i);
                }
            }
            document.setFresh(false);
        }
    }
}
