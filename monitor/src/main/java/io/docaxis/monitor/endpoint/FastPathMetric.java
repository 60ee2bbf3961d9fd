package io.docaxis.monitor.endpoint;

import java.util.List;

/** What is said of the Kafka clients of this process, whichever sides it has. */
enum FastPathMetric implements MetricDescription {
    USED(
            "docaxis_fast_path",
            Type.GAUGE,
            "1 or 0",
            "Whether this process hands whole batches to Kafka's clients; absent before it has moved any.",
            "side");

    private final Facts facts;

    FastPathMetric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        facts = new Facts(prometheusName, type, unit, meaning, List.of(tags));
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
