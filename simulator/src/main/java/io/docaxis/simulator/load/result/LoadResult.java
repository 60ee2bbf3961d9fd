package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Evidence;
import io.docaxis.simulator.load.judge.LoadVerdict;
import io.docaxis.simulator.load.judge.Requirements;
import io.docaxis.simulator.load.judge.Ruling;
import io.docaxis.simulator.load.judge.Validity;
import io.docaxis.simulator.load.measure.Measured;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * All that is known of a load at its end. Files, page, words and verdict follow from it alone.
 *
 * @param group the consuming group; empty: nobody consumed, or nobody looked
 */
public record LoadResult(
        LoadAsked asked,
        LoadEnd end,
        Measured measured,
        LoadBooks books,
        LoadDelivery delivery,
        Optional<LoadGroup> group,
        LoadProof proof,
        LoadUsage usage,
        Requirements requirements,
        Validity validity,
        LoadPlace place) {

    public Evidence evidence() {
        return new Evidence(
                measured.latencies(),
                books.offered(),
                books.lost(),
                group.map(LoadGroup::lagRecords).orElse(OptionalLong.empty()),
                group.map(LoadGroup::lagSeconds).orElse(OptionalDouble.empty()),
                delivery.lateObligations(),
                proof.finding());
    }

    /** What each requirement comes to. */
    public List<Ruling> rulings() {
        return requirements.judge(evidence());
    }

    public LoadVerdict verdict() {
        return LoadVerdict.of(end.interrupted(), end.environment().isPresent(), proof.finding(), validity, rulings());
    }
}
