package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command on a broker that is there: what it offers, who consumes it, and what it says of it. Nothing here depends on speed. */
class LoadIT {

    private static Stage stage;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startBroker() throws Exception {
        stage = Stage.open();
    }

    @AfterAll
    static void stopBroker() {
        stage.close();
    }

    /** From 500/s to 1,500/s in three seconds are 3,000 events. */
    @Test
    void isProvedToTheEventAndRefusesItsPrefixAfterwards() {
        String load =
                "--rate 500/s..1500/s --duration 3s --sources 2 --size 1KB --prefix ramp --begin-at 2023-03-06T23:30 "
                        + "--require exact,failed<=0";
        Loaded loaded = play(load)
                .ended(ExitCode.EXACT, "proof: exact", "offered 3,000 = acknowledged 3,000")
                .isWhole();

        assertThat(loaded.count("/books/offered")).isEqualTo(3_000).isEqualTo(loaded.count("/books/acknowledged"));
        assertThat(loaded.count("/delivery/lost")).isZero();
        assertThat(loaded.count("/books/withheld")).isPositive();
        assertThat(loaded.text("/verdict")).isEqualTo("held");
        assertThat(seconds(loaded, "due")).isEqualTo(3_000);
        assertThat(seconds(loaded, "acknowledged")).isEqualTo(3_000);
        assertThat(loaded.count("/latencies/publish/events")).isEqualTo(loaded.count("/measured/due"));

        play(load).ended(ExitCode.ENVIRONMENT, "'ramp' holds records of", "--fresh");
    }

    /** A breach ends it early, and what was sent until then is proved. */
    @Test
    void aLoadThatCannotKeepWhatItHasToEndsEarlyAndIsProvedAllTheSame() {
        Loaded loaded = play("--rate 800/s --duration 120s --arrivals poisson --prefix breach --require e2e.max<1us "
                        + "--abort-on-breach")
                .ended(ExitCode.THRESHOLD, "BROKEN: e2e.max < 1us", "ended early", "proof: exact")
                .isWhole();

        assertThat(loaded.count("/books/offered"))
                .isBetween(1L, 60_000L)
                .isEqualTo(loaded.count("/books/acknowledged"));
        assertThat(loaded.text("/end/breach")).contains("e2e.max < 1us");
        assertThat(loaded.text("/proof/finding")).isEqualTo("exact");
    }

    @Test
    void aPlainConsumerCountsJsonOnATopicOfTheUsers() throws Exception {
        Loaded loaded =
                play("--rate 1000/s,2000/s --duration 2s --consume count --format json --header a=b --topic some.topic")
                        .ended(ExitCode.EXACT, "proof: not proved a plain consumer counted")
                        .isWhole();

        assertThat(loaded.count("/books/offered")).isEqualTo(3_000);
        assertThat(loaded.count("/delivery/lost")).isZero();
        assertThat(loaded.count("/delivery/duplicates")).isZero();
        assertThat(loaded.count("/delivery/out_of_order")).isZero();
        assertThat(loaded.result().at("/delivery/late_obligations").isNull()).isTrue();
        assertThat(seconds(loaded, "consumed")).isEqualTo(3_000);
        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get()).contains("some.topic").doesNotContain("docaxis.events");
        }
    }

    @Test
    void aGroupOfTheUsersIsFollowedUntilItHasReadAll() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread billing = new Thread(() -> consume("billing", "billed", over));
        makeTopic("billed", Map.of());
        billing.start();
        try {
            Loaded loaded = play("--rate 500/s --duration 2s --consume billing --topic billed")
                    .ended(
                            ExitCode.EXACT,
                            "group 'billing' consumed, which is not docaxis' own",
                            "had committed all of it")
                    .isWhole();
            assertThat(loaded.text("/group/name")).isEqualTo("billing");
            assertThat(loaded.result().at("/group/drain_seconds").isNumber()).isTrue();
            assertThat(loaded.result().at("/latencies/e2e").isNull()).isTrue();
        } finally {
            over.set(true);
            billing.join();
        }
    }

    @Test
    void aGroupThatIsNotThereIsSaidNotToBe() {
        Loaded loaded = play("--rate 500/s --duration 2s --consume nobody --prefix unread --require lag<10")
                .ended(ExitCode.THRESHOLD, "group 'nobody' is not there", "not known to be drained")
                .isWhole();

        assertThat(loaded.result().at("/group/drain_seconds").isNull()).isTrue();
        assertThat(loaded.count("/books/acknowledged")).isEqualTo(1_000);
    }

    /** The broker takes no record of a KB there; what is smaller it does take. */
    @Test
    void everySendFailsAndItGoesOnToItsEndAndSaysWhy() throws Exception {
        makeTopic("narrow", Map.of("max.message.bytes", "600"));
        String load = "--rate 1000/s --duration 2s --consume none --topic narrow --size 1KB";
        String why = "larger than the max message size";
        Loaded broken = play(load)
                .ended(
                        ExitCode.THRESHOLD,
                        "BROKEN: failed <= 0",
                        "failed 2,000 + unknown 0",
                        "could not send everything",
                        why)
                .isWhole();

        assertThat(broken.count("/books/failed")).isEqualTo(2_000);
        assertThat(broken.count("/books/acknowledged")).isZero();
        assertThat(broken.result().at("/latencies/publish").isNull()).isTrue();
        assertThat(Files.readString(directory.resolve("junit.xml"))).contains("failures=\"1\"", why);

        play(load + " --require failed<=100%").ended(ExitCode.EXACT, "failed 2,000 + unknown 0", why);
    }

    @Test
    void aLoadThatWritesMoreThanItMayIsRefusedWithTheSum() {
        play("--rate 100k/s --duration 60s --size 1KB --consume none --topic wide --disk-budget 1GB")
                .ended(ExitCode.USAGE, "--disk-budget: this load writes 6.1 GB", "6,000,000 events", "allows 1.0 GB");
        assertThat(directory.resolve("result.json")).doesNotExist();
        try (ClusterAdmin admin = new ClusterAdmin(stage.cluster())) {
            assertThat(admin.get(admin.ask().listTopics().names())).doesNotContain("wide");
        }
    }

    private Loaded play(String arguments) {
        return Loaded.played(stage.cluster().bootstrapServers(), directory, arguments.split(" "));
    }

    /** Of all seconds together, warm-up included. */
    private static long seconds(Loaded loaded, String what) {
        long sum = 0;
        for (JsonNode second : loaded.result().at("/seconds")) {
            sum += second.get(what).asLong();
        }
        return sum;
    }

    private static Admin admin() {
        return Admin.create(stage.cluster().client(Map.of()));
    }

    private static void makeTopic(String name, Map<String, String> settings) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(2), Optional.empty()).configs(settings)))
                    .all()
                    .get();
        }
    }

    private static void consume(String group, String topic, AtomicBoolean over) {
        Map<String, Object> settings = stage.cluster()
                .client(Map.of("group.id", group, "enable.auto.commit", false, "auto.offset.reset", "earliest"));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!over.get()) {
                consumer.poll(Duration.ofMillis(100));
                consumer.commitSync();
            }
        }
    }
}
