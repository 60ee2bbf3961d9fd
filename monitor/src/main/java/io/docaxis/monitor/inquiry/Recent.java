package io.docaxis.monitor.inquiry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/**
 * Answers that stand for a moment, so that many who ask the same cost one answer; who asks meanwhile waits for it. Of many questions the newest few are
 * remembered. A failure is told to those who wait for it, and not remembered. Thread-safe.
 *
 * @param <K> what is asked
 * @param <V> what is answered
 */
final class Recent<K, V> {

    private final class Answer extends FutureTask<V> {
        private volatile long doneNs;
        private volatile boolean isMade;

        Answer(Callable<V> question) {
            super(question);
        }

        @Override
        protected void done() {
            doneNs = clockNs.getAsLong();
            isMade = true;
        }

        boolean isOld() {
            return isMade && clockNs.getAsLong() - doneNs >= stands.toNanos();
        }
    }

    private final Duration stands;
    private final int most;
    private final LongSupplier clockNs;
    private final Map<K, Answer> answers = new LinkedHashMap<>();

    /**
     * Knows nothing yet.
     *
     * @param stands for how long an answer does
     * @param most questions that are remembered
     */
    Recent(Duration stands, int most, LongSupplier clockNs) {
        this.stands = stands;
        this.most = most;
        this.clockNs = clockNs;
    }

    /** The answer to a question. */
    V get(K asked, Callable<V> question) throws Exception {
        Answer answer = answer(asked, question);
        answer.run();
        try {
            return answer.get();
        } catch (ExecutionException e) {
            forget(asked, answer);
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    private synchronized Answer answer(K asked, Callable<V> question) {
        answers.values().removeIf(Answer::isOld);
        Answer known = answers.get(asked);
        if (known != null) {
            return known;
        }
        if (answers.size() >= most) {
            answers.remove(answers.keySet().iterator().next());
        }
        Answer asking = new Answer(question);
        answers.put(asked, asking);
        return asking;
    }

    private synchronized void forget(K asked, Answer answer) {
        answers.remove(asked, answer);
    }
}
