package io.docaxis.simulator.bench.scale;

import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Clients;
import java.util.OptionalLong;

/**
 * One run of the shipped command {@code run}, seen from outside.
 *
 * @param name in tables
 * @param factor times the scenario's documents
 * @param agencies in the catalogue
 * @param documents sent and received
 * @param events judged
 * @param usage of the whole process, from its start to its end
 * @param peakBytes the most memory it ever held, as it says itself
 * @param diskBytes the most that its files took at once
 * @param clients of both sides
 */
public record ScaleRun(
        String name,
        double factor,
        int agencies,
        long documents,
        long events,
        Usage usage,
        OptionalLong peakBytes,
        long diskBytes,
        Clients clients) {

    static final String ROLE = "run";

    /** From the start of the process to its end, which comes right after the verdict. */
    double seconds() {
        return usage.seconds();
    }

    double cpuMicrosPerEvent() {
        return usage.cpuSeconds(ROLE) * 1e6 / events;
    }

    double wallMicrosPerEvent() {
        return seconds() * 1e6 / events;
    }

    /** Not a number where it is unknown. */
    double peakMebibytes() {
        return peakBytes.isEmpty() ? Double.NaN : peakBytes.getAsLong() / 1048576.0;
    }

    double diskBytesPerEvent() {
        return (double) diskBytes / events;
    }
}
