package io.docaxis.monitor.figures;

import io.docaxis.monitor.lag.LagSnapshot;
import java.util.OptionalLong;

/** The figures that are shown at one moment. */
record FiguresSnapshot(Part<LagSnapshot> lag, Part<TallySnapshot> tally) {

    /**
     * Figures of one kind.
     *
     * @param figures as they are, or unknown
     * @param takenAtMs as of when the newest ones were that were ever known, wall clock; empty: there were none
     * @param failures how often asking for them failed
     * @param <T> what they are
     */
    record Part<T>(T figures, OptionalLong takenAtMs, long failures) {}
}
