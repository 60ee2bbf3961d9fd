package io.docaxis.simulator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real Prometheus that scrapes a real {@code watch}, with the shipped rules and every expression of the dashboard. */
class PrometheusIT {

    private static final Pattern ADDRESS = Pattern.compile("http://(127\\.0\\.0\\.1:\\d+)/actuator/prometheus");
    private static final String STOPPED =
            "ALERTS{alertname=\"DocaxisGroupStopped\",group=\"it.exchange\",alertstate=\"%s\"}";

    private static final String LAG =
            "ALERTS{alertname=\"DocaxisGroupLagSeconds\",group=\"it.exchange\",alertstate=\"%s\"}";

    private static final String ITS_LAG = "max(docaxis_group_lag_seconds{group=\"it.exchange\"})";

    private static final String UNREACHABLE = "ALERTS{alertname=\"DocaxisClusterUnreachable\",alertstate=\"firing\"}";

    private final Topics topics = new Topics("it");

    @Test
    void evaluatesEveryRuleAndEveryPanel(@TempDir Path directory) throws Exception {
        Tool promtool = Tool.of("evaluatesEveryRuleAndEveryPanel", "promtool");
        try (Stage stage = Stage.open(directory.resolve("stage"))) {
            ProgramProcess run = stage.startOn(topics, "run", "quiet-day", "--documents", "300");
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            ProgramProcess watch = watch(stage);
            String target = watch.awaitPrinted(ADDRESS).group(1);
            try (LivePrometheus prometheus = new LivePrometheus("evaluatesEveryRuleAndEveryPanel", directory, target)) {
                Waiting.until(
                        "figures of the group and of the prefix",
                        () -> prometheus.holds("docaxis_group_health == 1")
                                && prometheus.holds("docaxis_documents_total > 0"));
                awaitEvaluated(prometheus);
                for (Map.Entry<String, String> panel : Shipped.panels().entrySet()) {
                    prometheus.query(panel.getValue());
                }
                assertThat(prometheus.query("ALERTS{alertstate=\"firing\"}")).isEmpty();
                assertThat(promtool.read(scrape(target), "check", "metrics").printed())
                        .as("what promtool check metrics finds")
                        .doesNotContain("docaxis_");
            }
        }
    }

    /** The only consumer is killed while events come: both alerts of its group fire within their {@code for:}, and go on firing. */
    @Test
    @Tag("slow")
    void holdsTheAlertsWhenTheOnlyConsumerIsKilled(@TempDir Path directory) throws Exception {
        try (Stage stage = Stage.open(directory.resolve("stage"))) {
            stage.startOn(topics, "produce", "quiet-day", "--speed", "60x");
            ProgramProcess consumer = stage.startOn(topics, "consume", "--paced");
            String target = watch(stage).awaitPrinted(ADDRESS).group(1);
            try (LivePrometheus prometheus =
                    new LivePrometheus("holdsTheAlertsWhenTheOnlyConsumerIsKilled", directory, target)) {
                Waiting.until(
                        "a group whose health is known, with a member",
                        () -> prometheus.holds("docaxis:group_health:known{group=\"it.exchange\"} == 1")
                                && prometheus.holds("docaxis_group_members{group=\"it.exchange\"} == 1"));
                assertThat(firing(prometheus, 600)).isEmpty();

                consumer.kill();

                awaitWhileItFallsBehind(prometheus, STOPPED.formatted("pending"));
                awaitWhileItFallsBehind(prometheus, STOPPED.formatted("firing"));
                awaitWhileItFallsBehind(prometheus, LAG.formatted("firing"));
                double pending = prometheus.pendingSeconds("DocaxisGroupLagSeconds");
                assertThat(Double.parseDouble(text(prometheus, "count_over_time((" + ITS_LAG + " > 120)[10m:1s])")))
                        .as("seconds of lag above the threshold until the alert fires")
                        .isBetween(pending / 2, pending + 15);
                // every second of a minute, but for what a busy machine leaves out
                for (String alert : Set.of(STOPPED, LAG)) {
                    await(prometheus, "count_over_time(" + alert.formatted("firing") + "[60s]) > 50");
                }
            }
        }
    }

