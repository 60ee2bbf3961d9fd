package io.docaxis.simulator.report;

import java.util.List;
import java.util.stream.Stream;

/** The files that belong together. The last of a set is what tools read first: where it is, the others are, and of the same run. */
public enum ResultFiles {
    /** Of {@code run} and {@code verify}. */
    RUN("truth.json", "tally.json", "summary.txt", "result.json"),
    /** Of {@code load}. */
    LOAD("latencies.hlog", "seconds.hlog", "junit.xml", "load.html", "load.txt", "result.json"),
    BENCH("bench.html", "bench.txt", "bench.json"),
    SCALE("scale.html", "scale.txt", "scale.json"),
    BENCH_LOAD("bench-load.html", "bench-load.txt", "bench-load.json"),
    LAG("lag.html", "lag.txt", "lag.json"),
    DRILL("drill.json");

    private final List<String> names;

    ResultFiles(String... names) {
        this.names = List.of(names);
    }

    /** In the order in which they appear. */
    List<String> names() {
        return names;
    }

    /** Under which name a file is written before it is whole. */
    static String partOf(String name) {
        return "." + name + ".part";
    }

    /**
     * Everything that an earlier command can have left behind, the file that speaks for the others first. Sets with a file of one
     * name replace each other: else it would speak for files of two commands.
     */
    Stream<String> leftovers() {
        String last = names.get(names.size() - 1);
        return Stream.concat(
                        Stream.of(last),
                        Stream.of(values())
                                .filter(this::replaces)
                                .flatMap(set -> set.names.stream())
                                .flatMap(name -> Stream.of(name, partOf(name))))
                .distinct();
    }

    /** Whether both have a file of one name. */
    boolean replaces(ResultFiles other) {
        return names.stream().anyMatch(other.names::contains);
    }
}
