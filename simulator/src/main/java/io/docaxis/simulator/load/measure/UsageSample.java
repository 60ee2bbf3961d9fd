package io.docaxis.simulator.load.measure;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one part of a load used in one second. What a system does not say is empty.
 *
 * @param role of which part: session, broker, consumer
 * @param processors busy on average: 1.5 is one and a half
 * @param memoryBytes held at the end of the second
 * @param gcShare of the second spent in collecting garbage, 0 to 1
 */
public record UsageSample(
        int second, String role, OptionalDouble processors, OptionalLong memoryBytes, OptionalDouble gcShare) {

    public UsageSample {
        if (second < 0) {
            throw new IllegalArgumentException("second " + second + ": want 0 or more");
        }
    }
}
