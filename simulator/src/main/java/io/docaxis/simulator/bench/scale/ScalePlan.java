package io.docaxis.simulator.bench.scale;

import io.docaxis.common.kafka.fastpath.FastClients;
import java.util.List;

/**
 * What to measure.
 *
 * @param scenario to play in other sizes
 * @param factors times its documents
 * @param agencies sizes of the catalogue
 * @param open dispatches to be restored
 * @param fastClients of all runs
 */
public record ScalePlan(
        String scenario, List<Double> factors, List<Integer> agencies, List<Long> open, FastClients fastClients) {

    public ScalePlan {
        factors = List.copyOf(factors);
        agencies = List.copyOf(agencies);
        open = List.copyOf(open);
    }
}
