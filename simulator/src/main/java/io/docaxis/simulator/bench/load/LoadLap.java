package io.docaxis.simulator.bench.load;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One leg, run once.
 *
 * @param round from 1
 * @param events that went through
 * @param seconds that were measured: of a rate, from the first event to the last; of a latency, without the warm-up
 * @param latency of legs whose latency is measured
 * @param usage of processor and memory meanwhile
 * @param clients of docaxis, where it has any
 * @param objections to the lap by the command itself, in words
 */
record LoadLap(
        LoadLeg leg,
        int round,
        long events,
        double seconds,
        Optional<LapLatency> latency,
        Usage usage,
        Clients clients,
        List<String> objections) {

    /** Below this, warming up is most of what is measured. */
    private static final double LEAST_SECONDS = 10;

    LoadLap {
        objections = List.copyOf(objections);
    }

    double perSecond() {
        return events / seconds;
    }

    /** Why it may mean nothing, in words; empty: it does not. */
    List<String> doubts() {
        String where = leg.label() + ", round " + round;
        List<String> doubts = new ArrayList<>(Trust.doubts(where, usage));
        if (leg.isLoad()) {
            doubts.addAll(Trust.doubts(where, FastPath.Side.PRODUCER, clients.producer()));
        }
        if (leg.isProved()) {
            doubts.addAll(Trust.doubts(where, FastPath.Side.CONSUMER, clients.consumer()));
        }
        objections.forEach(objection -> doubts.add(where + ": " + objection));
        if (seconds < LEAST_SECONDS) {
            doubts.add(String.format(
                    Locale.ROOT,
                    "%s: too short, %.1f s; want %.0f s, so more --seconds",
                    where,
                    seconds,
                    LEAST_SECONDS));
        }
        return doubts;
    }
}
