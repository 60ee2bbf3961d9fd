package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.process.ClusterView;
import io.docaxis.simulator.process.TopicRecords;
import io.docaxis.simulator.selftest.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other people's clusters hold in store: topics made by hand, limits, records of others, things that vanish. */
@ExtendWith(StrictBroker.class)
class OtherClustersIT {

    /** More often than the broker allows a transaction to take. */
    private static final String[] OFTEN = {"--commit-every", "500"};

    private static Recording recording;

    private final Topics topics = new Topics(StrictBroker.prefix());

    @Test
    void playsOnABrokerThatTakesSmallMessagesOnly() {
        Ran.of(arguments("run", "poison", "--documents", "1500", "--commit-every", "5000"))
                .ended(ExitCode.EXACT, "verdict: exact");
    }

    @Test
    void namesTheOptionThatMakesTransactionsShortEnough() {
        Ran.of(arguments("consume"))
                .ended(
                        ExitCode.ENVIRONMENT,
                        "does not allow transactions of 14000 ms",
                        "transaction.max.timeout.ms",
                        "--commit-every (now 8000 ms)");
    }

    /** By the topic's name behind the prefix; settings are given where a topic is made by hand before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "produce | .events                   | cleanup.policy=compact        | cleanup.policy=compact, wanted delete",
                "produce | .events                   | cleanup.policy=compact,delete | wanted delete",
                "produce | .events.dlt               | cleanup.policy=compact        | wanted delete",
                "produce | .tally                    | cleanup.policy=delete         | cleanup.policy=delete, wanted compact",
                "produce | .ledger                   | cleanup.policy=delete         | wanted compact",
                "consume | .tally                    | cleanup.policy=compact,delete | wanted compact",
                "consume | .exchange-state-changelog | cleanup.policy=delete         | wanted compact",
                "produce | .events                   | min.insync.replicas=2         | min.insync.replicas=2 and 1 replica",
                "produce | .ledger                   | cleanup.policy=compact;max.message.bytes=50000 | wanted 99000 or more",
                "produce | .events                   | retention.ms=60000            | warning: topic",
                "produce | .events.dlt               | message.timestamp.before.max.ms=60000 | warning: topic",
                "produce | .lateness                 | cleanup.policy=delete         | wanted compact",
                "produce | .lateness                 | cleanup.policy=compact        | events sent"
            })
    void saysWhichSettingsOfATopicItCannotWorkWith(String command, String topic, String settings, String message)
            throws Exception {
        boolean fits = message.startsWith("warning") || message.equals("events sent");
        make(topic, topic.equals(".tally") || topic.equals(".ledger") ? 1 : 6, settings.split(";"));

        Ran ran = Ran.of(command.equals("produce") ? produce() : arguments(command));

        ran.ended(fits ? ExitCode.EXACT : ExitCode.ENVIRONMENT, message);
        assertThat(names()).hasSize(fits ? 5 : 1);
    }

    /** Partitions of topics that are there; 0: it is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // events | tally | ledger | state | wanted | message
                "3 | 0 | 0 | 0 | 6 | events' exists with 3 partitions, wanted 6: use --partitions 3",
                "3 | 6 | 0 | 0 | 3 | tally' exists with 6 partitions, wanted 1: change or delete",
                "3 | 6 | 6 | 0 | 6 | events' exists with 3 partitions, wanted 6; topic '%s.tally' exists with 6",
                "6 | 6 | 6 | 0 | - | tally' exists with 6 partitions, wanted 1; topic '%s.ledger' exists with 6",
                "6 | 1 | 1 | 3 | - | state-changelog' exists with 3 partitions, wanted 6: change or delete",
                "0 | 1 | 1 | 3 | 5 | state-changelog' exists with 3 partitions, wanted 5: change or delete"
            })
    void saysAtOnceWhichPartitionsAreNotAsWanted(
            int events, int tally, int ledger, int state, String wanted, String message) throws Exception {
        make(".events", events);
        make(".tally", tally, "cleanup.policy=compact");
        make(".ledger", ledger, "cleanup.policy=compact");
        make(".exchange-state-changelog", state, "cleanup.policy=compact");

        Ran ran = Ran.of(wanted == null ? arguments("consume") : arguments("consume", "--partitions", wanted));

        ran.ended(ExitCode.ENVIRONMENT, message.replace("%s", topics.prefix()));
        assertThat(ran.err())
                .as("advice")
                .satisfiesAnyOf(
                        advice -> assertThat(advice).doesNotContain("--partitions"),
                        advice -> assertThat(advice).contains("wanted 6: use --partitions 3"));
    }

    @Test
    void sendsNothingMoreToARunWhosePartitionsHaveGrown() throws Exception {
        Ran.of(produce("--shard", "1/2")).ended(ExitCode.EXACT, "events sent");
        StrictBroker.admin()
                .createPartitions(Map.of(topics.events(), NewPartitions.increaseTo(8)))
                .all()
                .get();
        try (ClusterView offsets = new ClusterView(StrictBroker.cluster())) {
            Map<TopicPartition, Long> before = offsets.ends(topics.events());
            String message = "topic '" + topics.events() + "' has 8 partitions, and had 6 when this run began";

            Ran.of(produce("--shard", "1/2", "--resume")).ended(ExitCode.ENVIRONMENT, message);
            Ran.of(produce("--shard", "1/2")).ended(ExitCode.ENVIRONMENT, message);
            Ran.of(produce("--shard", "2/2")).ended(ExitCode.ENVIRONMENT, message);

            assertThat(offsets.ends(topics.events())).isEqualTo(before);
        }
    }

    @Test
    void doesNotWaitForPartitionsThatWereAddedAfterTheRunBegan() throws Exception {
        Ran.of(produce()).ended(ExitCode.EXACT, "events sent");
        StrictBroker.admin()
                .createPartitions(Map.of(topics.events(), NewPartitions.increaseTo(7)))
                .all()
                .get();

        Ran.of(arguments(untilEnded()))
                .ended(ExitCode.INCOMPLETE, "the run cannot come to its end: partition 6: it holds nothing");
        Ran.of(arguments("verify", "--timeout", "1"))
                .ended(ExitCode.INCOMPLETE, "began with 6 partitions of events, the consumers read 7");
    }

    /** Each time by one partition: a consumer that has not looked at the topic yet takes it as it finds it. */
    @Test
    void stopsConsumingARunWhosePartitionsGrow() throws Exception {
        new TopicSetup(StrictBroker.cluster(), topics).ensure(2);
        CompletableFuture<Ran> consumer =
                CompletableFuture.supplyAsync(() -> Ran.of(arguments("consume", OFTEN[0], OFTEN[1])));
        awaitAssigned(2);
        AtomicInteger partitions = new AtomicInteger(2);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    if (!consumer.isDone()) {
                        StrictBroker.admin()
                                .createPartitions(
                                        Map.of(topics.events(), NewPartitions.increaseTo(partitions.incrementAndGet())))
                                .all()
                                .get();
                    }
                    return consumer.isDone();
                });

        consumer.join()
                .ended(
                        ExitCode.ENVIRONMENT,
                        "topic '" + topics.events() + "' has grown from ",
                        "while it was in use: begin anew with another --prefix, or --fresh");
    }

    @Test
    void sharesThePartitionsBetweenTheThreadsOfOneConsumer() throws Exception {
        new TopicSetup(StrictBroker.cluster(), topics).ensure(6);
        CompletableFuture<Ran> consumer = CompletableFuture.supplyAsync(
                () -> Ran.of(arguments("consume", "--until-ended", "--threads", "2", OFTEN[0], OFTEN[1])));
        await("members of the group, a thread each, with half of the partitions")
                .ignoreExceptions()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(StrictBroker.admin()
                                .describeConsumerGroups(List.of(topics.group()))
                                .all()
                                .get()
                                .get(topics.group())
                                .members())
                        .hasSize(2)
                        .allSatisfy(member -> assertThat(member.assignment().topicPartitions())
                                .hasSize(3)));

        Ran.of(produce()).ended(ExitCode.EXACT, "events sent");

        consumer.join().ended(ExitCode.EXACT, "consumer stopped");
        Ran.of(arguments("verify")).ended(ExitCode.EXACT, "verdict: exact");
    }

    private void awaitAssigned(int partitions) throws InterruptedException {
        try (ClusterView view = new ClusterView(StrictBroker.cluster())) {
            await().atMost(Duration.ofMinutes(2)).until(() -> view.assigned(topics.group()) == partitions);
        }
    }

    /** How many of the oldest records of partition 0 are gone when the consumers come; −1: all. */
    @ParameterizedTest
    @CsvSource({"1", "5", "-1"})
    void doesNotWaitForEventsThatWereDeletedUnread(int deleted) throws Exception {
        Ran.of(produce()).ended(ExitCode.EXACT, "events sent");
        StrictBroker.admin()
                .deleteRecords(Map.of(new TopicPartition(topics.events(), 0), RecordsToDelete.beforeOffset(deleted)))
                .all()
                .get();

        Ran.of(arguments(untilEnded()))
                .ended(
                        ExitCode.INCOMPLETE,
                        "the run cannot come to its end: partition 0: of the ",
                        "which were deleted, 0 were read before");
    }

    @ParameterizedTest
    @CsvSource({".events", ".tally"})
    void doesNotWaitForATopicThatIsGone(String name) throws Exception {
        new TopicSetup(StrictBroker.cluster(), topics).ensure(2);
        CompletableFuture<Ran> consumer = CompletableFuture.supplyAsync(() -> Ran.of(arguments(untilEnded())));
        awaitAssigned(2);

        StrictBroker.admin().deleteTopics(List.of(topics.prefix() + name)).all().get();

        consumer.join().ended(ExitCode.ENVIRONMENT, "topic '" + topics.prefix() + name + "' was deleted while it was");
    }

    /** One record more, or another one, in partition 1 of a run that was played. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what                           | place | verdict    | exit code
                "garbage before the run began     |     0 | incomplete | 3",
                "a damaged copy without a number  |     4 | incomplete | 3",
                "a number of a source too many    |     4 | incomplete | 3",
                "a number of another run          |     4 | exact      | 0",
                "one of a source's own is damaged |     4 | differs    | 2"
            })
    void judgesUnreadableRecordsByWhoSentThem(String what, int place, String finding, int exitCode) throws Exception {
        boolean own = what.startsWith("one of");
        new TopicSetup(StrictBroker.cluster(), topics).ensure(2);
        recording().copyLedger(StrictBroker.cluster(), topics);
        List<ProducerRecord<byte[], byte[]>> log = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> event : recording().events()) {
            if (event.partition() == 1 && event.offset() == place) {
                ProducerRecord<byte[], byte[]> damaged =
                        new ProducerRecord<>(topics.events(), 1, event.key(), damaged(event.value()));
                number(what, event.value())
                        .ifPresent(number -> damaged.headers().add(RecordNumber.HEADER, number));
                log.add(damaged);
            }
            if (!own || event.partition() != 1 || event.offset() != place) {
                log.add(new ProducerRecord<>(topics.events(), event.partition(), event.key(), event.value()));
            }
        }
        TopicRecords.write(StrictBroker.cluster(), log);
        Ran.of(arguments(untilEnded())).ended(ExitCode.EXACT, "records read");

        Ran verified = Ran.of(arguments("verify")).ended(exitCode, "verdict: " + finding);

        String said = "partition 1: unreadable records that no source of this run sent, at offset " + place;
        assertThat(verified.out().contains(said)).isEqualTo(!finding.equals("exact"));
    }

    /** A run of two partitions, played once. */
    private static synchronized Recording recording() {
        if (recording == null) {
            Topics origin = new Topics(StrictBroker.prefix());
            Ran.of(with(origin, "produce", "quiet-day", "--documents", "60", "--partitions", "2"))
                    .ended(ExitCode.EXACT, "events sent");
            recording = Recording.of(StrictBroker.cluster(), origin);
        }
        return recording;
    }

    /** What is written beside a record whose bytes nobody can read. */
    private static Optional<byte[]> number(String what, byte[] ofTheRun) {
        EventReader reader = new EventReader();
        reader.read(ofTheRun);
        long run = reader.envelope().run;
        return switch (what) {
            case "a number of a source too many" -> Optional.of(new RecordNumber(run, 9, 3).toBytes());
            case "a number of another run" -> Optional.of(new RecordNumber(run + 1, 0, 3).toBytes());
            default -> Optional.empty();
        };
    }

    private static byte[] damaged(byte[] value) {
        byte[] copy = value.clone();
        copy[copy.length - 1] ^= 1;
        return copy;
    }

    private String[] untilEnded() {
        return Stream.concat(Stream.of("consume", "--until-ended"), Arrays.stream(OFTEN))
                .toArray(String[]::new);
    }

    private String[] produce(String... options) {
        return arguments(Stream.concat(Stream.of("produce", "quiet-day", "--documents", "60"), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private String[] arguments(String... words) {
        return with(topics, words);
    }

    private static String[] with(Topics of, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap-servers", StrictBroker.servers(), "--prefix", of.prefix()));
        return all.toArray(String[]::new);
    }

    private void make(String name, int partitions, String... settings) throws Exception {
        if (partitions == 0) {
            return;
        }
        Map<String, String> configs = new HashMap<>();
        for (String setting : settings) {
            configs.put(setting.split("=")[0], setting.split("=")[1]);
        }
        String topic = topics.prefix() + name;
        StrictBroker.admin()
                .createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(configs)))
                .all()
                .get();
        // the controller knows a topic's settings before its brokers do
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        await().ignoreExceptions().until(() -> {
            Config known = StrictBroker.admin()
                    .describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource);
            return configs.entrySet().stream()
                    .allMatch(entry -> known.get(entry.getKey()).value().equals(entry.getValue()));
        });
    }

    private List<String> names() throws Exception {
        return StrictBroker.admin().listTopics().names().get().stream()
                .filter(name -> name.startsWith(topics.prefix() + "."))
                .collect(Collectors.toList());
    }
}
