package io.docaxis.monitor.endpoint;

import java.util.List;

/** What every process says of itself: which program it is, and how its Kafka clients work. */
enum ProcessMetric implements MetricDescription {
    BUILD(
            "docaxis_build_info",
            Type.GAUGE,
            "1",
            "Versions of this process' docaxis and Kafka client.",
            "version",
            "kafka"),
    FAST_PATH(
            "docaxis_fast_path",
            Type.GAUGE,
            "1 or 0",
            "Whether this process hands whole batches to Kafka's clients; absent before it has moved any.",
            "side");

    private final Facts facts;

    ProcessMetric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        facts = new Facts(prometheusName, type, unit, meaning, List.of(tags));
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
