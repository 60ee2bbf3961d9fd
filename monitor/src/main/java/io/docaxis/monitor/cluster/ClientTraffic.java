package io.docaxis.monitor.cluster;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** What a Kafka client has sent to brokers and received from them, as it counts itself. Thread-safe. */
public final class ClientTraffic {

    private static final String REQUESTS = "request-total";

    private final Metric requests;
    private final Metric bytes;

    /** @param metrics of the client */
    public ClientTraffic(Map<MetricName, ? extends Metric> metrics) {
        requests = ofClient(metrics, REQUESTS);
        bytes = ofClient(metrics, "incoming-byte-total");
    }

    /** Requests of any kind to any broker. */
    public long requests() {
        return ((Number) requests.metricValue()).longValue();
    }

    /** Bytes from any broker. */
    public long bytes() {
        return ((Number) bytes.metricValue()).longValue();
    }

    /** Whether it is {@link #requests}. */
    static boolean isRequestsOfClient(MetricName name) {
        return isOfClient(name, REQUESTS);
    }

    private static boolean isOfClient(MetricName metric, String name) {
        return metric.name().equals(name) && !metric.tags().containsKey("node-id");
    }

    /** Of the client as a whole; it has the same of each broker. */
    private static Metric ofClient(Map<MetricName, ? extends Metric> metrics, String name) {
        return metrics.values().stream()
                .filter(metric -> isOfClient(metric.metricName(), name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the client has no metric " + name));
    }
}
