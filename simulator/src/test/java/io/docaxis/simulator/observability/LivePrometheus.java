package io.docaxis.simulator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with the shipped configuration and rules, but that it scrapes and evaluates every second. */
final class LivePrometheus implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final String api;

    /** @param target what it scrapes: a host and a port */
    LivePrometheus(String test, Path directory, String target) throws IOException {
        Tool program = Tool.of(test, "prometheus");
        String config = Shipped.read(Tool.SHIPPED.resolve("prometheus.yml"))
                .replace("15s", "1s")
                .replace("\"127.0.0.1:8080\"", "\"" + target + "\"")
                .replace("127.0.0.1:9093", "127.0.0.1:1")
                .replace("rules/*.yml", Tool.SHIPPED.resolve("rules") + "/*.yml");
        int port = freePort();
        api = "http://127.0.0.1:" + port + "/api/v1/";
        log = directory.resolve("prometheus.log");
        process = program.start(
                log,
                "--config.file=" + Files.writeString(directory.resolve("prometheus.yml"), config),
                "--storage.tsdb.path=" + directory.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
        Waiting.until("Prometheus to answer", () -> {
            assertThat(process.isAlive()).as(Shipped.read(log)).isTrue();
            return isReady();
        });
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(api + "query?query=1")).build();
            // it listens some time before it has read its own log, and says so in plain words
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The series that an expression has now; the test fails where it has an error. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        JsonNode answer = get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        assertThat(answer.path("status").asString())
                .as(expression + ": " + answer)
                .isEqualTo("success");
        return answer.get("data").get("result");
    }

    /** Whether an expression has any series now. */
    boolean holds(String expression) throws IOException, InterruptedException {
        return !query(expression).isEmpty();
    }

    /** What it says of each rule: its name, health, last error and last evaluation. */
    Iterable<JsonNode> rules() throws IOException, InterruptedException {
        return get("rules").get("data").get("groups").findValues("rules").stream()
                .flatMap(rules -> rules.valueStream())
                .toList();
    }

    /** The {@code for:} of an alert: how long its condition has to hold until it fires. */
    double pendingSeconds(String alert) throws IOException, InterruptedException {
        for (JsonNode rule : rules()) {
            if (rule.get("name").asString().equals(alert)) {
                return rule.get("duration").asDouble();
            }
        }
        throw new AssertionError("no alert " + alert);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path)).build();
        return JsonMapper.shared()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
