package io.docaxis.simulator.load.measure;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far the consumer was behind at the end of one second. Empty where nobody knew.
 *
 * @param records written and not consumed
 * @param seconds for how long the oldest of them has been there
 */
public record LagSample(int second, OptionalLong records, OptionalDouble seconds) {

    public LagSample {
        if (second < 0) {
            throw new IllegalArgumentException("second " + second + ": want 0 or more");
        }
    }
}
