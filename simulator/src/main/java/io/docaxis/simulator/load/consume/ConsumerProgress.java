package io.docaxis.simulator.load.consume;

import java.util.OptionalLong;

/**
 * How far a consumer has come.
 *
 * @param consumed records of the topic since it began, or since the load did; empty: unknown
 * @param lag records that it can read and has not; empty: unknown
 */
public record ConsumerProgress(OptionalLong consumed, OptionalLong lag) {

    public static final ConsumerProgress UNKNOWN = new ConsumerProgress(OptionalLong.empty(), OptionalLong.empty());
}
