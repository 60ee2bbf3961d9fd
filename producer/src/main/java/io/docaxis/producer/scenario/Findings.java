package io.docaxis.producer.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far in one file. Reading goes on after a problem, so that one attempt finds them all. */
final class Findings {

    private record Finding(int line, ScenarioProblem problem) {}

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** Notes a problem; lines count from 1, and 0 stands for the file as a whole. */
    void add(int line, String key, String value, String allowed) {
        String where = line == 0 ? file : file + ":" + line;
        findings.add(new Finding(line, new ScenarioProblem(where, key, value, allowed)));
    }

    void throwIfAny() {
        if (!findings.isEmpty()) {
            throw new InvalidScenarioException(findings.stream()
                    .sorted(Comparator.comparingInt(Finding::line))
                    .map(Finding::problem)
                    .toList());
        }
    }
}
