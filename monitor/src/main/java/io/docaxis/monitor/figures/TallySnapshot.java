package io.docaxis.monitor.figures;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.DutyRevisions;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    private final TallySums sums;

    /**
     * @param headers what each partition that has published said last
     * @param sums over their cells, which nobody adds to any more
     */
    TallySnapshot(SortedMap<Integer, PartHeader> headers, OptionalLong takenAtMs, TallySums sums) {
        this.headers = headers;
        this.takenAtMs = takenAtMs;
        this.sums = sums;
    }

    /** Before anything was read. */
    public static TallySnapshot unknown() {
        return new TallySnapshot(new TreeMap<>(), OptionalLong.empty(), new TallySums());
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

    /** Whether a partition is final: nothing comes any more. */
    boolean ended(int partition) {
        PartHeader header = headers.get(partition);
        return header != null && header.getEnded();
    }

    /** Records and observations under a name. */
    public long count(Counter counter) {
        return sums.count(counter);
    }

    /** Obligations by what became of them, and the tier of who owes them. */
    public long obligations(Obligation obligation, Outcome outcome, Tier tier) {
        return sums.obligations(obligation, outcome, tier);
    }

    /** Obligations of a level-1 agency and all below it. */
    public long obligations(int agency, Obligation obligation, Outcome outcome) {
        return sums.obligations(agency, obligation, outcome);
    }

    /** Obligations of an agency of any level, by its number in the run's catalogue, without those below it. */
    public long ofAgency(int agency, Obligation obligation, Outcome outcome) {
        return sums.outcomes().count(agency, obligation, outcome);
    }

    /** By number of the level-1 agency, in order: the days (since 1970-01-01) on which its clock was doubtful. */
    public SortedMap<Integer, List<Integer>> doubtfulClocks() {
        return reports().doubtfulClocks();
    }

    /** Which of them are overdue. */
    long overdueFingerprint(int agency, Obligation obligation) {
        return sums.overdueFingerprint(agency, obligation);
    }

    /** Those of all agencies, by obligation. */
    public long[] obligations(Outcome outcome) {
        long[] all = new long[Obligation.values().length];
        for (Obligation obligation : Obligation.values()) {
            for (Tier tier : Tier.values()) {
                all[obligation.ordinal()] += obligations(obligation, outcome, tier);
            }
        }
        return all;
    }

    /** Whether a level-1 agency, or one below it, owes something as a receiver: what is overdue is owed still. */
    boolean owes(int agency) {
        return Arrays.stream(Obligation.values())
                .anyMatch(obligation -> obligation != Obligation.SEND
                        && (obligations(agency, obligation, Outcome.OPEN) > 0
                                || obligations(agency, obligation, Outcome.OVERDUE) > 0));
    }

    /** What is open and due up to an instant, or in its hour. */
    DueDuties due(long until) {
        return sums.due(until);
    }

    /** What agencies said. */
    AgencyReports reports() {
        return sums.reports();
    }

    public long documents() {
        return sums.documents();
    }

    public long dispatches() {
        return sums.dispatches();
    }

    /** Dispatches with an obligation that is open or overdue. */
    public long openDispatches() {
        return dispatches() - count(Counter.SETTLED);
    }

    /** What became of duties since they were counted, of all parts; empty: one does not say. */
    Optional<DutyRevisions> revisions() {
        DutyRevisions sum = null;
        for (PartHeader header : headers.values()) {
            if (!header.hasRevisions()) {
                return Optional.empty();
            }
            sum = sum == null ? header.getRevisions() : Revisions.sum(sum, header.getRevisions());
        }
        return Optional.ofNullable(sum);
    }

    /** Records read from the log, of any kind. */
    public long recordsRead() {
        return headers.values().stream().mapToLong(PartHeader::getRecords).sum();
    }

    /** Those that have published, in order. */
    public SortedSet<Integer> partitions() {
        return new TreeSet<>(headers.keySet());
    }

    /** How far simulated time has come in a partition, seconds; empty until it has seen every source. */
    public OptionalLong watermark(int partition) {
        PartHeader header = headers.get(partition);
        return header == null || header.getWatermark() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(header.getWatermark());
    }

    /** Before which simulated instant deadlines are announced as passed in a partition, seconds; empty until it has seen every source. */
    public OptionalLong announcedUntil(int partition) {
        PartHeader header = headers.get(partition);
        return header == null || header.getAnnouncedUntil() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(header.getAnnouncedUntil());
    }

    /** Partitions whose watermark is unknown, if there are at least that many. */
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

    /** How far simulated time has come in the partition that is ahead of all others; 0: in none. */
    public long furthestWatermark() {
        return headers.values().stream()
                .mapToLong(PartHeader::getWatermark)
                .max()
                .orElse(0);
    }

    /** Whether an instant lies before the period's end, as far as that is known. */
    boolean isBeforeEnd(long instant) {
        return headers.values().stream().allMatch(header -> header.getEndsAt() == 0 || instant < header.getEndsAt());
    }

    /** Whatever partition says it: all say the same about the run. */
    public Optional<PartHeader> about() {
        return headers.values().stream().findFirst();
    }

    /** The run's rules and calendar, once a partition says them. */
    public Optional<RunStarted> start() {
        return headers.values().stream()
                .filter(PartHeader::hasStart)
                .map(PartHeader::getStart)
                .findFirst();
    }

    /**
     * Whether every record that was read is counted under a name, or waits for its document; and every event that was taken in is some agency's. A
     * part that does not say how many wait may have any number of them while it goes on.
     */
    public boolean booksBalance() {
        long counted = 0;
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.RECORD || counter.kind() == Counter.Kind.DELIVERY) {
                counted += count(counter);
            }
        }
        long named = counted
                + headers.values().stream().mapToLong(PartHeader::getWaiting).sum();
        boolean known = ended() || headers.values().stream().allMatch(PartHeader::hasWaiting);
        boolean complete = known ? named == recordsRead() : named <= recordsRead();
        return complete && reports().all() == count(Counter.APPLIED) + count(Counter.REPEATED);
    }

    /** How simulated time comes on. */
    public EventLag event() {
        return new EventLag(headers, takenAtMs);
    }

    private boolean isComplete() {
        return isKnown() && headers.get(headers.firstKey()).getParts() == headers.size();
    }
}
