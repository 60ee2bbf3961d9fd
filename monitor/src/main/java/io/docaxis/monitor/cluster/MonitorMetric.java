package io.docaxis.monitor.cluster;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.List;

/** What is said of the monitor itself, by the part of it that asks: how fresh its figures are, and what failed. */
enum MonitorMetric implements MetricDescription {
    CLUSTER_UP(
            "docaxis_cluster_up",
            Type.GAUGE,
            "1 or 0",
            "Whether the cluster answers: 0 once it has answered no question for 10 s, or for two intervals if those are longer; absent until then if it has answered none yet.",
            "cluster"),
    COLLECTED(
            "docaxis_monitor_collected_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "Time of the last successful update of these figures, even if they are stale by now; absent before the first.",
            "cluster",
            "part",
            "prefix"),
    ROUND(
            "docaxis_monitor_round_seconds",
            Type.GAUGE,
            "seconds",
            "How long the last update of these figures took, failed or not; absent before the first.",
            "cluster",
            "part",
            "prefix"),
    FAILURES(
            "docaxis_monitor_failures_total",
            Type.COUNTER,
            "failures",
            "What could not be learnt in this process, by the reason: unanswered, refused, unauthorized, gone, unreadable or other.",
            "cluster",
            "part",
            "prefix",
            "reason"),
    REQUESTS(
            "docaxis_monitor_requests_total",
            Type.COUNTER,
            "requests",
            "Requests that this process has sent to brokers to learn all of this: of rounds, of prefixes, of inquiries.",
            "cluster");

    private final Facts facts;

    MonitorMetric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        facts = new Facts(prometheusName, type, unit, meaning, List.of(tags));
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
