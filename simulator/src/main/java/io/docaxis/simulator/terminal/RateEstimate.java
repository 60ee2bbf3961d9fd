package io.docaxis.simulator.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Events in a second over the last seconds of a phase, and the time that is left at the phase's pace so far. Not thread-safe. */
final class RateEstimate {

    private static final long WINDOW_MS = 3_000;

    private record Sample(long atMs, long events) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private String phase = "";
    private long phaseStartedMs;
    private OptionalLong perSecond = OptionalLong.empty();
    private OptionalLong leftS = OptionalLong.empty();

    /** Takes in a snapshot at a wall clock time. */
    void observe(ProgressSnapshot snapshot, long nowMs) {
        if (!snapshot.phase().equals(phase)) {
            phase = snapshot.phase();
            phaseStartedMs = nowMs;
            samples.clear();
        }
        snapshot.events().ifPresent(events -> samples.addLast(new Sample(nowMs, events)));
        while (samples.size() > 2 && nowMs - samples.getFirst().atMs() > WINDOW_MS) {
            samples.removeFirst();
        }
        perSecond = rate();
        leftS = left(snapshot.share(), nowMs - phaseStartedMs);
    }

    OptionalLong perSecond() {
        return perSecond;
    }

    OptionalLong leftS() {
        return leftS;
    }

    private OptionalLong rate() {
        if (samples.size() < 2 || samples.getLast().atMs() == samples.getFirst().atMs()) {
            return OptionalLong.empty();
        }
        long events = samples.getLast().events() - samples.getFirst().events();
        return OptionalLong.of(
                events * 1000 / (samples.getLast().atMs() - samples.getFirst().atMs()));
    }

    /** In the first moments, and below a hundredth, the guess would jump about. */
    private static OptionalLong left(OptionalDouble share, long elapsedMs) {
        if (elapsedMs < 1_000 || share.isEmpty() || share.getAsDouble() < 0.01) {
            return OptionalLong.empty();
        }
        double done = share.getAsDouble();
        return OptionalLong.of((long) Math.ceil(elapsedMs * (1 - done) / done / 1000));
    }
}
