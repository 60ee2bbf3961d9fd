package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.TallyKey;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.process.TopicRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Topics of another version of the contract are refused by name, by every command that reads them, and left as they are. */
class OtherVersionIT {

    private static final Topics PLAYED = new Topics("played");

    private static EmbeddedBroker broker;
    private static Cluster cluster;
    private static Admin admin;
    private static int prefixes;

    private final Topics topics = new Topics("other" + ++prefixes);

    @BeforeAll
    static void play() {
        broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> fail(why));
        cluster = Cluster.of(broker.bootstrapServers());
        admin = Admin.create(cluster.client(Map.of()));
        Ran.of(arguments(PLAYED, "produce quiet-day --documents 60 --partitions 2"))
                .ended(ExitCode.EXACT, "events sent");
        Ran.of(arguments(PLAYED, "consume --until-ended")).ended(ExitCode.EXACT, "60 documents");
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    /** Version 0 stands for what version 1 wrote: nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | events ledger tally | produce quiet-day --documents 60          | events",
                "0 | events ledger tally | produce quiet-day --documents 60 --resume | events",
                "0 | events ledger tally | run quiet-day --documents 60              | events",
                "0 | events ledger tally | run quiet-day --documents 60 --resume     | events",
                "0 | events ledger tally | consume --until-ended                     | events",
                "0 | events ledger       | verify                                    | ledger",
                "3 | events ledger tally | produce quiet-day --documents 60 --resume | events",
                "3 | events ledger tally | consume --until-ended                     | events",
                "3 | events ledger       | verify                                    | ledger",
                "0 | ledger              | produce quiet-day --documents 60 --resume | ledger",
                "0 | tally               | consume --until-ended                     | tally",
                "0 | tally               | verify                                    | tally",
            })
    void isRefusedAndLeftAsItIs(int field, String older, String command, String refused) throws Exception {
        make(field, List.of(older.split(" ")));
        Map<String, Long> before = ends();

        Ran ran = Ran.of(arguments(topics, command));

        ran.ended(
                ExitCode.ENVIRONMENT,
                "topic '" + topics.prefix() + "." + refused + "' is of version " + (field == 0 ? 1 : field)
                        + " of the event contract, and this docaxis is of version 2",
                "--fresh",
                "--prefix");
        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void freshDeletesThem() throws Exception {
        make(0, List.of("events", "ledger", "tally"));

        Ran.of(arguments(topics, "run quiet-day --documents 60 --fresh")).ended(ExitCode.EXACT, "exact");
    }

    @Test
    void storedStateOfAnotherVersionIsRefused() throws Exception {
        Ran.of(arguments(topics, "produce quiet-day --documents 60 --partitions 2"))
                .ended(ExitCode.EXACT, "events sent");
        make(topics.changelog(), 2, "compact");
        byte[] progressOfVersion3 = {3, 0, 0, 0, 0};
        TopicRecords.write(
                cluster, List.of(new ProducerRecord<>(topics.changelog(), 1, new byte[] {'P'}, progressOfVersion3)));

        Ran.of(arguments(topics, "consume --until-ended"))
                .ended(
                        ExitCode.ENVIRONMENT,
                        "topic '" + topics.changelog()
                                + "' has the state of another version of docaxis (stored progress"
                                + " of version 3; want ",
                        "--fresh",
                        "--prefix");
    }

    /** Makes topics as a program of another version would have left them; those that are not of that version are empty. */
    private void make(int field, List<String> older) throws Exception {
        make(topics.events(), 2, "delete");
        make(topics.deadLetters(), 1, "delete");
        // in version 1, readers alone kept the last announcement
        make(topics.lateness(), 2, "delete");
        make(topics.tally(), 1, "compact");
        make(topics.ledger(), 1, "compact");
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (older.contains("events")) {
            TopicRecords.read(cluster, PLAYED.events())
                    .forEach(read -> records.add(new ProducerRecord<>(
                            topics.events(), read.partition(), read.key(), event(field, read.value()))));
        }
        if (older.contains("ledger")) {
            copyTally(field, PLAYED.ledger(), topics.ledger(), records);
        }
        if (older.contains("tally")) {
            copyTally(field, PLAYED.tally(), topics.tally(), records);
        }
        TopicRecords.write(cluster, records);
    }

    private static byte[] event(int field, byte[] value) {
        EventReader reader = new EventReader();
        return reader.read(value) == EventKind.RUN_STARTED
                ? new EventWriter()
                        .write(
                                reader.envelope(),
                                EventKind.RUN_STARTED,
                                reader.runStarted().toBuilder()
                                        .setContractVersion(field)
                                        .build())
                : value;
    }

    private static void copyTally(int field, String from, String to, List<ProducerRecord<byte[], byte[]>> records)
            throws InvalidProtocolBufferException {
        for (var read : TopicRecords.read(cluster, from)) {
            TallyKey key = TallyKey.parseFrom(read.key());
            byte[] value = key.getHeader()
                    ? PartHeader.parseFrom(read.value()).toBuilder()
                            .setContractVersion(field)
                            .build()
                            .toByteArray()
                    : read.value();
            byte[] older = key.hasCell()
                    ? key.toBuilder()
                            .setCell(cellOfVersion1(key.getCell()))
                            .build()
                            .toByteArray()
                    : read.key();
            records.add(new ProducerRecord<>(to, 0, older, value));
        }
    }

    /** Outcome from bit 48 on, obligation from 51, rollup from 53. */
    private static long cellOfVersion1(long cell) {
        return cell & (1L << 48) - 1 | (cell >>> 48 & 7) << 48 | (cell >>> 52 & 3) << 51 | (cell >>> 59) << 53;
    }

    private static void make(String name, int partitions, String policy) throws Exception {
        NewTopic topic =
                new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(Map.of("cleanup.policy", policy));
        admin.createTopics(List.of(topic)).all().get();
    }

    /** Every topic of the prefix with how many records it has. */
    private Map<String, Long> ends() throws Exception {
        Map<String, Long> ends = new TreeMap<>();
        for (String name : admin.listTopics().names().get()) {
            if (name.startsWith(topics.prefix() + ".")) {
                ends.put(name, (long) TopicRecords.read(cluster, name).size());
            }
        }
        return ends;
    }

    private static String[] arguments(Topics of, String command) {
        List<String> all = new ArrayList<>(List.of(command.split(" +")));
        all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers(), "--prefix", of.prefix()));
        return all.toArray(String[]::new);
    }
}
