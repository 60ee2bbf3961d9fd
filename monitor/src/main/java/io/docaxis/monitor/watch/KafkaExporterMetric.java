package io.docaxis.monitor.watch;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.List;

/** The names of kafka_exporter's that are served beside ours where they are asked for, with its labels. What is unknown has no series. */
enum KafkaExporterMetric implements MetricDescription {
    CURRENT_OFFSET(
            "kafka_consumergroup_current_offset",
            "offset",
            "`docaxis_group_committed_offset`.",
            "consumergroup",
            "topic",
            "partition"),
    CURRENT_OFFSET_SUM(
            "kafka_consumergroup_current_offset_sum",
            "offset",
            "The sum of those; absent as soon as a partition is unknown.",
            "consumergroup",
            "topic"),
    LAG(
            "kafka_consumergroup_lag",
            "records",
            "High watermark less committed offset, as Kafka's own tool has it; absent where the commit is beyond it.",
            "consumergroup",
            "topic",
            "partition"),
    LAG_SUM(
            "kafka_consumergroup_lag_sum",
            "records",
            "The sum of those; absent as soon as a partition is unknown.",
            "consumergroup",
            "topic"),
    MEMBERS("kafka_consumergroup_members", "members", "`docaxis_group_members`.", "consumergroup"),
    PARTITIONS("kafka_topic_partitions", "partitions", "Partitions of a topic that a group reads.", "topic"),
    PARTITION_CURRENT_OFFSET(
            "kafka_topic_partition_current_offset", "offset", "`docaxis_partition_end_offset`.", "topic", "partition"),
    PARTITION_OLDEST_OFFSET(
            "kafka_topic_partition_oldest_offset", "offset", "`docaxis_partition_start_offset`.", "topic", "partition");

    private final Facts facts;

    KafkaExporterMetric(String prometheusName, String unit, String meaning, String... tags) {
        facts = new Facts(prometheusName, Type.GAUGE, unit, meaning, List.of(tags));
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
