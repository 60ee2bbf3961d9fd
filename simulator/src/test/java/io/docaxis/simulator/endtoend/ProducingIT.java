package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.publish.PublishProgress;
import io.docaxis.producer.publish.PublishResult;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.Patience;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.TopicRecords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What producers say of themselves where they are stopped, started again, refused, or nobody can read it. */
class ProducingIT {

    private static final int PARTITIONS = 3;
    private static final int HOUR = 3_600;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static EmbeddedBroker broker;

    @TempDir
    private Path results;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, Assertions::fail);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    /** At a minute a second, two days and a half would be waited for an hour. */
    @Test
    void goesOnWithAPacedRunWhereItStopped() {
        Topics topics = topics("paced");
        Scenario scenario = Scenarios.read("quiet-day");
        World world = new World(scenario, scenario.seed());
        RunIdentity run = new RunIdentity(scenario, scenario.seed(), 1);
        long stopAt = run.startsAt() + 58 * HOUR;

        Publisher first = publisher(topics, run, "100000x", false);
        PublishProgress stopped = stop(first, world, progress -> progress.simulatedAt() >= stopAt);
        Publisher second = publisher(topics, run, "60x", true);
        PublishProgress resumed = stop(second, world, progress -> progress.sent() >= 3);

        assertThat(resumed.failed()).isZero();
        assertThat(resumed.found()).isBetween(1L, stopped.acknowledged());
        assertThat(resumed.simulatedAt())
                .isBetween(stopped.simulatedAt(), stopped.simulatedAt() + Patience.STANDSTILL.toSeconds() * 60);
    }

    @Test
    void countsOnlyWhatItSentItself() {
        InProcess first = new InProcess("produce quiet-day --documents 100", broker, "twice");
        InProcess again = new InProcess("produce quiet-day --documents 100 --resume", broker, "twice");

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.EXACT);
        assertThat(first.out()).containsPattern("shard 1/1: [0-9,]+ events sent in ");
        String sent = first.out().replaceAll("(?s).*shard 1/1: ([0-9,]+) events sent.*", "$1");
        assertThat(first.out()).containsPattern("\nproducer: fast path; Kafka \\S+\n$");
        assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.EXACT);
        assertThat(again.out()).contains("shard 1/1: 0 events sent (" + sent + " were there already) in ");
    }

    @Test
    void endsWhereItWasToldToWhenItBegan() {
        InProcess first = new InProcess("produce quiet-day --documents 100 --until 2023-03-07T12:00", broker, "until");
        InProcess again = new InProcess("produce quiet-day --documents 100 --resume", broker, "until");
        InProcess later =
                new InProcess("produce quiet-day --documents 100 --resume --until 2023-03-07T13:00", broker, "until");
        InProcess earlier =
                new InProcess("produce quiet-day --documents 100 --resume --until 2023-03-07T11:00", broker, "until");
        InProcess live = new InProcess("produce quiet-day --documents 100 --resume --live", broker, "until");
        InProcess elsewhere = new InProcess(
                "produce quiet-day --documents 100 --resume --begin-at 2023-03-06T09:00", broker, "until");

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.EXACT);
        assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.EXACT);
        assertThat(again.out()).contains("shard 1/1: 0 events sent (");
        for (InProcess refused : List.of(later, earlier, live, elsewhere)) {
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.ENVIRONMENT);
        }
        assertThat(later.err())
                .contains("--until 2023-03-07 13:00:00: the run of prefix 'until' ends at 2023-03-07 12:00:00");
        assertThat(earlier.err())
                .contains("source 1/1 has come to 2023-03-07 12:00:00", "--until with a later instant");
        assertThat(live.err()).contains("the run of prefix 'until' was begun without --live");
        assertThat(elsewhere.err()).contains("holds the ledger of another run");
    }

    @Test
    void verifiesWithoutAConsumerAndInventsNothing() throws Exception {
        InProcess produce = new InProcess("produce quiet-day --documents 100", broker, "unread");
        assertThat(produce.exitCode()).as(produce.err()).isEqualTo(ExitCode.EXACT);

        InProcess verify = new InProcess("verify --timeout 1 --results " + results, broker, "unread");

        assertThat(verify.exitCode()).as(verify.err()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(verify.out()).contains("verdict: incomplete", "what was concluded is not known");
        JsonNode result = result();
        assertThat(result.get("events_sent").asLong()).isPositive();
        assertThat(result.get("documents_sent").isNull()).isTrue();
        assertThat(result.get("compared").isNull()).isTrue();
        assertThat(result.at("/clients/producer").isNull()).isTrue();
        assertThat(result.at("/clients/consumer").isNull()).isTrue();
    }

    @Test
    void givesNoVerdictOnARunThatSomebodyElseProduced() throws Exception {
        Topics topics = topics("planless");
        PartHeader header = PartHeader.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setRunId("theirs-1")
                .setScenario("theirs")
                .setParts(1)
                .setEnded(true)
                .setComplete(true)
                .build();
        TopicRecords.write(
                cluster(),
                List.of(new ProducerRecord<>(topics.tally(), TallyCodec.headerKey(7, 0), header.toByteArray())));

        InProcess verify = new InProcess("verify --timeout 1", broker, "planless");

        assertThat(verify.exitCode()).as(verify.err()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(verify.out())
                .contains("theirs, seed 0", "there is none of run theirs-1", "only what has a plan has a verdict");
    }

    @Test
    void saysWhyARunsProducerFailedAndRecommendsNothingThatCannotHelp() throws Exception {
        Path tooSmall = Files.writeString(results.resolve("client.properties"), "max.request.size=300");

        InProcess run = new InProcess(
                "run quiet-day --documents 100 --results " + results + " --client-config " + tooSmall,
                broker,
                "refused");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.err())
                .contains("incomplete: source 1/1 could not send everything: ", "max.request.size", " events sent")
                .doesNotContain("--resume");
        JsonNode result = result();
        assertThat(result.at("/differences/gaps/0").asString()).startsWith("source 1/1 could not send everything: ");
        assertThat(result.get("events_sent").isNull()).isTrue();
    }

    @Test
    void endsWhereNobodyCanReadIt() {
        InProcess produce = new InProcess("produce quiet-day --documents 100", broker, "full");
        assertThat(produce.exitCode()).as(produce.err()).isEqualTo(ExitCode.EXACT);
        for (String command : List.of(
                "produce quiet-day --documents 100 --resume",
                "consume --until-ended",
                "verify --timeout 1",
                "run quiet-day --documents 100 --resume")) {
            InProcess unread = InProcess.onFullOutput(command, broker, "full");

            assertThat(unread.exitCode()).as(command).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(unread.err()).as(command).contains("standard output: cannot be written");
        }
    }

    /** Both sides of a run are served at one port. */
    @ParameterizedTest
    @ValueSource(strings = {"produce", "run"})
    void servesMetricsAndHealthOfAPacedSource(String command) throws Exception {
        int port = freePort();
        try (ProgramProcess run = ProgramProcess.start(
                command,
                "quiet-day",
                "--speed",
                "10000x",
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--prefix",
                "served-" + command,
                "--management-port",
                String.valueOf(port))) {
            Waiting.until(
                    "a source that has sent something",
                    () -> !run.isRunning() || get(port, "prometheus").contains("docaxis_producer_events_sent_total"));
            assertThat(run.isRunning()).as(run.out() + run.err()).isTrue();
            assertThat(get(port, "prometheus"))
                    .containsPattern("docaxis_producer_behind_schedule_seconds\\{source=\"1/1\"} [0-9.]+")
                    .containsPattern("docaxis_producer_events_acknowledged_total\\{source=\"1/1\"} [0-9.]+")
                    .doesNotContainPattern("docaxis_producer_.* NaN");
            Waiting.until(
                    "the source's first batch",
                    () -> get(port, "prometheus").contains("docaxis_fast_path{side=\"producer\"} 1.0"));
            assertThat(get(port, "prometheus").contains("docaxis_engine_up")).isEqualTo(command.equals("run"));
            for (String path : List.of("health", "health/readiness", "health/liveness")) {
                Waiting.until(path, () -> get(port, path).startsWith("{"));
                assertThat(get(port, path)).as(path).contains("\"status\":\"");
            }
            if (command.equals("run")) {
                Waiting.until(
                        "the consumer's first batch",
                        () -> get(port, "prometheus").contains("docaxis_fast_path{side=\"consumer\"} 1.0"));
            }
            Waiting.until("readiness", () -> get(port, "health/readiness").contains("\"status\":\"UP\""));
            run.signal("INT");
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.INTERRUPTED);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static String get(int port, String endpoint) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint);
        try {
            return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }

    /** Plays until there is reason to stop; gives how far it came. */
    private static PublishProgress stop(Publisher publisher, World world, Predicate<PublishProgress> reason) {
        CompletableFuture<PublishResult> result = CompletableFuture.supplyAsync(() -> publisher.publish(world));
        try {
            Waiting.until(
                    "a source to come so far",
                    () -> publisher.progress().acknowledged(),
                    () -> result.isDone() || reason.test(publisher.progress()));
        } finally {
            publisher.stop();
        }
        assertThat(result.join().failure()).isNull();
        return publisher.progress();
    }

    private static Publisher publisher(Topics topics, RunIdentity run, String speed, boolean resume) {
        return new Publisher(
                new Destination(cluster(), topics, PreparedTopics.of(PARTITIONS)),
                run,
                0,
                Pace.of(Speed.parse(speed)),
                resume,
                new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO));
    }

    private static Topics topics(String prefix) {
        Topics topics = new Topics(prefix);
        new TopicSetup(cluster(), topics).ensure(PARTITIONS);
        return topics;
    }

    private static Cluster cluster() {
        return Cluster.of(broker.bootstrapServers());
    }

    private JsonNode result() throws Exception {
        return JsonMapper.shared().readTree(Files.readString(results.resolve("result.json")));
    }
}
