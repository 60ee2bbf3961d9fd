package io.docaxis.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of one section of {@link #FILE}: what is used of Kafka that Kafka does not publish, where, and why. */
record KafkaUseList(String section, List<Row> rows) {

    static final String FILE = "docs/kafka-internals.md";

    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");
    private static final int CELLS = 4;

    /** Each class of the one side is used by one of the other. */
    record Row(Set<String> kafka, Set<String> by) {

        boolean has(KafkaUse use) {
            return kafka.contains(use.kafka()) && by.contains(use.by());
        }

        private Stream<String> unused(Set<KafkaUse> uses) {
            List<KafkaUse> here = uses.stream().filter(this::has).toList();
            return Stream.concat(
                    kafka.stream()
                            .filter(name ->
                                    here.stream().noneMatch(use -> use.kafka().equals(name))),
                    by.stream()
                            .filter(name ->
                                    here.stream().noneMatch(use -> use.by().equals(name))));
        }
    }

    static KafkaUseList read(String section) throws IOException {
        List<Row> rows = new ArrayList<>();
        String title = "";
        for (String line : Files.readAllLines(Path.of("..").resolve(FILE))) {
            title = line.startsWith("## ") ? line.substring(3) : title;
            String[] cells = line.split("\\|");
            if (title.equals(section) && cells.length > CELLS && cells[1].contains("`")) {
                rows.add(new Row(names(cells[1], KafkaUse.KAFKA), names(cells[2], KafkaUse.OURS)));
            }
        }
        return new KafkaUseList(section, rows);
    }

    private static Set<String> names(String cell, String prefix) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult match) -> match.group(1))
                .map(name -> name.startsWith("kafka.") ? name : prefix + name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What somebody has to write into the list, or to take out of it. */
    List<String> differences(Set<KafkaUse> uses) {
        List<String> differences = new ArrayList<>();
        uses.stream()
                .filter(use -> rows.stream().noneMatch(row -> row.has(use)))
                .forEach(use -> differences.add("not in the list: " + use));
        rows.stream()
                .flatMap(row -> row.unused(uses))
                .forEach(name -> differences.add("in a row of the list, but not used as it says: " + name));
        return differences;
    }

    /** Everybody of ours that is named. */
    Set<String> by() {
        return rows.stream().flatMap(row -> row.by().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
