package io.docaxis.simulator.verdict;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Sketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An obligation on which ledger and tally disagree: missing, extra or changed.
 *
 * @param expected what the ledger says, or null: the tally has an obligation too many
 * @param found what the tally says, or null: the tally lacks it
 */
public record ObligationDifference(ObligationId expected, ObligationId found) {

    private static final Comparator<ObligationId> BY_NAME = Comparator.comparingLong(ObligationId::thread)
            .thenComparingInt(ObligationId::document)
            .thenComparingInt(ObligationId::receiver)
            .thenComparing(ObligationId::obligation);

    private static final Comparator<ObligationId> IN_ORDER = BY_NAME.thenComparing(ObligationId::outcome)
            .thenComparingLong(ObligationId::deadline)
            .thenComparingLong(ObligationId::latenessS);

    /** @throws IllegalArgumentException if neither side is given */
    public ObligationDifference {
        if (expected == null && found == null) {
            throw new IllegalArgumentException("a difference without either side");
        }
    }

    /** How the tally differs from the ledger. */
    public enum Kind {
        MISSING,
        EXTRA,
        CHANGED
    }

    public Kind kind() {
        if (found == null) {
            return Kind.MISSING;
        }
        return expected == null ? Kind.EXTRA : Kind.CHANGED;
    }

    /** Either side: thread, document, receiver and obligation are the same in both. */
    public ObligationId either() {
        return expected == null ? found : expected;
    }

    public Obligation obligation() {
        return either().obligation();
    }

    /** Joins what only the ledger has with what only the tally has, sorted by thread, document, receiver and obligation. */
    static List<ObligationDifference> join(Sketch.Difference difference) {
        List<ObligationId> expected = sorted(difference.onlyHere());
        List<ObligationId> found = sorted(difference.onlyThere());
        List<ObligationDifference> joined = new ArrayList<>();
        int e = 0;
        int f = 0;
        while (e < expected.size() || f < found.size()) {
            int order = order(expected, e, found, f);
            joined.add(new ObligationDifference(
                    order <= 0 ? expected.get(e++) : null, order >= 0 ? found.get(f++) : null));
        }
        return joined;
    }

    private static int order(List<ObligationId> expected, int e, List<ObligationId> found, int f) {
        if (e == expected.size()) {
            return 1;
        }
        return f == found.size() ? -1 : BY_NAME.compare(expected.get(e), found.get(f));
    }

    private static List<ObligationId> sorted(List<ObligationId> ids) {
        return ids.stream().sorted(IN_ORDER).toList();
    }
}
