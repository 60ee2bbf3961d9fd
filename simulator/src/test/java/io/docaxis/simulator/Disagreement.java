package io.docaxis.simulator;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In which cells observer and consumer differ, and the fewest deliveries that show why. */
final class Disagreement {

    /** So many threads are cut down at most. */
    private static final int EXPLAINED = 30;

    private final TwoOpinions opinions;

    Disagreement(TwoOpinions opinions) {
        this.opinions = opinions;
    }

    /** By cell: what the observer says, and what the consumer. */
    SortedMap<String, String> on(Collection<List<Mail>> threads) {
        SortedMap<String, String> observed = cells(opinions.observed(threads));
        SortedMap<String, String> concluded = cells(opinions.concluded(threads));
        Set<String> names = new TreeSet<>(observed.keySet());
        names.addAll(concluded.keySet());
        SortedMap<String, String> differences = new TreeMap<>();
        for (String name : names) {
            String one = observed.getOrDefault(name, "nothing");
            String other = concluded.getOrDefault(name, "nothing");
            if (!one.equals(other)) {
                differences.put(name, "observer " + one + ", consumer " + other);
            }
        }
        return differences;
    }

    /**
     * Tells of the smallest case of each kind of difference: of threads that differ when they are alone, cut down; or where
     * none does, of the fewest threads that differ together.
     */
    String explain(TwoOpinions ofOne, Collection<List<Mail>> threads) {
        Disagreement alone = new Disagreement(ofOne);
        SortedMap<String, List<Mail>> smallest = new TreeMap<>();
        int failing = 0;
        for (List<Mail> thread : threads) {
            if (failing < EXPLAINED && !alone.on(List.of(thread)).isEmpty()) {
                failing++;
                List<Mail> least = alone.leastOf(thread);
                smallest.merge(kind(alone.on(List.of(least))), least, (a, b) -> a.size() <= b.size() ? a : b);
            }
        }
        if (failing > 0) {
            return smallest.values().stream().map(alone::text).collect(Collectors.joining(System.lineSeparator()));
        }
        return "no thread differs alone; together do "
                + leastOf(threads).stream().map(this::text).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String kind(SortedMap<String, String> differences) {
        return differences.keySet().stream()
                .map(name -> name.split(" [0-9]")[0])
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String text(List<Mail> thread) {
        StringBuilder text = new StringBuilder("thread ").append(thread.get(0).thread());
        thread.forEach(mail -> text.append(System.lineSeparator()).append("  ").append(mail));
        on(List.of(thread))
                .forEach((cell, difference) -> text.append(System.lineSeparator())
                        .append("    ")
                        .append(cell)
                        .append(": ")
                        .append(difference));
        return text.append(System.lineSeparator()).toString();
    }

    private List<Mail> leastOf(List<Mail> thread) {
        List<Mail> least = thread;
        for (int before = Integer.MAX_VALUE; least.size() < before; ) {
            before = least.size();
            for (int i = least.size() - 1; i >= 0; i--) {
                List<Mail> without = new ArrayList<>(least);
                without.remove(i);
                if (!on(List.of(without)).isEmpty()) {
                    least = without;
                }
            }
        }
        return least;
    }

    private List<List<Mail>> leastOf(Collection<List<Mail>> threads) {
        List<List<Mail>> least = new ArrayList<>(threads);
        for (int piece = least.size() / 2; piece > 0; piece /= 2) {
            for (int from = 0; from < least.size(); ) {
                List<List<Mail>> without = new ArrayList<>(least);
                without.subList(from, Math.min(from + piece, least.size())).clear();
                if (on(without).isEmpty()) {
                    from += piece;
                } else {
                    least = without;
                }
            }
        }
        return least;
    }

    /** Every cell that both sides must have, by name. */
    static SortedMap<String, String> cells(Tally tally) {
        SortedMap<String, String> cells = new TreeMap<>();
        for (Cell cell : tally.sorted()) {
            long key = cell.key();
            if (!CellKey.isCompared(key)) {
                continue;
            }
            if (CellKey.rollup(key) != Rollup.COUNTERS) {
                cells.put(
                        CellKey.rollup(key) + " " + CellKey.obligation(key) + " " + CellKey.outcome(key) + " "
                                + CellKey.x(key) + " " + CellKey.y(key),
                        cell.count() + " (" + cell.fingerprint() + ", " + cell.latenessS() + " s " + cell.histogram()
                                + ")");
                continue;
            }
            cells.put(Counter.of(CellKey.x(key)).label(), cell.count() + " (" + cell.fingerprint() + ")");
        }
        return cells;
    }
}
