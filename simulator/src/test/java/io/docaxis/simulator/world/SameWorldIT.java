package io.docaxis.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Topics;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.publish.PublishResult;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.process.TopicRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Same scenario, same seed, same world: the content of what was sent is read back from Kafka and compared. */
class SameWorldIT {

    private static final long DOCUMENTS = 500;

    private static EmbeddedBroker broker;

    /** Order-free, so that partitions and shards do not matter. */
    private record Content(long records, long fingerprint) {}

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> {
            throw new AssertionError(why);
        });
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void hasTheSameContentForOneSeedHoweverItIsDelivered() {
        compare(40);
    }

    @Test
    @Tag("slow")
    void hasTheSameContentForEachOfManySeedsHoweverItIsDelivered() {
        compare(400);
    }

    private static void compare(int seeds) {
        Scenario scenario = Scenarios.read("poison").scaled(DOCUMENTS);
        Map<Long, Content> contents = new HashMap<>();
        long records = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Content one = play(scenario, seed, 1 + seed % 5, 1 + seed % 12);
            Content other = play(scenario, seed, 1 + (seed + 2) % 5, 1 + (seed + 7) % 12);
            assertThat(other).as("seed %d, other shards and partitions", seed).isEqualTo(one);
            contents.put(one.fingerprint(), one);
            records += one.records();
        }
        assertThat(contents).as("every seed is a world of its own").hasSize(seeds);
        System.out.printf(
                "same world: %d seeds, each with two of 1 to 5 shards and 1 to 12 partitions, %,d events read back%n",
                seeds, 2 * records);
    }

    private static Content play(Scenario scenario, long seed, int shards, int partitions) {
        Cluster cluster = Cluster.of(broker.bootstrapServers());
        Topics topics = new Topics("world-" + partitions);
        new TopicSetup(cluster, topics).ensure(partitions);
        RunIdentity run = new RunIdentity(scenario, seed, shards);
        World world = new World(scenario, seed);
        CompletableFuture<?>[] sources = IntStream.range(0, shards)
                .mapToObj(source -> CompletableFuture.runAsync(() -> {
                    PublishResult result = new Publisher(
                                    new Destination(cluster, topics, PreparedTopics.of(partitions)),
                                    run,
                                    source,
                                    Pace.of(Speed.MAX),
                                    false,
                                    new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO))
                            .publish(world);
                    assertThat(result.failure()).isNull();
                    assertThat(result.complete()).isTrue();
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sources).join();
        Content content = content(cluster, topics);
        empty(cluster, topics, partitions);
        return content;
    }

    /** For the next world: making a dozen partitions anew for each would take longer than playing it. */
    private static void empty(Cluster cluster, Topics topics, int partitions) {
        try (Admin admin = Admin.create(cluster.client(Map.of()))) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (int p = 0; p < partitions; p++) {
                all.put(new TopicPartition(topics.events(), p), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
            admin.deleteTopics(List.of(topics.ledger())).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Content content(Cluster cluster, Topics topics) {
        EventReader reader = new EventReader();
        long records = 0;
        long fingerprint = 0;
        for (ConsumerRecord<byte[], byte[]> read : TopicRecords.read(cluster, topics.events())) {
            EventKind kind = reader.read(read.value());
            if (kind == EventKind.DOCUMENT_SENT || kind == EventKind.STATUS_REPORTED) {
                records++;
                fingerprint += Hash.mix(reader.contentHash());
            }
        }
        return new Content(records, fingerprint);
    }
}
