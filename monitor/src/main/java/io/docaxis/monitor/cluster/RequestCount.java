package io.docaxis.monitor.cluster;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.endpoint.Series;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * How many requests Kafka's clients have sent to brokers, whoever made them and whatever for: each counts its own, and a reporter that they are
 * configured with adds them up, those of closed clients too. Thread-safe.
 */
public final class RequestCount {

    private static final String REPORTERS = "metric.reporters";
    /** A reporter is made by Kafka, by its name: this says for whom. */
    private static final String NUMBER = "docaxis.request.count";

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Map<String, RequestCount> COUNTS = new ConcurrentHashMap<>();

    private final String number = String.valueOf(LAST.incrementAndGet());
    private final Set<KafkaMetric> open = new HashSet<>();
    private long closed;

    public RequestCount() {
        COUNTS.put(number, this);
    }

    /** The same cluster; what clients send to it that are made from here on is counted. Reporters that the user wants are kept. */
    public Cluster counted(Cluster cluster) {
        Map<String, String> properties = new HashMap<>(cluster.properties());
        properties.putIfAbsent(REPORTERS, "");
        properties.replaceAll((name, value) -> Cluster.withoutPrefix(name).equals(REPORTERS) ? withOurs(value) : value);
        properties.put(NUMBER, number);
        return new Cluster(cluster.bootstrapServers(), properties);
    }

    private static String withOurs(String reporters) {
        return (reporters.isBlank() ? "" : reporters + ",") + Reporter.class.getName();
    }

    /** All so far. */
    public synchronized long total() {
        return closed + open.stream().mapToLong(RequestCount::value).sum();
    }

    /** Adds them to what is shown. */
    public void addTo(Series series, String cluster) {
        series.add(MonitorMetric.REQUESTS, total(), cluster);
    }

    private synchronized void add(KafkaMetric metric) {
        open.add(metric);
    }

    private synchronized void close(KafkaMetric metric) {
        if (open.remove(metric)) {
            closed += value(metric);
        }
    }

    private static long value(KafkaMetric metric) {
        return ((Number) metric.metricValue()).longValue();
    }

    /** Made by Kafka, one for each client. */
    public static final class Reporter implements MetricsReporter {

        private final Set<KafkaMetric> own = ConcurrentHashMap.newKeySet();
        private RequestCount count;

        @Override
        public void configure(Map<String, ?> configs) {
            count = COUNTS.get(String.valueOf(configs.get(NUMBER)));
        }

        @Override
        public void init(List<KafkaMetric> metrics) {
            metrics.forEach(this::metricChange);
        }

        @Override
        public void metricChange(KafkaMetric metric) {
            if (ClientTraffic.isRequestsOfClient(metric.metricName())) {
                own.add(metric);
                count.add(metric);
            }
        }

        @Override
        public void metricRemoval(KafkaMetric metric) {
            if (own.remove(metric)) {
                count.close(metric);
            }
        }

        @Override
        public void close() {
            own.forEach(count::close);
        }
    }
}
