package io.docaxis.monitor.page;

import io.docaxis.monitor.figures.Figures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Moments of a cluster that answers, watched by a process that sends nothing, for tests. */
final class Moments {

    private Moments() {}

    /** Nothing is known of a prefix, or of a cluster that has none. */
    static Moment unknown(long nowMs, Optional<String> prefix) {
        return of(nowMs, prefix, Optional.empty(), FiguresView.unknown("nobody asks"));
    }

    /** @param source of the figures, for what it has ready beside them */
    static Moment of(Optional<Figures> source, FiguresView figures) {
        return of(1_000, Optional.of("a"), source, figures);
    }

    private static Moment of(long nowMs, Optional<String> prefix, Optional<Figures> source, FiguresView figures) {
        return new Moment(
                nowMs,
                Optional.of("c"),
                OptionalDouble.empty(),
                Optional.empty(),
                prefix,
                List.of(),
                source,
                figures,
                Optional.empty(),
                RunHere.watching("watch"));
    }
}