    /** A broker is stopped for half a minute while one group has no members and another is well: what fired fires on, and no group is blamed. */
    @Test
    @Tag("slow")
    void blamesNoGroupForABrokerThatIsFrozen(@TempDir Path directory) throws Exception {
        try (Stage stage = Stage.open(directory.resolve("stage"))) {
            stage.startOn(topics, "produce", "quiet-day", "--speed", "60x");
            ProgramProcess consumer = stage.startOn(topics, "consume", "--paced");
            String target = watch(stage).awaitPrinted(ADDRESS).group(1);
            try (LivePrometheus prometheus =
                            new LivePrometheus("blamesNoGroupForABrokerThatIsFrozen", directory, target);
                    SteadyReader reader = SteadyReader.start(stage.cluster(), topics.events(), "it.steady")) {
                await(prometheus, "docaxis:group_health:known{group=\"it.exchange\"} == 1");
                await(prometheus, "docaxis:group_health:known{group=\"it.steady\"} == 1");
                consumer.kill();
                // both alerts of a group that nobody reads for: one still pending would fire in the frozen time
                awaitWhileItFallsBehind(prometheus, STOPPED.formatted("firing"));
                awaitWhileItFallsBehind(prometheus, LAG.formatted("firing"));
                Set<String> before = firing(prometheus, 5);
                assertThat(before)
                        .containsExactlyInAnyOrder(
                                "DocaxisGroupStopped it.exchange", "DocaxisGroupLagSeconds it.exchange");

                Instant frozenAt = Instant.now();
                stage.broker().signal("STOP");
                try {
                    await(
                            prometheus,
                            "vector(time()) >= " + frozenAt.plusSeconds(31).getEpochSecond());
                    await(prometheus, UNREACHABLE);
                } finally {
                    stage.broker().signal("CONT");
                }
                Duration frozen = Duration.between(frozenAt, Instant.now());
                await(prometheus, "docaxis_cluster_up == 1");
                Waiting.until("the cluster's alerts to resolve", () -> !prometheus.holds(UNREACHABLE));

                long seconds = Duration.between(frozenAt, Instant.now()).toSeconds();
                Set<String> since = firing(prometheus, seconds);
                System.out.println("broker frozen for " + frozen.toMillis() / 1000.0 + " s; fired within " + seconds
                        + " s from then: " + since);
                Set<String> news = new TreeSet<>(since);
                news.removeAll(before);
                assertThat(news).isSubsetOf("DocaxisClusterUnreachable ", "DocaxisMonitorStale ");
                assertThat(firing(prometheus, 5)).containsAll(before);
                for (String alert : before) {
                    String name = alert.split(" ")[0];
                    assertThat(prometheus.holds("count_over_time(ALERTS{alertname=\"" + name
                                    + "\",group=\"it.exchange\",alertstate=\"pending\"}[" + seconds + "s])"))
                            .as("whether " + alert + " began anew")
                            .isFalse();
                }
                assertThat(reader.isReading()).isTrue();
            }
        }
    }

    /** For ten minutes at most, as long as the group falls behind. */
    private static void awaitWhileItFallsBehind(LivePrometheus prometheus, String expression) {
        Waiting.until(
                expression,
                () -> text(prometheus, "clamp_max(" + ITS_LAG + ", 600)"),
                () -> prometheus.holds(expression));
    }

    /** The only value of an expression now; empty if it has none. */
    private static String text(LivePrometheus prometheus, String expression) throws IOException, InterruptedException {
        return prometheus.query(expression).path(0).path("value").path(1).asString();
    }

    /** Alerts that fired within the last seconds, each with its group. */
    private static Set<String> firing(LivePrometheus prometheus, long seconds)
            throws IOException, InterruptedException {
        Set<String> firing = new TreeSet<>();
        for (JsonNode alert : prometheus.query("last_over_time(ALERTS{alertstate=\"firing\"}[" + seconds + "s])")) {
            JsonNode labels = alert.get("metric");
            firing.add(labels.get("alertname").asString() + " "
                    + labels.path("group").asString());
        }
        return firing;
    }

    private static void await(LivePrometheus prometheus, String expression) {
        Waiting.until(expression, () -> prometheus.holds(expression));
    }

    private static ProgramProcess watch(Stage stage) {
        return stage.start(
                java.util.List.of(),
                "watch",
                "--bootstrap-servers",
                stage.cluster().bootstrapServers(),
                "--interval",
                "1s",
                "--aliases",
                "kafka_exporter");
    }

    private static void awaitEvaluated(LivePrometheus prometheus) {
        Waiting.until("every rule to be evaluated", () -> {
            Set<String> pending = new TreeSet<>();
            for (JsonNode rule : prometheus.rules()) {
                assertThat(rule.path("lastError").asString())
                        .as(rule.toString())
                        .isEmpty();
                if (!rule.get("health").asString().equals("ok")) {
                    pending.add(rule.get("name").asString());
                }
            }
            return pending.isEmpty();
        });
    }

    private static String scrape(String target) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + target + "/actuator/prometheus");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
