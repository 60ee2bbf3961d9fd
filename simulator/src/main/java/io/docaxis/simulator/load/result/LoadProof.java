package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Proof;
import java.util.List;

/**
 * What the proof came to.
 *
 * @param reasons what differs or is missing, in words; of a load that is not proved, why
 */
public record LoadProof(Proof finding, List<String> reasons) {

    public LoadProof {
        reasons = List.copyOf(reasons);
    }
}
