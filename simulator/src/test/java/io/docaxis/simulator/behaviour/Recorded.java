package io.docaxis.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rows of text by name, in the order of names: most names have one row, a text has all of its. Not thread-safe. */
final class Recorded {

    private static final String BETWEEN = " |";
    private static final String COMMENT = "#";

    private final SortedMap<String, List<String>> rows = new TreeMap<>();

    /** Reads what {@link #text} has written. */
    static Recorded parse(Stream<String> lines) {
        Recorded recorded = new Recorded();
        lines.filter(line -> !line.startsWith(COMMENT)).forEach(line -> {
            int end = line.indexOf(BETWEEN);
            if (end < 0) {
                throw new IllegalArgumentException("'" + line + "': want 'name | row'");
            }
            String row = line.substring(end + BETWEEN.length());
            recorded.add(line.substring(0, end), row.isEmpty() ? row : row.substring(1));
        });
        return recorded;
    }

    /** One line a row. */
    String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach((name, all) -> all.forEach(
                row -> text.append((name + BETWEEN + " " + row).stripTrailing()).append('\n')));
        return text.toString();
    }

    /** One more row; blanks at its end do not count. */
    void add(String name, String row) {
        rows.computeIfAbsent(name, first -> new ArrayList<>()).add(row.stripTrailing());
    }

    void addAll(Recorded others) {
        rows.putAll(others.rows);
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** Keeps what has a name of a sort. */
    void retain(Predicate<String> name) {
        rows.keySet().removeIf(name.negate());
    }

    /**
     * What is to be said of each name where this is not what should be recorded.
     *
     * @param now what was found: of other names nothing is known but that they are to be there
     * @param names all that there are to be
     */
    List<String> differences(Recorded now, Set<String> names) {
        List<String> differences = new ArrayList<>();
        Set<String> all = new TreeSet<>(names);
        all.addAll(rows.keySet());
        for (String name : all) {
            List<String> before = rows.get(name);
            List<String> after = now.rows.getOrDefault(name, before);
            if (!names.contains(name)) {
                differences.add(name + " is recorded, and is no more" + rows("-", before, List.of()));
            } else if (before == null) {
                differences.add(name + " is not recorded" + (after == null ? "" : rows("+", after, List.of())));
            } else if (!before.equals(after)) {
                String changed = rows("-", before, after) + rows("+", after, before);
                differences.add(name + (changed.isEmpty() ? " has its rows in another order" : changed));
            }
        }
        return differences;
    }

    private static String rows(String sign, List<String> rows, List<String> others) {
        StringBuilder text = new StringBuilder();
        rows.stream()
                .filter(row -> !others.contains(row))
                .forEach(row -> text.append("\n    ").append(sign).append(' ').append(row));
        return text.toString();
    }
}
