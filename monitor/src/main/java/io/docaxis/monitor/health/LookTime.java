package io.docaxis.monitor.health;

/**
 * When a look was taken. What it says was so at some instant between question and answer. Durations are taken from the clock that
 * never steps; wall clock is for people and for timestamps of records alone.
 *
 * @param askedMs when the first question was sent, by a clock that never goes back, from any origin
 * @param answeredMs when the last answer had come, by the same clock
 * @param wallMs wall clock at the latter
 */
public record LookTime(long askedMs, long answeredMs, long wallMs) {

    public LookTime {
        if (askedMs > answeredMs) {
            throw new IllegalArgumentException("asked at " + askedMs + " ms, answered at " + answeredMs
                    + " ms: want a question before its answer");
        }
    }

    /** Wall clock at an instant of the other clock. */
    long wallAt(long steadyMs) {
        return wallMs - (answeredMs - steadyMs);
    }
}
