package io.docaxis.simulator.result;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures that reports show, added up from a tally's cells. */
public final class TallyFigures {

    private final Tally tally;
    private final long[] sent = new long[Tier.values().length];
    private final long[] received = new long[Tier.values().length];
    private final long[][] counts = new long[Obligation.values().length][Outcome.values().length];
    private final long[] latenessS = new long[Obligation.values().length];
    private final Map<Integer, long[]> agencies = new TreeMap<>();

    /**
     * How late an agency of level 1, with all below it, was.
     *
     * @param number in the catalogue
     * @param late late or overdue
     * @param due on time, late or overdue
     */
    public record Punctuality(int number, long late, long due) {}

    private TallyFigures(Tally tally) {
        this.tally = tally;
        tally.sorted().forEach(this::add);
    }

    static TallyFigures of(Tally tally) {
        return new TallyFigures(tally);
    }

    private void add(Cell cell) {
        long key = cell.key();
        switch (CellKey.rollup(key)) {
            case DOCUMENTS -> sent[CellKey.y(key) & 7] += cell.count();
            case DISPATCHES -> received[CellKey.y(key) & 7] += cell.count();
            case PROOF -> {
                Outcome outcome = CellKey.outcome(key);
                int obligation = CellKey.obligation(key).ordinal();
                counts[obligation][outcome.ordinal()] += cell.count();
                latenessS[obligation] += cell.latenessS();
                agencies.computeIfAbsent(CellKey.x(key), agency -> new long[Outcome.values().length])[
                                outcome.ordinal()] +=
                        cell.count();
            }
            default -> {
                // further views of the same, and counters, which are asked for by name
            }
        }
    }

    /** Documents sent by agencies of a tier. */
    public long sent(Tier tier) {
        return sent[tier.ordinal()];
    }

    public long sent() {
        return Arrays.stream(sent).sum();
    }

    /** Dispatches received by agencies of a tier. */
    public long received(Tier tier) {
        return received[tier.ordinal()];
    }

    public long received() {
        return Arrays.stream(received).sum();
    }

    public long count(Obligation obligation, Outcome outcome) {
        return counts[obligation.ordinal()][outcome.ordinal()];
    }

    /** Seconds by which the late ones of an obligation were late, on average; 0 where none was. */
    public long meanLatenessS(Obligation obligation) {
        long late = count(obligation, Outcome.LATE);
        return late == 0 ? 0 : latenessS[obligation.ordinal()] / late;
    }

    public long count(Counter counter) {
        return tally.count(counter);
    }

    /** Sum of all counters whose label begins so. */
    public long countAll(String labelPrefix) {
        return Arrays.stream(Counter.values())
                .filter(counter -> counter.label().startsWith(labelPrefix))
                .mapToLong(tally::count)
                .sum();
    }

    /** The agencies with most late and overdue obligations, the most first; at equal counts by number. */
    public List<Punctuality> mostLate(int atMost) {
        return agencies.entrySet().stream()
                .map(entry -> punctuality(entry.getKey(), entry.getValue()))
                .filter(agency -> agency.late() > 0)
                .sorted(Comparator.comparingLong(Punctuality::late).reversed().thenComparingInt(Punctuality::number))
                .limit(atMost)
                .toList();
    }

    private static Punctuality punctuality(int number, long[] byOutcome) {
        long late = byOutcome[Outcome.LATE.ordinal()] + byOutcome[Outcome.OVERDUE.ordinal()];
        return new Punctuality(number, late, late + byOutcome[Outcome.ON_TIME.ordinal()]);
    }
}
