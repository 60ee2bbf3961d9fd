package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.command.GuardedBroker.Grant;
import io.docaxis.simulator.process.ClusterView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rights that docs/operating.md lists suffice, and each of them that lacks is named by whoever needs it, before anything is done. */
class RightsIT {

    private static final Set<Grant> ALL = EnumSet.complementOf(EnumSet.of(Grant.DELETE_TOPICS, Grant.DELETE_GROUP));

    private static GuardedBroker broker;
    private static int prefixes;

    @TempDir
    private static Path directory;

    private final Topics topics = new Topics("p" + prefixes++);

    @BeforeAll
    static void start() {
        broker = new GuardedBroker();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aRunAndAConsumerNeedNoOtherRightsThanThoseListed() throws Exception {
        String user = broker.userWith(topics, List.copyOf(ALL));

        run(user, "run", "quiet-day", "--documents", "100").ended(ExitCode.EXACT, "verdict: exact");
        run(user, "verify").ended(ExitCode.EXACT, "verdict: exact");
        run(user, "consume", "--until-ended").ended(ExitCode.EXACT, "100 documents");
    }

    @Test
    void topicsOfAnAdministratorAreUsedWithoutTheRightToCreate() throws Exception {
        make(topics);
        String user = broker.userWith(topics, without(Grant.CREATE_TOPICS));

        run(user, "run", "quiet-day", "--documents", "100").ended(ExitCode.EXACT, "verdict: exact");
    }

    @Test
    void freshNeedsTheRightToDeleteBesides() throws Exception {
        String user = broker.userWith(topics, List.of(Grant.values()));

        run(user, "run", "quiet-day", "--documents", "100").ended(ExitCode.EXACT, "verdict: exact");
        Map<String, Uuid> before = ids();
        run(user, "run", "quiet-day", "--documents", "100", "--fresh").ended(ExitCode.EXACT, "verdict: exact");
        assertThat(ids().keySet()).isEqualTo(before.keySet());
        assertThat(ids().values()).doesNotContainAnyElementsOf(before.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "produce | CREATE_TOPICS      | Create on topic '%s.events', Create on topic '%s.events.dlt'",
                "produce | READ_TOPICS        | Read on topic '%s.events', Read on topic '%s.ledger'",
                "produce | WRITE_TOPICS       | Write on topic '%s.events', Write on topic '%s.ledger'",
                "run     | CREATE_TOPICS      | Create on topic '%s.events', Create on topic '%s.events.dlt'",
                "run     | READ_TOPICS        | Read on topic '%s.events', Read on topic '%s.ledger'",
                "run     | WRITE_TOPICS       | Write on topic '%s.events', Write on topic '%s.events.dlt'",
                "run     | READ_GROUP         | Read on group '%s.exchange'",
                "run     | WRITE_TRANSACTIONS | Write on transactional id '%s.exchange-'",
                "consume | CREATE_TOPICS      | Create on topic '%s.events', Create on topic '%s.events.dlt'",
                "consume | READ_TOPICS        | Read on topic '%s.events', Read on topic '%s.tally'",
                "consume | WRITE_TOPICS       | Write on topic '%s.events.dlt', Write on topic '%s.lateness'",
                "consume | READ_GROUP         | Read on group '%s.exchange'",
                "consume | WRITE_TRANSACTIONS | Write on transactional id '%s.exchange-'",
            })
    void namesTheRightThatLacks(String command, Grant lacking, String message) throws Exception {
        String user = broker.userWith(topics, without(lacking));

        Ran ran = run(user, command(command));

        ran.ended(
                ExitCode.ENVIRONMENT, "does not allow " + message.replace("%s", topics.prefix()), "docs/operating.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "produce --fresh | DELETE_TOPICS      | Delete on topic '%s.events', Delete on topic '%s.events.dlt'",
                "produce --fresh | DELETE_GROUP       | Delete on group '%s.exchange'",
                "produce --fresh | CREATE_TOPICS      | Create on topic '%s.events', Create on topic '%s.events.dlt'",
                "run --fresh     | DELETE_TOPICS      | Delete on topic '%s.exchange-state-changelog'",
                "run --fresh     | WRITE_TRANSACTIONS | Write on transactional id '%s.exchange-'",
                "verify          | READ_TOPICS        | Read on topic '%s.ledger', Read on topic '%s.tally'",
            })
    void leavesEverythingAsItIsWhereARightLacks(String command, Grant lacking, String message) throws Exception {
        make(topics);
        commit(topics);
        Map<String, Uuid> before = ids();
        List<Grant> granted = new ArrayList<>(List.of(Grant.values()));
        granted.remove(lacking);
        String user = broker.userWith(topics, granted);

        run(user, command(command)).ended(ExitCode.ENVIRONMENT, message.replace("%s", topics.prefix()));

        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void doesNotSayThatThereIsNoTopicWhereItMayNotKnow() throws Exception {
        make(topics);
        String user = broker.userWith(topics, List.of());

        Ran verify = run(user, "verify", "--timeout", "1");
        verify.ended(ExitCode.ENVIRONMENT, "Describe on topic '" + topics.events() + "'");
        assertThat(verify.err()).doesNotContain("there is no topic");
        run(user, "consume").ended(ExitCode.ENVIRONMENT, "Describe on topic '" + topics.events() + "'");
        run(user, "produce", "quiet-day").ended(ExitCode.ENVIRONMENT, "Describe on topic '" + topics.events() + "'");
    }

    @Test
    void doesNotWaitForATallyThatItMayNotRead() throws Exception {
        make(topics);
        String user = broker.userWith(topics, List.copyOf(ALL));
        String message = "does not allow Read on topic '" + topics.tally() + "'";
        CompletableFuture<Ran> consumer = CompletableFuture.supplyAsync(() -> consume(user));
        try (ClusterView offsets = new ClusterView(broker.administrator())) {
            await().atMost(Duration.ofMinutes(2)).until(() -> offsets.assigned(topics.group()) > 0);
        }

        broker.forbidReading(user, topics.tally());

        consumer.join().ended(ExitCode.ENVIRONMENT, message);
        consume(user).ended(ExitCode.ENVIRONMENT, message);
        run(user, "verify").ended(ExitCode.ENVIRONMENT, message);
    }

    private Ran consume(String user) {
        try {
            return run(user, "consume", "--until-ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] command(String words) {
        String[] parts = words.split(" ");
        String[] scenario = {"quiet-day", "--documents", "100"};
        boolean plays = parts[0].equals("run") || parts[0].equals("produce");
        List<String> all = new ArrayList<>(List.of(parts));
        if (plays) {
            all.addAll(Arrays.asList(scenario));
        }
        return all.toArray(String[]::new);
    }

    private static List<Grant> without(Grant lacking) {
        return ALL.stream().filter(grant -> grant != lacking).toList();
    }

    private Ran run(String user, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--bootstrap-servers",
                broker.servers(),
                "--prefix",
                topics.prefix(),
                "--client-config",
                GuardedBroker.clientConfig(user, directory).toString()));
        return Ran.of(all.toArray(String[]::new));
    }

    /** As an administrator makes them, the consumers' state among them. */
    private static void make(Topics topics) throws Exception {
        int partitions = new TopicSetup(broker.administrator(), topics).ensure(0);
        try (Admin admin = Admin.create(broker.administrator().client(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(topics.changelog(), Optional.of(partitions), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
    }

    /** A group is there once it has committed. */
    private static void commit(Topics topics) throws Exception {
        try (Admin admin = Admin.create(broker.administrator().client(Map.of()))) {
            admin.alterConsumerGroupOffsets(
                            topics.group(),
                            Map.of(
                                    new org.apache.kafka.common.TopicPartition(topics.events(), 0),
                                    new org.apache.kafka.clients.consumer.OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }

    /** The topics of the prefix by name. */
    private Map<String, Uuid> ids() throws Exception {
        try (Admin admin = Admin.create(broker.administrator().client(Map.of()))) {
            Map<String, Uuid> ids = new TreeMap<>();
            admin.listTopics().listings().get().stream()
                    .filter(topic -> topic.name().startsWith(topics.prefix() + "."))
                    .forEach(topic -> ids.put(topic.name(), topic.topicId()));
            return ids;
        }
    }
}
