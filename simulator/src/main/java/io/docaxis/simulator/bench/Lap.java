package io.docaxis.simulator.bench;

import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Clients;

/**
 * One leg, run once. All times begin with the first event's send; starting a JVM is in none of them.
 *
 * @param round from 1
 * @param records that went through
 * @param seconds until everything was done: counted (raw, tools), or the verdict said (pipeline)
 * @param sendSeconds until the last record was sent and acknowledged (raw, tools: as the generator itself measured it;
 *     pipeline: until the last event's send)
 * @param workSeconds until the last record was counted (raw, tools: the same as {@code seconds}) or applied (pipeline)
 * @param usage of processor and memory over {@code seconds}
 * @param clients what both sides of the pipeline said of theirs
 */
public record Lap(
        Leg leg,
        int round,
        long records,
        double seconds,
        double sendSeconds,
        double workSeconds,
        Usage usage,
        Clients clients) {

    /** A lap without the pipeline. */
    Lap(Leg leg, int round, long records, double seconds, double sendSeconds, double workSeconds, Usage usage) {
        this(leg, round, records, seconds, sendSeconds, workSeconds, usage, Clients.UNKNOWN);
    }

    double perSecond() {
        return records / seconds;
    }

    double sentPerSecond() {
        return records / sendSeconds;
    }

    double workPerSecond() {
        return records / workSeconds;
    }

    /** Microseconds of processor time that all processes of the lap used for a record; not a number where unknown. */
    double cpuMicrosPerRecord() {
        return usage.cpuSeconds().isEmpty()
                ? Double.NaN
                : usage.cpuSeconds().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()
                        * 1e6
                        / records;
    }

    /** Records for each second of a processor that a process used. */
    double perCoreSecond(String role) {
        return records / usage.cpuSeconds(role);
    }
}
