package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SourceProgress;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the tally topic says of the run seen last, over all partitions and whoever consumed them. Immutable; it trails the
 * consumers by up to a commit interval and a second.
 */
public final class TallySnapshot {

    private final SortedMap<Integer, PartHeader> headers;
    private final OptionalLong takenAtMs;
    private final long[] counts;
    private final long[] obligations;
    private long documents;
    private long dispatches;

    private TallySnapshot(SortedMap<Integer, PartHeader> headers, OptionalLong takenAtMs) {
        this.headers = headers;
        this.takenAtMs = takenAtMs;
        counts = new long[Counter.values().length];
        obligations = new long[Obligation.values().length * Outcome.values().length * Tier.values().length];
    }

    private TallySnapshot(TallySnapshot same, OptionalLong takenAtMs) {
        headers = same.headers;
        this.takenAtMs = takenAtMs;
        counts = same.counts;
        obligations = same.obligations;
        documents = same.documents;
        dispatches = same.dispatches;
    }

    /** Before anything was read. */
    public static TallySnapshot unknown() {
        return new TallySnapshot(new TreeMap<>(), OptionalLong.empty());
    }

    /** Of the run whose record was read last, at a moment of wall clock time. */
    public static TallySnapshot of(TallyReader reader, long takenAtMs) {
        SortedMap<Integer, PartHeader> headers = reader.headers(reader.lastRun());
        TallySnapshot snapshot = new TallySnapshot(headers, OptionalLong.of(takenAtMs));
        if (snapshot.isKnown()) {
            PartHeader any = headers.get(headers.firstKey());
            AgencyCatalogue agencies = AgencyCatalogue.of(any.getDepartments(), any.getCommunes());
            reader.forEachCell(reader.lastRun(), cell -> snapshot.add(cell, agencies));
        }
        return snapshot;
    }

    /** The same, found to be so later. */
    TallySnapshot confirmed(long atMs) {
        return new TallySnapshot(this, OptionalLong.of(atMs));
    }

    /** Wall clock at which it was so; empty: nobody knows anything. */
    public OptionalLong takenAtMs() {
        return takenAtMs;
    }

    /** What each partition that has published said last. */
    public SortedMap<Integer, PartHeader> headers() {
        return Collections.unmodifiableSortedMap(headers);
    }

    /** Whether any partition has published. */
    public boolean isKnown() {
        return !headers.isEmpty();
    }

    /** Whether every partition is final. */
    public boolean ended() {
        return isComplete() && headers.values().stream().allMatch(PartHeader::getEnded);
    }

    /** Records and observations under a name. */
    public long count(Counter counter) {
        return counts[counter.ordinal()];
    }

    /** Obligations by what became of them, and the tier of who owes them. */
    public long obligations(Obligation obligation, Outcome outcome, Tier tier) {
        return obligations[index(obligation, outcome, tier)];
    }

    public long documents() {
        return documents;
    }

    public long dispatches() {
        return dispatches;
    }

    /** Dispatches with an obligation that is open or overdue. */
    public long openDispatches() {
        return dispatches - count(Counter.SETTLED);
    }

    /** Records read from the log, of any kind. */
    public long recordsRead() {
        return headers.values().stream().mapToLong(PartHeader::getRecords).sum();
    }

    /** Those that have published, in order. */
    SortedSet<Integer> partitions() {
        return new TreeSet<>(headers.keySet());
    }

    /** How far simulated time has come in a partition, seconds; empty until it has seen every source. */
    public OptionalLong watermark(int partition) {
        PartHeader header = headers.get(partition);
        return header == null || header.getWatermark() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(header.getWatermark());
    }

    /** Of how many partitions it is not known how far simulated time has come, where there are to be so many at least. */
    public int unknownWatermarks(int atLeast) {
        int known = (int) headers.values().stream()
                .filter(header -> header.getWatermark() != 0)
                .count();
        return Math.max(atLeast, headers.size()) - known;
    }

    /** How far simulated time has come everywhere: the least of all partitions; empty as soon as one is unknown. */
    public OptionalLong watermark() {
        if (!isComplete() || headers.values().stream().anyMatch(header -> header.getWatermark() == 0)) {
            return OptionalLong.empty();
        }
        return headers.values().stream().mapToLong(PartHeader::getWatermark).min();
    }

    /**
     * How far a partition's watermark is behind the newest simulated time that any partition has seen of any source,
     * seconds: what a slow partition or a silent source holds back.
     */
    public OptionalLong watermarkLagS(int partition) {
        OptionalLong watermark = watermark(partition);
        if (watermark.isEmpty()) {
            return OptionalLong.empty();
        }
        long newest = headers.values().stream()
                .flatMap(header -> header.getSourcesList().stream())
                .mapToLong(SourceProgress::getEmittedAt)
                .max()
                .orElse(0);
        return OptionalLong.of(Math.max(0, newest - watermark.getAsLong()));
    }

    private boolean isComplete() {
        return isKnown() && headers.get(headers.firstKey()).getParts() == headers.size();
    }

    private void add(Cell cell, AgencyCatalogue agencies) {
        long key = cell.key();
        switch (CellKey.rollup(key)) {
            case COUNTERS -> counts[CellKey.x(key)] += cell.count();
            case AGENCY -> {
                Tier tier = agencies.tier(CellKey.x(key));
                obligations[index(CellKey.obligation(key), CellKey.outcome(key), tier)] += cell.count();
            }
            case DOCUMENTS -> documents += cell.count();
            case DISPATCHES -> dispatches += cell.count();
            default -> {
                // other tables of the same obligations
            }
        }
    }

    private static int index(Obligation obligation, Outcome outcome, Tier tier) {
        return (obligation.ordinal() * Outcome.values().length + outcome.ordinal()) * Tier.values().length
                + tier.ordinal();
    }
}
