package io.docaxis.simulator.process;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a session's processes used of the machine in a stretch of time. Unknown roles are left out.
 *
 * @param seconds how long the stretch was
 * @param cpuSeconds processor time in it, by role
 * @param peakBytes the most memory ever held, by role, from the start of the process
 * @param others the share of the machine that went to processes which are not the session's; empty where it is unknown
 */
public record Usage(
        double seconds, Map<String, Double> cpuSeconds, Map<String, Long> peakBytes, OptionalDouble others) {

    /** Not a number where it is unknown. */
    public double cpuSeconds(String role) {
        return cpuSeconds.getOrDefault(role, Double.NaN);
    }

    /** The most memory ever held; not a number where it is unknown. */
    public double peakMebibytes(String role) {
        Long bytes = peakBytes.get(role);
        return bytes == null ? Double.NaN : bytes / 1048576.0;
    }
}
