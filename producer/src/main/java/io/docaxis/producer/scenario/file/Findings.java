package io.docaxis.producer.scenario.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The problems found so far in one file. Reading goes on after a problem, so that one attempt finds them all; but a file that is nothing
 * but problems is given up.
 */
final class Findings {

    /** Problems that are listed; the rest is counted, because nobody reads more. */
    static final int MOST_TOLD = 50;

    /** The most that are counted. */
    static final int MOST_COUNTED = 1_000;

    private record Finding(int line, String problem) {}

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** Notes a problem; lines count from 1, and 0 stands for the file as a whole. */
    void add(int line, String key, String value, String allowed) {
        String where = line == 0 ? file : file + ":" + line;
        findings.add(new Finding(line, InvalidScenarioException.problem(where, key, value, allowed)));
        if (findings.size() == MOST_COUNTED) {
            throwIfAny();
        }
    }

    /** Whether a further problem is listed: once the list is full, those of later lines are not. */
    boolean isTelling() {
        return findings.size() < MOST_TOLD;
    }

    void throwIfAny() {
        if (!findings.isEmpty()) {
            throw new InvalidScenarioException(findings.stream()
                    .sorted(Comparator.comparingInt(Finding::line))
                    .limit(MOST_TOLD)
                    .map(Finding::problem)
                    .collect(Collectors.joining("\n", "", further())));
        }
    }

    private String further() {
        int further = findings.size() - MOST_TOLD;
        if (further <= 0) {
            return "";
        }
        return findings.size() == MOST_COUNTED ? "\nand " + further + " more or over" : "\nand " + further + " more";
    }
}
