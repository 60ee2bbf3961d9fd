package io.docaxis.consumer.endpoint;

import java.util.List;

/** What is said of the Kafka clients of this process, whichever sides it has. */
enum FastPathMetric implements MetricDescription {
    USED(
            "docaxis_fast_path",
            Type.GAUGE,
            "1 or 0",
            "Whether this process moves whole batches past what Kafka's clients do with each record; absent before it has moved any.",
            "side");

    private final String prometheusName;
    private final Type type;
    private final String unit;
    private final String meaning;
    private final List<String> tags;

    FastPathMetric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        this.prometheusName = prometheusName;
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.tags = List.of(tags);
    }

    @Override
    public String prometheusName() {
        return prometheusName;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public List<String> tags() {
        return tags;
    }
}
