package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Reason;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The newest answer to one question that is asked again and again. It is known from one answer until asking fails, ends, or
 * takes so long that the answer is no news any more: a thread that hangs or has died leaves nothing behind. Thread-safe.
 *
 * @param <T> what is answered
 */
final class LatestAnswer<T> {

    /** An answer that was not confirmed for so long is none. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private T answer;
    private boolean isAnswered;
    private long answeredNs;
    private String problem = "it was not asked for yet";
    private long failures;

    LatestAnswer(Clock clock) {
        this.clock = clock;
    }

    /** Asks. Whatever goes wrong makes the answer unknown and is counted, it is not thrown. */
    void ask(Callable<T> question) {
        try {
            take(question.call());
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** Nobody will ask any more. */
    synchronized void end(String why) {
        isAnswered = false;
        problem = why;
    }

    /** The answer, if it is known. */
    synchronized Optional<T> get() {
        return isNews() ? Optional.of(answer) : Optional.empty();
    }

    /** The newest answer, known still or not. */
    synchronized Optional<T> last() {
        return Optional.ofNullable(answer);
    }

    /** Why it is not known; empty while it is. */
    synchronized Optional<String> problem() {
        if (isNews()) {
            return Optional.empty();
        }
        return Optional.of(isAnswered ? "no answer for " + sinceAnswer().toSeconds() + " s" : problem);
    }

    /** How often asking failed. */
    synchronized long failures() {
        return failures;
    }

    private synchronized void take(T answered) {
        if (answered == null) {
            throw new IllegalStateException("nothing was answered");
        }
        answer = answered;
        isAnswered = true;
        answeredNs = clock.monotonicTime();
    }

    private synchronized void fail(Throwable why) {
        isAnswered = false;
        failures++;
        problem = Reason.of(why);
    }

    private boolean isNews() {
        return isAnswered && sinceAnswer().compareTo(PATIENCE) < 0;
    }

    private Duration sinceAnswer() {
        return Duration.ofNanos(clock.monotonicTime() - answeredNs);
    }
}
