package io.docaxis.monitor.cluster;

import io.docaxis.common.kafka.Reason;
import io.docaxis.monitor.endpoint.Series;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/**
 * The newest answer to one question that is asked again and again. It is known from one answer until asking fails, ends, or
 * takes so long that the answer is no news any more: a thread that hangs or has died leaves nothing behind. Thread-safe.
 *
 * @param <T> what is answered
 */
public final class LatestAnswer<T> {

    /** An answer that was not confirmed for so long, beside what it takes to answer, is none. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Questions that may fail to come in time. */
    private static final int MISSED = 3;

    private final Clock clock;
    private final Duration patience;
    private T answer;
    private boolean isAnswered;
    private long answeredNs;
    private String problem = "it was not asked for yet";
    private final Map<FailureReason, Long> failures = new EnumMap<>(FailureReason.class);
    private OptionalDouble tookS = OptionalDouble.empty();

    /** @param every how often it is asked */
    public LatestAnswer(Clock clock, Duration every) {
        this.clock = clock;
        Duration missed = every.multipliedBy(MISSED);
        patience = missed.compareTo(PATIENCE) > 0 ? missed : PATIENCE;
    }

    /** Asks. Whatever goes wrong makes the answer unknown and is counted, it is not thrown. */
    public void ask(Callable<T> question) {
        long begunNs = clock.monotonicTime();
        try {
            take(question.call());
        } catch (Throwable e) {
            fail(e);
        } finally {
            took(clock.monotonicTime() - begunNs);
        }
    }

    /** Nobody will ask any more. */
    synchronized void end(String why) {
        isAnswered = false;
        problem = why;
    }

    /** The answer, if it is known. */
    public synchronized Optional<T> get() {
        return isNews() ? Optional.of(answer) : Optional.empty();
    }

    /** The newest answer, known still or not. */
    public synchronized Optional<T> last() {
        return Optional.ofNullable(answer);
    }

    /** Whether it was asked for yet, and answered or not. */
    public synchronized boolean isAsked() {
        return tookS.isPresent();
    }

    /** Why it is not known; empty while it is. */
    public synchronized Optional<String> problem() {
        if (isNews()) {
            return Optional.empty();
        }
        return Optional.of(isAnswered ? "no answer for " + sinceAnswer().toSeconds() + " s" : problem);
    }

    /** How often asking failed, by the reason. */
    synchronized long failures(FailureReason reason) {
        return failures.getOrDefault(reason, 0L);
    }

    /**
     * Adds how fresh the answer is, and what failed.
     *
     * @param part of the monitor that asks, in a word
     * @param prefix that it asks about; empty: none
     * @param takenAtMs as of when the newest answer is, wall clock; empty: unknown
     */
    public synchronized void addTo(Series series, String cluster, String part, String prefix, OptionalLong takenAtMs) {
        takenAtMs.ifPresent(ms -> series.add(MonitorMetric.COLLECTED, ms / 1000.0, cluster, part, prefix));
        series.add(MonitorMetric.ROUND, tookS, cluster, part, prefix);
        for (FailureReason reason : FailureReason.values()) {
            series.add(MonitorMetric.FAILURES, failures(reason), cluster, part, prefix, reason.label());
        }
    }

    private synchronized void take(T answered) {
        if (answered == null) {
            throw new IllegalStateException("nothing was answered");
        }
        answer = answered;
        isAnswered = true;
        answeredNs = clock.monotonicTime();
    }

    /** A part of what was asked was not answered: it is counted, and the answer stands. */
    public synchronized void count(Throwable why) {
        failures.merge(FailureReason.of(why), 1L, Long::sum);
    }

    private synchronized void fail(Throwable why) {
        isAnswered = false;
        count(why);
        problem = Reason.of(why);
    }

    private synchronized void took(long ns) {
        tookS = OptionalDouble.of(ns / 1e9);
    }

    private boolean isNews() {
        return isAnswered && sinceAnswer().compareTo(patience()) < 0;
    }

    /** While questions take long, so do those that would confirm an answer. */
    private Duration patience() {
        return patience.plusNanos(Math.round(tookS.orElse(0) * 1e9));
    }

    private Duration sinceAnswer() {
        return Duration.ofNanos(clock.monotonicTime() - answeredNs);
    }
}
