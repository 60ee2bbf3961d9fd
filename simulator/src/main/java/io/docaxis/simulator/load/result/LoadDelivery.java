package io.docaxis.simulator.load.result;

import java.util.OptionalLong;

/**
 * What the consumer found of what was acknowledged. Empty is unknown.
 *
 * @param lost acknowledged, and never consumed
 * @param duplicates consumed again
 * @param outOfOrder consumed after a later one of the same source and partition
 * @param lateObligations fulfilled late or overdue, as the tally has them
 */
public record LoadDelivery(
        OptionalLong lost, OptionalLong duplicates, OptionalLong outOfOrder, OptionalLong lateObligations) {

    public static final LoadDelivery UNKNOWN =
            new LoadDelivery(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
