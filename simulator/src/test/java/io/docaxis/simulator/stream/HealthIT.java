package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.group.GroupSelection;
import io.docaxis.monitor.watch.WatchExport;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.process.Stage;
import io.docaxis.simulator.service.ConsumerApplication;
import io.docaxis.simulator.service.ConsumerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What health and metrics of a consumer say while, one after another, everything that it needs goes away. */
class HealthIT {

    private static final int PARTITIONS = 3;
    private static final String LIVENESS = "health/liveness";
    private static final String READINESS = "health/readiness";

    private static final WatchSettings EVERY_SECOND =
            new WatchSettings(GroupSelection.ALL, Set.of(), Duration.ofSeconds(1), Optional.empty(), 1_000, false);

    private final Topics topics = new Topics("it");
    private int port;
    private String cluster;

    @Test
    void tellsTheTruthAboutBrokerTopicsAndEngine() throws Exception {
        try (Stage stage = Stage.open()) {
            cluster = id(stage);
            ConfigurableApplicationContext consumer = ConsumerApplication.start(
                    new ConsumerSettings(
                            stage.cluster(), topics, PARTITIONS, EndpointSettings.loopback(0), StreamSettings.PACED),
                    new TopicSetup(stage.cluster(), topics).prepare(PARTITIONS, Set.of(Purpose.CONSUME)),
                    beans -> beans.registerBean(WatchSettings.class, () -> EVERY_SECOND),
                    WatchExport.class);
            try {
                port = ConsumerApplication.managementPort(consumer);
                Interchange.send(stage.cluster(), topics, new Traffic(200, PARTITIONS).entries());
                awaitReady();
                frozenBroker(stage);
                deletedTally(stage);
                failedEngine(consumer);
                deletedEvents(stage);
            } finally {
                consumer.close();
            }
        }
    }

    private static String id(Stage stage) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private void frozenBroker(Stage stage) throws InterruptedException {
        stage.broker().signal("STOP");
        try {
            awaitDown("127.0.0.1:", " has not answered for 1", "no answer within 5 s to what was asked");
            assertThat(get(LIVENESS).statusCode()).isEqualTo(200);
            awaitMetrics(
                    List.of(
                            "docaxis_ready 0.0",
                            "docaxis_cluster_up{cluster=\"" + cluster + "\"} 0.0",
                            "docaxis_group_health{cluster=\"" + cluster
                                    + "\",group=\"it.exchange\",health=\"UNKNOWN\"} 1.0",
                            "docaxis_watermark_unknown_partitions{cluster=\"" + cluster + "\",prefix=\"it\"} 3.0",
                            "docaxis_monitor_collected_timestamp_seconds{cluster=\"" + cluster
                                    + "\",part=\"groups\",prefix=\"\"}"),
                    List.of(
                            "docaxis_lag_seconds",
                            "docaxis_lag_readable_records",
                            "docaxis_records_total",
                            "docaxis_monitor_failures_total{cluster=\"" + cluster
                                    + "\",part=\"groups\",prefix=\"\",reason=\"unanswered\"} 0.0",
                            "docaxis_monitor_failures_total{cluster=\"" + cluster
                                    + "\",part=\"tally\",prefix=\"it\",reason=\"unanswered\"} 0.0"));
        } finally {
            stage.broker().signal("CONT");
        }
        awaitReady();
    }

    private void deletedTally(Stage stage) throws InterruptedException {
        delete(stage, topics.tally());
        awaitMetrics(
                List.of(
                        "docaxis_lag_seconds",
                        "docaxis_watermark_unknown_partitions{cluster=\"" + cluster + "\",prefix=\"it\"} 3.0"),
                List.of("docaxis_records_total"));
        assertThat(get(READINESS).statusCode()).isEqualTo(200);
    }

    /** Last, for the engine does not survive it for long. */
    private void deletedEvents(Stage stage) throws InterruptedException {
        delete(stage, topics.events());
        awaitDown("topic 'it.events' is not there");
    }

    private static void delete(Stage stage, String topic) throws InterruptedException {
        try (Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everybody is told why before anything is stopped. */
    private void failedEngine(ConfigurableApplicationContext consumer) {
        consumer.getBean(Engine.class).handle(new IllegalStateException("made to fail"));
        for (String path : List.of("health", LIVENESS, READINESS)) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"status\":\"DOWN\"", "the stream engine failed: made to fail");
        }
    }

    private void awaitReady() {
        Waiting.until("readiness", () -> get(READINESS).statusCode() == 200);
        awaitMetrics(
                List.of(
                        "docaxis_ready 1.0",
                        "docaxis_records_total",
                        "docaxis_group_unknown_partitions{cluster=\"" + cluster
                                + "\",group=\"it.exchange\",topic=\"it.events\"} 0.0",
                        "docaxis_lag_seconds{cluster=\"" + cluster
                                + "\",group=\"it.exchange\",partition=\"0\",topic=\"it.events\"}"),
                List.of("docaxis_engine_up 0.0"));
    }

    /** Waits until some series are there and others are not; none is ever not a number. */
    private void awaitMetrics(List<String> there, List<String> notThere) {
        Waiting.until("metrics with " + there + " and without " + notThere, () -> {
            String metrics = get("prometheus").body();
            assertThat(metrics).doesNotContain("NaN");
            return there.stream().allMatch(metrics::contains)
                    && notThere.stream().noneMatch(metrics::contains);
        });
    }

    private void awaitDown(String... reasons) {
        Waiting.until("DOWN because " + List.of(reasons), () -> {
            HttpResponse<String> answer = get(READINESS);
            return answer.statusCode() == 503
                    && answer.body().contains("\"status\":\"DOWN\"")
                    && Stream.of(reasons).allMatch(answer.body()::contains);
        });
    }

    private HttpResponse<String> get(String endpoint) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
