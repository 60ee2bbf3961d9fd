package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command as a process, on a cluster without anything of docaxis. */
class WatchIT {

    private static final Pattern ADDRESS = Pattern.compile("watching \\S+; (http://127\\.0\\.0\\.1:\\d+)/");

    private String metrics;

    @Test
    void showsGroupsThatAreNotOursAndStopsInOrder() throws Exception {
        try (Stage stage = Stage.open();
                Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
            fill(stage, admin, "orders", 2, 10);
            commit(admin, "shipping", "orders", 2, 4);
            ProgramProcess watch = watch(stage, "--interval", "1s", "--cluster", "test");
            String of = "{cluster=\"test\",group=\"shipping\"";
            awaitMetrics(
                    "docaxis_cluster_up{cluster=\"test\"} 1.0",
                    "docaxis_lag_readable_records" + of + ",partition=\"1\",topic=\"orders\"} 6.0",
                    "docaxis_group_readable_records" + of + ",topic=\"orders\"} 12.0",
                    "docaxis_group_members" + of + "} 0.0",
                    "docaxis_group_info" + of + ",protocol=\"classic\",state=\"Empty\"} 1.0",
                    "docaxis_monitor_groups{cluster=\"test\"} 1.0");
            commit(admin, "billing", "orders", 2, 10);
            awaitMetrics(
                    "docaxis_lag_seconds{cluster=\"test\",group=\"billing\",partition=\"0\",topic=\"orders\"} 0.0");
            watch.signal("TERM");
            assertThat(watch.exitCode()).as(watch.out() + watch.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(watch.out()).contains("watch stopped");
        }
    }

    @Test
    void startsWhileNoBrokerAnswersSaysSoAndShowsAllOnceOneDoes() throws Exception {
        try (Stage stage = Stage.open()) {
            try (Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
                fill(stage, admin, "orders", 2, 10);
                commit(admin, "shipping", "orders", 2, 4);
            }
            stage.broker().signal("TERM");
            stage.broker().exitCode();
            ProgramProcess watch = watch(stage, "--interval", "1s", "--cluster", "test");
            awaitMetrics("docaxis_cluster_up{cluster=\"test\"} 0.0");
            assertThat(scrape()).doesNotContain("docaxis_monitor_groups", "docaxis_group_");
            assertThat(watch.err())
                    .contains("no Kafka broker answers at '" + stage.cluster().bootstrapServers()
                            + "': connection refused");
            stage.restartBroker();
            awaitMetrics(
                    "docaxis_cluster_up{cluster=\"test\"} 1.0",
                    "docaxis_group_readable_records{cluster=\"test\",group=\"shipping\",topic=\"orders\"} 12.0",
                    "docaxis_group_unknown_partitions{cluster=\"test\",group=\"shipping\",topic=\"orders\"} 0.0");
            watch.signal("TERM");
            assertThat(watch.exitCode()).as(watch.out() + watch.err()).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    /** 200 groups that read 100 partitions each, and move: one round within the interval, in 512 MiB. */
    @Test
    @Tag("slow")
    void looksAtTwentyThousandPartitionsWithinTheInterval() throws Exception {
        try (Stage stage = Stage.open();
                Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
            for (int topic = 0; topic < 4; topic++) {
                fill(stage, admin, "many-" + topic, 100, 50);
            }
            commitAll(admin, 200, 0);
            ProgramProcess watch = watch(stage, List.of("-Xmx256m"), "--cluster", "test");
            awaitMetrics("docaxis_monitor_groups{cluster=\"test\"} 200.0");
            double longest = 0;
            long requests = value("docaxis_monitor_requests_total{cluster=\"test\"}");
            long begunNs = System.nanoTime();
            for (int offset = 1; offset <= 6; offset++) {
                commitAll(admin, 200, offset);
                double before = collectedAt();
                Waiting.until("another round", () -> collectedAt() > before);
                longest = Math.max(
                        longest, number("docaxis_monitor_round_seconds{cluster=\"test\",part=\"groups\",prefix=\"\"}"));
            }
            double seconds = (System.nanoTime() - begunNs) / 1e9;
            long sent = value("docaxis_monitor_requests_total{cluster=\"test\"}") - requests;
            System.out.println("200 groups of 100 partitions: longest round " + longest + " s, "
                    + Math.round(sent / seconds) + " requests a second, " + peakMib(watch) + " MiB");
            assertThat(longest).isLessThan(5);
            assertThat(peakMib(watch)).isLessThan(512);
        }
    }

    private ProgramProcess watch(Stage stage, String... options) throws InterruptedException {
        return watch(stage, List.of(), options);
    }

    private ProgramProcess watch(Stage stage, List<String> jvm, String... options) throws InterruptedException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "watch";
        arguments[1] = "--bootstrap-servers";
        arguments[2] = stage.cluster().bootstrapServers();
        System.arraycopy(options, 0, arguments, 3, options.length);
        ProgramProcess watch = stage.start(jvm, arguments);
        metrics = watch.awaitPrinted(ADDRESS).group(1) + "/actuator/prometheus";
        return watch;
    }

    private static void fill(Stage stage, Admin admin, String topic, int partitions, int records) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                stage.cluster().client(Map.of("linger.ms", 50)),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int partition = 0; partition < partitions; partition++) {
                for (int record = 0; record < records; record++) {
                    producer.send(new ProducerRecord<>(topic, partition, null, new byte[100]));
                }
            }
        }
    }

    private static void commitAll(Admin admin, int groups, long offset) throws Exception {
        for (int group = 0; group < groups; group++) {
            commit(admin, "group-" + group, "many-" + group % 4, 100, offset);
        }
    }

    private static void commit(Admin admin, String group, String topic, int partitions, long offset)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            commits.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
        }
        admin.alterConsumerGroupOffsets(group, commits).all().get();
    }

    private void awaitMetrics(String... lines) {
        Waiting.until(
                "metrics with " + List.of(lines), () -> List.of(lines).stream().allMatch(scrape()::contains));
    }

    private double collectedAt() {
        return number("docaxis_monitor_collected_timestamp_seconds{cluster=\"test\",part=\"groups\",prefix=\"\"}");
    }

    private long value(String series) {
        return Math.round(number(series));
    }

    private double number(String series) {
        Matcher found =
                Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(scrape());
        assertThat(found.find()).as(series).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private String scrape() {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(metrics)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long peakMib(ProgramProcess process) throws IOException {
        Matcher peak = Pattern.compile("VmHWM:\\s+(\\d+) kB")
                .matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
        assertThat(peak.find()).isTrue();
        return Long.parseLong(peak.group(1)) / 1024;
    }
}
