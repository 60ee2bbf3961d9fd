package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.process.ClusterView;
import io.docaxis.simulator.process.TopicRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --fresh} deletes what is docaxis' own and used by nobody, or nothing at all. */
@ExtendWith(StrictBroker.class)
class FreshIT {

    private final Topics topics = new Topics(StrictBroker.prefix());

    @Test
    void beginsAnewWhereNothingSpeaksAgainstIt() throws Exception {
        produce().ended(ExitCode.EXACT, "events sent");
        String state = topics.group() + "-state-changelog";
        String repartition = topics.group() + "-KSTREAM-AGGREGATE-0000000001-repartition";
        String ofAnotherPrefix = topics.group() + "-b.exchange-state-changelog";
        String somebodys = topics.group() + "-rates";
        make(state, repartition, ofAnotherPrefix, somebodys);
        Map<String, Uuid> before = ids();

        produce("--fresh", "--partitions", "4").ended(ExitCode.EXACT, "events sent");

        assertThat(ids()).doesNotContainKeys(state, repartition).containsEntry(somebodys, before.get(somebodys));
        assertThat(ids()).containsEntry(ofAnotherPrefix, before.get(ofAnotherPrefix));
        assertThat(ids().get(topics.events())).isNotEqualTo(before.get(topics.events()));
        try (ClusterView offsets = new ClusterView(StrictBroker.cluster())) {
            assertThat(offsets.ends(topics.events())).hasSize(4);
        }
    }

    @Test
    void deletesNothingWhileTheGroupHasMembers() throws Exception {
        produce().ended(ExitCode.EXACT, "events sent");
        try (KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                StrictBroker.cluster().client(Map.of("group.id", topics.group(), "client.id", "living")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            member.subscribe(List.of(topics.events()));
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                member.poll(Duration.ofMillis(100));
                return !member.assignment().isEmpty();
            });

            refuses("group '" + topics.group() + "' has 1 member (living on ", "docaxis consume");
        }
    }

    @Test
    void deletesNothingWhileASourceSends() throws Exception {
        Interruption interruption = new Interruption();
        CompletableFuture<Ran> living =
                CompletableFuture.supplyAsync(() -> Ran.of(interruption, produceArguments("--speed", "60x")));
        try (ClusterView offsets = new ClusterView(StrictBroker.cluster())) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> ids().containsKey(topics.events()) && offsets.records(topics.events()) > 20);

            refuses("a source is sending", "docaxis produce");
        } finally {
            interruption.request();
            living.join();
        }
        produce("--fresh").ended(ExitCode.EXACT, "events sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {".events", ".events.dlt", ".lateness", ".tally", ".ledger"})
    void deletesNothingWhereATopicIsSomebodyElses(String name) throws Exception {
        new TopicSetup(StrictBroker.cluster(), topics).ensure(2);
        TopicRecords.write(
                StrictBroker.cluster(),
                List.of(new ProducerRecord<>(
                        topics.prefix() + name, 0, bytes("order-17"), bytes("{\"amount\": 120000}"))));

        refuses("partition 0 of topic '" + topics.prefix() + name + "' begins, at offset 0, with a record that is not");
    }

    @Test
    void wantsAStartMarkerFirstUnlessOlderRecordsWereDeleted() throws Exception {
        produce().ended(ExitCode.EXACT, "events sent");
        List<ProducerRecord<byte[], byte[]>> moved = new ArrayList<>();
        TopicRecords.read(StrictBroker.cluster(), topics.events()).stream()
                .filter(read -> read.partition() == 0)
                .skip(1)
                .limit(3)
                .forEach(read -> moved.add(new ProducerRecord<>(copy().events(), 0, read.key(), read.value())));
        new TopicSetup(StrictBroker.cluster(), copy()).ensure(1);
        TopicRecords.write(StrictBroker.cluster(), moved);

        Ran.of(arguments(copy(), "--fresh")).ended(ExitCode.ENVIRONMENT, "begins, at offset 0, with a record");
        delete(copy(), 1);
        Ran.of(arguments(copy(), "--fresh")).ended(ExitCode.EXACT, "events sent");
    }

    @Test
    void deletesNothingWhereSomebodyElsesRecordIsFirstAfterOlderOnesWereDeleted() throws Exception {
        new TopicSetup(StrictBroker.cluster(), topics).ensure(1);
        TopicRecords.write(
                StrictBroker.cluster(),
                IntStream.range(0, 3)
                        .mapToObj(i -> new ProducerRecord<>(topics.events(), 0, bytes("k" + i), bytes("v" + i)))
                        .toList());
        delete(topics, 2);

        refuses("partition 0 of topic '" + topics.events() + "' begins, at offset 2, with a record that is not");
    }

    @Test
    void deletesNothingThatCouldNotBeMadeAnew() throws Exception {
        produce().ended(ExitCode.EXACT, "events sent");

        refuses("the topics could not be made anew: at most 20 partitions here", "--partitions", "21");
    }

    private void refuses(String message, String... more) throws Exception {
        Map<String, Uuid> before = ids();
        List<String> options = new ArrayList<>(List.of("--fresh"));
        boolean hasOptions = more.length > 0 && more[0].startsWith("--");
        options.addAll(hasOptions ? List.of(more) : List.of());

        Ran ran = produce(options.toArray(String[]::new));

        ran.ended(ExitCode.ENVIRONMENT, "--fresh deletes nothing, for ", message);
        ran.ended(ExitCode.ENVIRONMENT, hasOptions || more.length == 0 ? message : more[0]);
        assertThat(ids()).isEqualTo(before);
    }

    private Topics copy() {
        return new Topics(topics.prefix() + "-copy");
    }

    private Ran produce(String... options) {
        return Ran.of(produceArguments(options));
    }

    private String[] produceArguments(String... options) {
        return arguments(topics, options);
    }

    private static String[] arguments(Topics of, String... options) {
        List<String> all = new ArrayList<>(List.of("produce", "quiet-day", "--documents", "60"));
        all.addAll(List.of("--bootstrap-servers", StrictBroker.servers(), "--prefix", of.prefix()));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private static void make(String... names) throws Exception {
        StrictBroker.admin()
                .createTopics(List.of(names).stream()
                        .map(name -> new NewTopic(name, Optional.of(2), Optional.empty()))
                        .toList())
                .all()
                .get();
    }

    private static void delete(Topics of, long before) throws Exception {
        StrictBroker.admin()
                .deleteRecords(Map.of(new TopicPartition(of.events(), 0), RecordsToDelete.beforeOffset(before)))
                .all()
                .get();
    }

    /** The topics by name whose name begins like this prefix. */
    private Map<String, Uuid> ids() throws Exception {
        Map<String, Uuid> ids = new TreeMap<>();
        StrictBroker.admin().listTopics().listings().get().stream()
                .filter(topic -> topic.name().startsWith(topics.prefix() + "."))
                .forEach(topic -> ids.put(topic.name(), topic.topicId()));
        return ids;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
