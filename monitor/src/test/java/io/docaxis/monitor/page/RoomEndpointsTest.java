package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.watch.WatchConfiguration;
import io.docaxis.monitor.watch.WatchProcess;
import io.docaxis.monitor.watch.WatchSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of a watch whose cluster nobody has started: nothing is known, and that is what they say. */
class RoomEndpointsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static ConfigurableApplicationContext served;

    @BeforeAll
    static void serve() {
        served = WebEndpoints.start(
                EndpointSettings.loopback(0),
                beans -> {
                    beans.registerBean(Cluster.class, () -> Cluster.of("127.0.0.1:1"));
                    beans.registerBean(WatchSettings.class, () -> WatchSettings.DEFAULT);
                },
                WatchConfiguration.class,
                WatchProcess.class,
                PageConfiguration.class);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void whatIsUnknownIsNull() throws Exception {
        JsonNode run = JSON.readTree(ask("/api/v1/run", 200));
        assertThat(run.get("command").asString()).isEqualTo("watch");
        assertThat(run.get("run_id").isNull()).isTrue();
        assertThat(run.get("traffic").get("read").isNull()).isTrue();
        assertThat(run.get("books").isNull()).isTrue();
        JsonNode obligations = JSON.readTree(ask("/api/v1/obligations", 200));
        assertThat(obligations.get("obligations").size()).isZero();
        assertThat(obligations.get("problem").asString()).contains("has not answered yet");
    }

    @Test
    void theHistoryHasItsColumns() throws Exception {
        JsonNode history = JSON.readTree(ask("/api/v1/history", 200));
        assertThat(history.get("points").size()).isPositive();
        assertThat(history.get("points").get(0).size())
                .isEqualTo(history.get("columns").size());
    }

    @Test
    void whatCannotBeAskedIsRefusedWithTheReason() throws Exception {
        for (String path : List.of("run", "obligations", "history", "stream")) {
            assertThat(ask("/api/v1/" + path + "?perfix=a", 400))
                    .contains("perfix")
                    .contains("prefix");
            assertThat(ask("/api/v1/" + path + "?prefix=a", 400)).contains("prefix 'a': want one of []");
            assertThat(ask("/api/v1/" + path + "?prefix=a&prefix=b", 400)).contains("2 times");
            assertThat(ask("/api/v1/" + path + "?prefix=%FF", 400)).contains("cannot be decoded");
        }
    }

    @Test
    void whoAsksForTheHeadOfTheStreamIsNoViewer() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(URI.create(WebEndpoints.url(served) + "/api/v1/stream"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .sendAsync(head, HttpResponse.BodyHandlers.ofString())
                .get(30, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
    }

    @Test
    void everyFieldIsDocumented() throws Exception {
        Set<String> fields = new TreeSet<>();
        for (String path : List.of("run", "obligations", "history")) {
            addFields(JSON.readTree(ask("/api/v1/" + path, 200)), fields);
        }
        JSON.readTree(ask("/api/v1/history", 200)).get("columns").forEach(column -> fields.add(column.asString()));
        try (BufferedReader lines = follow(null)) {
            addFields(next(lines).get("sections"), fields);
        }
        String document = Files.readString(Path.of("..", "docs", "api.md"));
        assertThat(fields)
                .hasSizeGreaterThan(60)
                .allMatch(field -> document.contains("`" + field + "`") || document.contains("`" + field + "[]`"));
    }

    private static void addFields(JsonNode node, Set<String> fields) {
        fields.addAll(node.propertyNames());
        node.forEach(inner -> addFields(inner, fields));
    }

    @Test
    void theStreamBeginsWithAllAndGoesOnEachSecond() throws Exception {
        try (BufferedReader lines = follow(null)) {
            JsonNode first = next(lines);
            assertThat(first.get("reset").asBoolean()).isTrue();
            List<String> names = new ArrayList<>(first.get("sections").propertyNames());
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "catalogue", "run", "obligations", "agencies", "groups", "late", "point", "marks", "truth");
            assertThat(first.get("sections").get("groups").isNull()).isTrue();
            JsonNode second = next(lines);
            assertThat(second.get("reset").asBoolean()).isFalse();
            assertThat(second.get("sections").has("run"))
                    .as("its clock goes on")
                    .isTrue();
            assertThat(second.get("sections").has("catalogue")).isFalse();
        }
    }

    @Test
    void whoComesBackGoesOnWhereTheyWere() throws Exception {
        String id;
        try (BufferedReader lines = follow(null)) {
            id = id(lines);
        }
        try (BufferedReader lines = follow(id)) {
            assertThat(next(lines).get("reset").asBoolean()).isFalse();
        }
    }

    @Test
    void whoReadsNothingHoldsNobodyUp() throws Exception {
        try (Socket deaf = new Socket("127.0.0.1", WebEndpoints.port(served));
                BufferedReader lines = follow(null)) {
            deaf.getOutputStream()
                    .write("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            next(lines);
            assertThat(next(lines).get("reset").asBoolean()).isFalse();
            assertThat(next(lines).get("reset").asBoolean()).isFalse();
        }
    }

    @Test
    void whoIsGoneIsNotCounted() throws Exception {
        Rooms rooms = served.getBean(Rooms.class);
        for (int i = 0; i < 3; i++) {
            try (BufferedReader lines = follow(null)) {
                next(lines);
            }
        }
        await().atMost(1, TimeUnit.MINUTES)
                .untilAsserted(() -> assertThat(rooms.viewers()).isZero());
    }

    /** @param lastId of the last message that it has; null: it has none */
    private static BufferedReader follow(String lastId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(WebEndpoints.url(served) + "/api/v1/stream"));
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String id(BufferedReader lines) throws IOException {
        return after(lines, "id: ");
    }

    private static JsonNode next(BufferedReader lines) throws IOException {
        return JSON.readTree(after(lines, "data: "));
    }

    private static String after(BufferedReader lines, String start) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        throw new IOException("the stream ended");
    }

    private static String ask(String path, int status) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(WebEndpoints.url(served) + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return answer.body();
    }
}
