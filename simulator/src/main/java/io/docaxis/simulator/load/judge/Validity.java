package io.docaxis.simulator.load.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the measurements of a load mean anything.
 *
 * @param reasons why not, each with figure and bound; none: they do
 * @param doubts what makes them doubtful, which is not more than that
 * @param allowed whether the user takes an invalid load for what it is
 */
public record Validity(List<String> reasons, List<String> doubts, boolean allowed) {

    public Validity {
        reasons = List.copyOf(reasons);
        doubts = List.copyOf(doubts);
    }

    /** Whether there is nothing against it. */
    public boolean isValid() {
        return reasons.isEmpty();
    }

    /** Whether it decides the verdict. */
    public boolean isDecisive() {
        return !isValid() && !allowed;
    }

    /** The worst of several. */
    public static Validity worst(List<Validity> all) {
        return new Validity(
                all.stream().flatMap(each -> each.reasons().stream()).distinct().toList(),
                all.stream().flatMap(each -> each.doubts().stream()).distinct().toList(),
                !all.isEmpty() && all.stream().allMatch(Validity::allowed));
    }

    /** The same, said of somebody. */
    public Validity of(String whose) {
        return new Validity(
                reasons.stream().map(reason -> whose + ": " + reason).toList(),
                doubts.stream().map(doubt -> whose + ": " + doubt).toList(),
                allowed);
    }

    /** The same, with further doubts. */
    public Validity doubting(List<String> further) {
        return new Validity(
                reasons, Stream.concat(doubts.stream(), further.stream()).toList(), allowed);
    }
}
