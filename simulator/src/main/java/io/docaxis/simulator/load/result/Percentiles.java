package io.docaxis.simulator.load.result;

import java.util.LinkedHashMap;
import java.util.Map;

/** The percentiles that results and reports show, by the name that requirements have for them. */
final class Percentiles {

    private static final Map<String, Double> ALL = new LinkedHashMap<>();

    static {
        ALL.put("p50", 50.0);
        ALL.put("p75", 75.0);
        ALL.put("p90", 90.0);
        ALL.put("p95", 95.0);
        ALL.put("p99", 99.0);
        ALL.put("p99.9", 99.9);
        ALL.put("p99.99", 99.99);
        ALL.put("max", 100.0);
    }

    private Percentiles() {}

    static Map<String, Double> all() {
        return ALL;
    }

    static double of(String name) {
        return ALL.get(name);
    }
}
