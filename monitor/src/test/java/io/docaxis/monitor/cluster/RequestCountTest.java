package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.Cluster;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.junit.jupiter.api.Test;

class RequestCountTest {

    private static final Cluster CLUSTER = Cluster.of("127.0.0.1:1");

    private final RequestCount count = new RequestCount();

    @Test
    void addsUpWhatAllClientsSendThoseThatAreClosedToo() {
        Metrics first = client(count.counted(CLUSTER));
        Metrics second = client(count.counted(CLUSTER));
        sends(first, 3, Map.of());
        sends(second, 4, Map.of());
        assertThat(count.total()).isEqualTo(7);
        // of each broker once more
        sends(first, 2, Map.of("node-id", "node-0"));
        assertThat(count.total()).isEqualTo(7);
        first.removeMetric(name(first, Map.of()));
        assertThat(count.total()).isEqualTo(7);
        first.close();
        second.close();
        assertThat(count.total()).isEqualTo(7);
    }

    @Test
    void countsNothingOfOthers() {
        RequestCount another = new RequestCount();
        try (Metrics client = client(another.counted(CLUSTER))) {
            sends(client, 5, Map.of());
            assertThat(another.total()).isEqualTo(5);
            assertThat(count.total()).isZero();
        }
    }

    @Test
    void keepsReportersThatTheUserWants() {
        Cluster counted = count.counted(new Cluster(
                "127.0.0.1:1", Map.of("metric.reporters", "a.Reporter", "consumer.metric.reporters", "b.Reporter")));
        assertThat(counted.admin(Map.of()).get("metric.reporters"))
                .isEqualTo("a.Reporter," + RequestCount.Reporter.class.getName());
        assertThat(counted.consumer(Map.of()).get("metric.reporters"))
                .isEqualTo("b.Reporter," + RequestCount.Reporter.class.getName());
        assertThat(counted.bootstrapServers()).isEqualTo("127.0.0.1:1");
    }

    /** As Kafka makes it. */
    private static Metrics client(Cluster cluster) {
        MetricsReporter reporter = new RequestCount.Reporter();
        reporter.configure(cluster.client(Map.of()));
        Metrics metrics = new Metrics();
        metrics.addReporter(reporter);
        return metrics;
    }

    private static void sends(Metrics client, long requests, Map<String, String> tags) {
        client.addMetric(name(client, tags), (Measurable) (config, now) -> requests);
    }

    private static MetricName name(Metrics client, Map<String, String> tags) {
        return client.metricName("request-total", "any", tags);
    }
}
