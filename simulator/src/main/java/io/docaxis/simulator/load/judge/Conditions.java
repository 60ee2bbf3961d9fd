package io.docaxis.simulator.load.judge;

import io.docaxis.simulator.load.measure.RunQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * Under which conditions a load was measured: what may make it invalid. Empty is unknown, which is a doubt.
 *
 * @param slip schedule slip of the measured part, microseconds
 * @param waited how the sending thread that waited most for a processor did
 * @param measuredSeconds how long the measured part was
 * @param measuredEvents how many events were sent in it
 * @param ranOut how the world ended before the load did, in words; empty: it did not
 * @param gcPauseMs the longest stop for collecting garbage
 * @param clockDoubts instants and latencies that cannot be
 * @param doubts further ones, in words: neighbours, clients that were not on their fast path, clocks of several machines
 */
public record Conditions(
        Optional<Histogram> slip,
        Optional<RunQueue.Wait> waited,
        double measuredSeconds,
        OptionalLong measuredEvents,
        Optional<String> ranOut,
        OptionalLong gcPauseMs,
        long clockDoubts,
        List<String> doubts) {

    /** The most slip that is never against a load, p99, milliseconds. */
    static final double SLIP_MS = 5;
    /** The most slip, p99, as a part of the least bound of a latency. */
    static final double SLIP_OF_BOUND = 0.1;
    /** The most waiting for a processor, of wall time. */
    static final double WAITED = 0.05;
    /** Waits of this length on average, milliseconds, are as any busy machine has them, and do not make a load invalid, however many. */
    static final double WAITED_EACH_MS = 0.2;
    /** The same as a part of the least bound of a latency. */
    static final double WAITED_EACH_OF_BOUND = 0.01;

    static final double LEAST_SECONDS = 10;
    static final long LEAST_EVENTS = 1_000;
    /** Events that have to be beyond a percentile, so that it is one. */
    static final long BEYOND = 10;

    /** The longest stop that raises no doubt. */
    static final long PAUSE_MS = 50;

    public Conditions {
        doubts = List.copyOf(doubts);
    }

    /** What they make of a load that has to keep these requirements. */
    public Validity judge(Requirements requirements, boolean allowed) {
        List<String> reasons = new ArrayList<>();
        List<String> unsure = new ArrayList<>();
        slip(requirements, reasons, unsure);
        runQueue(requirements, reasons, unsure);
        length(requirements, reasons);
        ranOut.ifPresent(how -> reasons.add("the world ran out: " + how));
        if (gcPauseMs.orElse(0) > PAUSE_MS) {
            unsure.add(String.format(
                    Locale.ROOT,
                    "a stop for collecting garbage took %d ms; want at most %d ms",
                    gcPauseMs.getAsLong(),
                    PAUSE_MS));
        }
        if (clockDoubts > 0) {
            unsure.add(Amounts.count(clockDoubts)
                    + " latencies below 0 or instants outside the load, left out: a clock was set, or two disagree");
        }
        unsure.addAll(doubts);
        return new Validity(reasons, unsure, allowed);
    }

    private void slip(Requirements requirements, List<String> reasons, List<String> unsure) {
        if (slip.isEmpty() || slip.get().getTotalCount() == 0) {
            unsure.add("it is not known by how much the load missed its own schedule");
            return;
        }
        double boundMs =
                Math.max(SLIP_MS, SLIP_OF_BOUND * requirements.leastLatencyMs().orElse(0));
        double slipMs = slip.get().getValueAtPercentile(99) / 1e3;
        if (slipMs > boundMs) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "the load missed its own schedule: slip p99 %.1f ms; want at most %.1f ms",
                    slipMs,
                    boundMs));
        }
    }

    private void runQueue(Requirements requirements, List<String> reasons, List<String> unsure) {
        if (waited.isEmpty()) {
            unsure.add("this system does not say how long threads wait for a processor");
            return;
        }
        double share = waited.get().share();
        double eachMs = waited.get().eachUs() / 1e3;
        double boundMs = Math.max(
                WAITED_EACH_MS,
                WAITED_EACH_OF_BOUND * requirements.leastLatencyMs().orElse(0));
        if (share > WAITED) {
            (eachMs > boundMs ? reasons : unsure)
                    .add(String.format(
                            Locale.ROOT,
                            "a sending thread waited for a processor %s of the time, %.2f ms at a time; want at most %s, or %.1f ms",
                            Amounts.percent(share),
                            eachMs,
                            Amounts.percent(WAITED),
                            boundMs));
        }
    }

    private void length(Requirements requirements, List<String> reasons) {
        if (measuredSeconds < LEAST_SECONDS) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "too short: measured for %.1f s; want at least %.0f s after the warm-up",
                    measuredSeconds,
                    LEAST_SECONDS));
        }
        OptionalDouble percentile = requirements.highestPercentile();
        long want = Math.max(LEAST_EVENTS, percentile.isPresent() ? events(percentile.getAsDouble()) : 0);
        if (measuredEvents.isPresent() && measuredEvents.getAsLong() < want) {
            reasons.add("too few events: " + Amounts.count(measuredEvents.getAsLong()) + " measured; want at least "
                    + Amounts.count(want)
                    + (want > LEAST_EVENTS ? " for p" + percentile.getAsDouble() : ""));
        }
    }

    /** How many events it takes so that enough of them are beyond a percentile. */
    static long events(double percentile) {
        return Math.round(BEYOND * 100 / (100 - percentile));
    }
}
