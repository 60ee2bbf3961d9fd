package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;

/** Sums over the cells of a tally: records and observations by name, obligations by outcome and tier, documents, dispatches. Not thread-safe. */
final class TallySums {

    private final long[] counts;
    private final long[] obligations;
    private long documents;
    private long dispatches;

    /** Nothing yet. */
    TallySums() {
        counts = new long[Counter.values().length];
        obligations = new long[Obligation.values().length * Outcome.values().length * Tier.values().length];
    }

    /** The same, to be kept. */
    TallySums(TallySums from) {
        counts = from.counts.clone();
        obligations = from.obligations.clone();
        documents = from.documents;
        dispatches = from.dispatches;
    }

    /** Adds what a cell counts, or what it counts more than before. */
    void add(long cell, long count, AgencyCatalogue agencies) {
        switch (CellKey.rollup(cell)) {
            case COUNTERS -> counts[CellKey.x(cell)] += count;
            case AGENCY -> {
                Tier tier = agencies.tier(CellKey.x(cell));
                obligations[index(CellKey.obligation(cell), CellKey.outcome(cell), tier)] += count;
            }
            case DOCUMENTS -> documents += count;
            case DISPATCHES -> dispatches += count;
            default -> {
                // other tables of the same obligations
            }
        }
    }

    long count(Counter counter) {
        return counts[counter.ordinal()];
    }

    long obligations(Obligation obligation, Outcome outcome, Tier tier) {
        return obligations[index(obligation, outcome, tier)];
    }

    long documents() {
        return documents;
    }

    long dispatches() {
        return dispatches;
    }

    private static int index(Obligation obligation, Outcome outcome, Tier tier) {
        return (obligation.ordinal() * Outcome.values().length + outcome.ordinal()) * Tier.values().length
                + tier.ordinal();
    }
}
