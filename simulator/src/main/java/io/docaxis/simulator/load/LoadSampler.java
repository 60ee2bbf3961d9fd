package io.docaxis.simulator.load;

import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.measure.RunQueue;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.measure.UsageSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Looks once a second at what a load uses and how far its consumer is behind, and at the ends of the measured part at how long sending
 * threads waited for a processor. Of the thread that plays the load.
 */
final class LoadSampler {

    private static final long SECOND_NS = 1_000_000_000L;

    private final Stretch stretch;
    private final GcPauses pauses;
    private final ProcessParts parts;
    private final Function<Integer, LagSample> lag;
    private final List<LagSample> lags = new ArrayList<>();
    private final List<UsageSample> usage = new ArrayList<>();
    private int second;
    private RunQueue from;
    private RunQueue to;
    private long longestPauseMs;

    /** @param lag asked for at the end of each second */
    LoadSampler(Stretch stretch, GcPauses pauses, long nowNs, Function<Integer, LagSample> lag) {
        this.stretch = stretch;
        this.pauses = pauses;
        this.lag = lag;
        parts = new ProcessParts(pauses, nowNs);
    }

    /** Takes what is due; true once a second has ended. */
    boolean look(long nowNs) {
        if (from == null && nowNs >= stretch.measuredFromAtNs()) {
            from = RunQueue.now(nowNs);
            pauses.forgetLongest();
        }
        if (to == null && nowNs >= stretch.endAtNs()) {
            end(nowNs);
        }
        int passed = (int) Math.floorDiv(nowNs - stretch.startAtNs(), SECOND_NS);
        if (passed <= second) {
            return false;
        }
        // a second that nobody looked at is a gap, not what the next one was
        second = passed;
        lags.add(lag.apply(second - 1));
        usage.addAll(parts.sample(second - 1, nowNs));
        return true;
    }

    /** The measured part is over, at its end or before. */
    void end(long nowNs) {
        if (to == null && from != null) {
            to = RunQueue.now(nowNs);
            longestPauseMs = pauses.longestMs();
        }
    }

    /** How the sending thread that waited most for a processor did; empty: unknown. */
    Optional<RunQueue.Wait> waited() {
        return from == null || to == null ? Optional.empty() : to.worstSince(from);
    }

    /** The longest stop of the measured part for collecting garbage, milliseconds. */
    OptionalLong longestPauseMs() {
        return to == null ? OptionalLong.empty() : OptionalLong.of(longestPauseMs);
    }

    List<LagSample> lags() {
        return lags;
    }

    List<UsageSample> usage() {
        return usage;
    }
}
