package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums over the cells of a tally: records and observations by name, obligations by outcome, by tier, by level-1 agency and by agency, what is due in which hour,
 * what agencies said, documents, dispatches. Not thread-safe.
 */
final class TallySums {

    private final long[] counts;
    private final long[] obligations;
    private final long[] byAgency;
    /** Of what is overdue. */
    private final long[] fingerprints;
    /** By hour, of what is open. */
    private final SortedMap<Integer, long[]> due = new TreeMap<>();

    private final AgencyReports reports;
    private final AgencyOutcomes outcomes;
    private long documents;
    private long dispatches;

    /** Nothing yet. */
    TallySums() {
        counts = new long[Counter.values().length];
        obligations = new long[Obligation.values().length * Outcome.values().length * Tier.values().length];
        byAgency = new long[Obligation.values().length * Outcome.values().length * AgencyCatalogue.level1Count()];
        fingerprints = new long[Obligation.values().length * AgencyCatalogue.level1Count()];
        reports = new AgencyReports();
        outcomes = new AgencyOutcomes();
    }

    /** The same, to be kept. */
    TallySums(TallySums from) {
        counts = from.counts.clone();
        obligations = from.obligations.clone();
        byAgency = from.byAgency.clone();
        fingerprints = from.fingerprints.clone();
        from.due.forEach((hour, counts) -> due.put(hour, counts.clone()));
        reports = new AgencyReports(from.reports);
        outcomes = new AgencyOutcomes(from.outcomes);
        documents = from.documents;
        dispatches = from.dispatches;
    }

    /** Adds what a cell counts and which, or what of both is more than before. */
    void add(long cell, long count, long fingerprint, AgencyCatalogue agencies) {
        switch (CellKey.rollup(cell)) {
            case COUNTERS -> counts[CellKey.x(cell)] += count;
            case AGENCY -> {
                Tier tier = agencies.tier(CellKey.x(cell));
                obligations[index(CellKey.obligation(cell), CellKey.outcome(cell), tier)] += count;
                outcomes.add(CellKey.x(cell), CellKey.obligation(cell), CellKey.outcome(cell), count);
            }
            case PROOF -> {
                byAgency[index(CellKey.x(cell), CellKey.obligation(cell), CellKey.outcome(cell))] += count;
                if (CellKey.outcome(cell) == Outcome.OVERDUE) {
                    fingerprints[index(CellKey.x(cell), CellKey.obligation(cell))] += fingerprint;
                }
            }
            case DUE -> addDue(CellKey.y(cell), CellKey.x(cell), CellKey.obligation(cell), count);
            case DOCUMENTS -> documents += count;
            case DISPATCHES -> dispatches += count;
            default -> {
                // other tables of the same obligations; reports go by agency
            }
        }
    }

    /** Adds what a cell of reports counts of a level-1 agency, or what it counts more than before. */
    void addReports(long cell, int level1, long count) {
        reports.add(level1, CellKey.reportKind(cell), CellKey.y(cell), count);
    }

    private void addDue(int hour, int agency, Obligation obligation, long count) {
        long[] counts = due.computeIfAbsent(hour, first -> DueDuties.none());
        counts[DueDuties.index(agency, obligation)] += count;
        if (Arrays.stream(counts).allMatch(left -> left == 0)) {
            due.remove(hour);
        }
    }

    long count(Counter counter) {
        return counts[counter.ordinal()];
    }

    long obligations(Obligation obligation, Outcome outcome, Tier tier) {
        return obligations[index(obligation, outcome, tier)];
    }

    /** Of a level-1 agency and all below it. */
    long obligations(int agency, Obligation obligation, Outcome outcome) {
        return byAgency[index(agency, obligation, outcome)];
    }

    /** The sum of the fingerprints of what is overdue of a level-1 agency and all below it. */
    long overdueFingerprint(int agency, Obligation obligation) {
        return fingerprints[index(agency, obligation)];
    }

    /** What is open and due no later than in the hour of an instant. */
    DueDuties due(long instant) {
        DueDuties sum = new DueDuties();
        due.headMap(DueDuties.hourAfter(instant)).values().forEach(sum::add);
        return sum;
    }

    /** Of a copy it stays as it is. */
    AgencyReports reports() {
        return reports;
    }

    /** Of each agency of any level. Of a copy it stays as it is. */
    AgencyOutcomes outcomes() {
        return outcomes;
    }

    long documents() {
        return documents;
    }

    long dispatches() {
        return dispatches;
    }

    private static int index(int agency, Obligation obligation) {
        return agency * Obligation.values().length + obligation.ordinal();
    }

    private static int index(int agency, Obligation obligation, Outcome outcome) {
        return index(agency, obligation) * Outcome.values().length + outcome.ordinal();
    }

    private static int index(Obligation obligation, Outcome outcome, Tier tier) {
        return (obligation.ordinal() * Outcome.values().length + outcome.ordinal()) * Tier.values().length
                + tier.ordinal();
    }
}
