package io.docaxis.simulator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Alertmanager with the shipped configuration, told of alerts: which of them it keeps from whoever is notified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertmanagerIT {

    private final HttpClient client = HttpClient.newHttpClient();
    private Process alertmanager;
    private URI alerts;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        Tool program = Tool.of("AlertmanagerIT", "prometheus-alertmanager", "alertmanager");
        int port = LivePrometheus.freePort();
        alerts = URI.create("http://127.0.0.1:" + port + "/api/v2/alerts");
        alertmanager = program.start(
                directory.resolve("alertmanager.log"),
                "--config.file=alertmanager.yml",
                "--storage.path=" + directory,
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port);
        Waiting.until("Alertmanager to answer", () -> {
            assertThat(alertmanager.isAlive())
                    .as(Shipped.read(directory.resolve("alertmanager.log")))
                    .isTrue();
            return isReady();
        });
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (alertmanager != null) {
            alertmanager.destroyForcibly().waitFor();
        }
    }

    @Test
    void keepsBackWhatFollowsFromAClusterThatDoesNotAnswer() throws Exception {
        tell("DocaxisClusterUnreachable", Map.of("cluster", "frozen"));
        tell("DocaxisMonitorStale", Map.of("cluster", "frozen", "part", "groups"));
        tell("DocaxisGroupStopped", Map.of("cluster", "frozen", "group", "g"));
        tell("DocaxisDeadLetters", Map.of("cluster", "frozen", "prefix", "p"));
        tell("DocaxisGroupStopped", Map.of("cluster", "healthy", "group", "g"));
        tell("SomethingElse", Map.of("cluster", "frozen"));

        awaitKeptBack(
                "cluster frozen",
                "DocaxisMonitorStale frozen",
                "DocaxisGroupStopped frozen",
                "DocaxisDeadLetters frozen");

        // of a prefix whose tally is old, nothing but that
        tell("DocaxisMonitorStale", Map.of("cluster", "healthy", "part", "tally", "prefix", "p"));
        tell("DocaxisGroupStalled", Map.of("cluster", "healthy", "group", "h"));
        awaitKeptBack(
                "prefix stale",
                "DocaxisMonitorStale frozen",
                "DocaxisGroupStopped frozen",
                "DocaxisDeadLetters frozen");

        tell("DocaxisMonitorDown", Map.of());
        awaitKeptBack(
                "no monitor",
                "DocaxisClusterUnreachable frozen",
                "DocaxisMonitorStale frozen",
                "DocaxisGroupStopped frozen",
                "DocaxisDeadLetters frozen",
                "DocaxisGroupStopped healthy",
                "DocaxisMonitorStale healthy",
                "DocaxisGroupStalled healthy");
    }

    private void awaitKeptBack(String when, String... expected) {
        SortedSet<String> wanted = new TreeSet<>(java.util.List.of(expected));
        Waiting.until(when + ": " + wanted, this::keptBack, () -> keptBack().equals(wanted));
    }

    private SortedSet<String> keptBack() throws IOException, InterruptedException {
        SortedSet<String> kept = new TreeSet<>();
        String answer = client.send(HttpRequest.newBuilder(alerts).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode alert : JsonMapper.shared().readTree(answer)) {
            if (!alert.get("status").get("inhibitedBy").isEmpty()) {
                JsonNode labels = alert.get("labels");
                kept.add(labels.get("alertname").asString() + " "
                        + labels.path("cluster").asString());
            }
        }
        return kept;
    }

    private void tell(String name, Map<String, String> labels) throws IOException, InterruptedException {
        Map<String, String> all = new java.util.TreeMap<>(labels);
        all.put("alertname", name);
        String body = JsonMapper.shared().writeValueAsString(java.util.List.of(Map.of("labels", all)));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(alerts)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(alerts).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
