package io.docaxis.monitor.endpoint;

import java.util.List;

/** What is said of the Kafka clients of this process, whichever sides it has. */
enum FastPathMetric implements MetricDescription {
    USED(
            "docaxis_fast_path",
            Type.GAUGE,
            "1 or 0",
            "Whether this process moves whole batches past what Kafka's clients do with each record; absent before it has moved any.",
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
