package io.docaxis.monitor.figures;

import io.docaxis.common.tally.proto.PartHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one round over a prefix says, but for lateness.
 *
 * @param silentSources those that are silent against their own rhythm
 * @param silence by number of the level-1 agency; empty: the run's calendar is not known
 * @param dueSoon what is due within the next eight working hours; empty: that is not known
 * @param booksBalance whether they do, or did a moment ago
 */
public record Round(
        TallySnapshot tally,
        Set<Integer> silentSources,
        List<Silence> silence,
        Optional<DueDuties> dueSoon,
        boolean booksBalance) {

    /** Whether the tally is of many moments, by turns: what is late is never of the same one, and nobody asks for it. */
    public boolean isInTurns() {
        return tally.headers().values().stream().anyMatch(PartHeader::getInTurns);
    }

    /** Nothing is known. */
    static Round unknown() {
        return new Round(TallySnapshot.unknown(), Set.of(), List.of(), Optional.empty(), true);
    }
}
