package io.docaxis.simulator.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.Cluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientConfigTest {

    @TempDir
    private Path directory;

    /** A key, a value that would undo the proof, and one that does not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acks                                   | 1                 | all",
                "acks                                   | 0                 | -1",
                "acks                                   | banana            | all",
                "producer.acks                          | 1                 | all",
                "enable.idempotence                     | false             | TRUE",
                "max.in.flight.requests.per.connection  | 6                 | 5",
                "retries                                | 0                 | 1",
                "transactional.id                       | mine              | ''",
                "transaction.two.phase.commit.enable    | true              | false",
                "isolation.level                        | read_uncommitted  | read_committed",
                "main.consumer.isolation.level          | read_uncommitted  | read_committed",
                "processing.guarantee                   | at_least_once     | exactly_once_v2",
                "partitioner.class                      | org.apache.kafka.clients.producer.RoundRobinPartitioner | ''",
                "partitioner.ignore.keys                | true              | false",
                "interceptor.classes                    | some.Interceptor  | ''",
                "consumer.interceptor.classes           | some.Interceptor  | ''",
                "check.crcs                             | false             | true",
                "group.protocol                         | consumer          | classic",
                "num.standby.replicas                   | 1                 | 0",
                "deserialization.exception.handler      | some.Handler      | ''",
                "default.deserialization.exception.handler | some.Handler   | ''",
                "production.exception.handler           | some.Handler      | ''",
                "default.production.exception.handler   | some.Handler      | ''",
                "processing.exception.handler           | some.Handler      | ''",
                "errors.dead.letter.queue.topic.name    | elsewhere         | ''",
                "processor.wrapper.class                | some.Wrapper      | ''",
                "default.client.supplier                | some.Supplier     | ''",
                "topic.cleanup.policy                   | delete            | compact",
                "bootstrap.controllers                  | host:9093         | ''"
            })
    void refusesWhatWouldUndoTheProof(String name, String wrong, String right) throws IOException {
        Path file = file(name + "=" + wrong);

        assertThatThrownBy(() -> ClientConfig.read(file))
                .isInstanceOf(InvalidClientConfigException.class)
                .hasMessageStartingWith("client config '" + file + "': " + name + "=" + wrong + ": want ")
                .hasMessageContaining("; ");
        assertThat(ClientConfig.read(file(name + "=" + right)).notes()).isEmpty();
    }

    /** Settings that change what is acknowledged, sent again or read, and nothing that docaxis does itself. */
    @ParameterizedTest
    @CsvSource({
        "acks, 1",
        "producer.acks, 0",
        "enable.idempotence, false",
        "max.in.flight.requests.per.connection, 20",
        "retries, 0",
        "isolation.level, read_uncommitted"
    })
    void passesOnWhatOnlyTheProofNeedsWhereNothingIsProved(String name, String value) throws IOException {
        Path file = file(name + "=" + value, "enable.idempotence=false");

        assertThat(ClientConfig.read(file, false).cluster("host:1").properties())
                .containsEntry(name, value);
        assertThatThrownBy(() -> ClientConfig.read(file)).hasMessageContaining(name + "=" + value);
    }

    @Test
    void refusesWhatDocaxisCannotDoWithoutThoughNothingIsProved() throws IOException {
        Path file = file("partitioner.class=some.Partitioner", "check.crcs=false");

        assertThatThrownBy(() -> ClientConfig.read(file, false))
                .hasMessageContaining("partitioner.class=some.Partitioner")
                .hasMessageContaining("check.crcs=false");
    }

    @Test
    void saysWhatKafkaDoesNotTakeThoughNothingIsProved() throws IOException {
        Path file = file("max.in.flight.requests.per.connection=20", "enable.idempotence=true");

        assertThatThrownBy(() -> ClientConfig.read(file, false)).hasMessageContaining("idempoten");
    }

    @Test
    void hasACaseForEveryNeededSetting() throws Exception {
        List<String> cases = List.of(ClientConfigTest.class
                .getDeclaredMethod("refusesWhatWouldUndoTheProof", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value());
        assertThat(SettingRules.needed())
                .allSatisfy(name -> assertThat(cases).anyMatch(each -> each.startsWith(name + " ")));
    }

    static List<String> own() {
        return StreamSupport.stream(SettingRules.own().spliterator(), false).toList();
    }

    @ParameterizedTest
    @MethodSource("own")
    void ignoresWhatDocaxisSetsAndSaysSo(String name) throws IOException {
        ClientConfig config = ClientConfig.read(file(name + "=no.such.Thing"));

        assertThat(config.notes()).singleElement().asString().contains("ignored, for docaxis sets it: " + name);
        assertThat(config.cluster("host:1").properties()).doesNotContainKey(name);
    }

    @Test
    void ignoresItWithAPrefixToo() throws IOException {
        assertThat(ClientConfig.read(file("consumer.group.id=mine", "producer.key.serializer=no.such.Thing"))
                        .notes())
                .containsExactly("client config '" + directory.resolve("client.properties")
                        + "': ignored, for docaxis sets it: consumer.group.id, producer.key.serializer");
    }

    /** A key that no client knows, and the one that was meant. */
    @ParameterizedTest
    @CsvSource({
        "security.protocl, security.protocol",
        "security_protocol, security.protocol",
        "securityProtocol, security.protocol",
        "SECURITY.PROTOCOL, security.protocol",
        "sasl.mechanisms, sasl.mechanism",
        "ssl.trustore.location, ssl.truststore.location",
        "ssl.truststore.pasword, ssl.truststore.password",
        "boostrap.servers, bootstrap.servers",
        "bootstrap.server, bootstrap.servers",
        "producer.linger.msec, producer.linger.ms",
        "main.consumer.max.pol.records, main.consumer.max.poll.records",
        "admin.retires, admin.retries",
        "isolation.levle, isolation.level",
        "sasl.username, sasl.jaas.config",
        "ssl.ca.location, ssl.truststore.location",
        "metadata.broker.list, bootstrap.servers"
    })
    void suggestsTheKeyThatWasMeant(String written, String meant) throws IOException {
        Path file = file(written + "=hunter2");

        assertThatThrownBy(() -> ClientConfig.read(file))
                .hasMessage("client config '" + file + "': " + written
                        + ": no Kafka client of Java knows it; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic.auth.user.info", "schema.registry.url", "confluent.something.enabled", "my.key"})
    void passesOnWhatNobodyKnowsAndSaysSo(String name) throws IOException {
        ClientConfig config = ClientConfig.read(file(name + "=anything"));

        assertThat(config.notes())
                .singleElement()
                .asString()
                .endsWith("passed on, though no Kafka client knows it: " + name);
        assertThat(config.cluster("host:1").properties()).containsEntry(name, "anything");
    }

    /** Values that Kafka does not take: alone, beside another, or for want of what they refer to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "security.protocol=banana               | security.protocol=banana: ",
                "linger.ms=soon                         | linger.ms=soon: Not a number of type LONG; want long [0,...]",
                "request.timeout.ms=-1                  | request.timeout.ms=-1: ",
                "compression.type=rar                   | compression.type=rar: ",
                "producer.batch.size=big                | producer.batch.size=big: ",
                "main.consumer.max.poll.records=0       | main.consumer.max.poll.records=0: ",
                "admin.request.timeout.ms=x             | admin.request.timeout.ms=x: ",
                "metric.reporters=no.such.Reporter      | no.such.Reporter",
                "delivery.timeout.ms=1000               | delivery.timeout.ms should be equal to or larger than",
                "session.timeout.ms=1000 heartbeat.interval.ms=2000 | Heartbeat must be set lower than the session timeout",
                "security.protocol=SSL ssl.truststore.location=/no/such.jks | /no/such.jks",
                "security.protocol=SSL ssl.truststore.type=BANANA ssl.truststore.location=/dev/null | BANANA",
                "security.protocol=SASL_PLAINTEXT       | java.security.auth.login.config",
                "security.protocol=SASL_SSL sasl.mechanism=PLAIN | java.security.auth.login.config",
                "security.protocol=SASL_PLAINTEXT sasl.mechanism=PLAIN sasl.jaas.config=rubbish | JAAS",
                "security.protocol=SASL_PLAINTEXT sasl.mechanism=PLAIN sasl.jaas.config=no.such.Module\\ required; | no.such.Module",
                "config.providers=file                  | config.providers=file: want config.providers.file.class",
                "config.providers=f config.providers.f.class=org.apache.kafka.common.config.provider.FileConfigProvider client.id=${f:/no/such:x} | /no/such",
                "__state.updater.enabled__=true         | internal to Kafka",
                "internal.throw.on.fetch.stable.offset.unsupported=true | internal to Kafka",
                "bootstrap.servers=nohost               | bootstrap.servers 'nohost': 'nohost' is no address"
            })
    void refusesValuesThatKafkaDoesNotTake(String lines, String message) throws IOException {
        Path file = file(lines.replaceAll("(?<!\\\\) ", "\n").split("\n"));

        assertThatThrownBy(() -> ClientConfig.read(file))
                .isInstanceOf(InvalidClientConfigException.class)
                .hasMessageStartingWith("client config '" + file + "'")
                .hasMessageContaining(message);
    }

    @Test
    void namesAllErrorsAtOnce() throws IOException {
        Path file = file("acks=1", "linger.ms=soon", "security.protocl=SSL");

        assertThatThrownBy(() -> ClientConfig.read(file))
                .hasMessageContaining("has 3 errors:")
                .hasMessageContaining("\n  acks=1: want")
                .hasMessageContaining("\n  linger.ms=soon: ")
                .hasMessageContaining("\n  security.protocl: ");
    }

    /** A file that is none. */
    @Test
    void refusesFilesThatCannotBeRead() throws IOException {
        Path latin = Files.write(
                directory.resolve("latin"), "ssl.truststore.location=tệp".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> ClientConfig.read(directory.resolve("nosuch")))
                .hasMessageContaining("nosuch' cannot be read: there is no file");
        assertThatThrownBy(() -> ClientConfig.read(directory)).hasMessageContaining("it is a directory");
        assertThatThrownBy(() -> ClientConfig.read(latin)).hasMessageContaining("not a text in UTF-8");
        assertThatThrownBy(() -> ClientConfig.read(file("client.id=\\u12"))).hasMessageContaining("after every \\u");
        assertThatThrownBy(() -> ClientConfig.read(file("acks=all", "acks=1")))
                .hasMessageContaining("says two things of acks");
        assertThatThrownBy(() -> ClientConfig.read(file("{\"acks\": \"all\"}")))
                .hasMessageContaining("is not the name of a setting");
    }

    @Test
    void readsAFileThatBeginsWithAMark() throws IOException {
        assertThat(ClientConfig.read(file("\uFEFFsecurity.protocol=PLAINTEXT")).notes())
                .isEmpty();
    }

    @Test
    void takesTheClusterThatTheFileNames() throws IOException {
        ClientConfig config = ClientConfig.read(file("bootstrap.servers=a:1, B:2"));

        assertThat(config.namesCluster()).isTrue();
        assertThat(config.cluster(null).bootstrapServers()).isEqualTo("a:1,B:2");
        assertThat(config.cluster("b:2,a:1").bootstrapServers()).isEqualTo("b:2,a:1");
        assertThatThrownBy(() -> config.cluster("a:1,c:2"))
                .isInstanceOf(InvalidClientConfigException.class)
                .hasMessageContaining("--bootstrap-servers says 'a:1,c:2'")
                .hasMessageContaining("bootstrap.servers=a:1,B:2");
        assertThat(config.cluster(null).client(Map.of())).containsEntry("bootstrap.servers", "a:1,B:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nohost",
                "host:",
                ":1",
                "host:0",
                "host:65536",
                "host:99999999999",
                "host:x",
                ",",
                "a:1,",
                "a:1,,b:2",
                "a b:1",
                "a:1;b:2",
                "http://",
                "[::1]",
                "a:1:2"
            })
    void refusesAddressesThatAreNone(String servers) {
        ClientConfig none = ClientConfig.read(null);

        assertThatThrownBy(() -> none.cluster(servers))
                .isInstanceOf(InvalidClientConfigException.class)
                .hasMessageStartingWith("--bootstrap-servers '" + servers + "': ")
                .hasMessageContaining("want HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host:1",
                "10.0.0.1:65535",
                "[::1]:9092",
                "PLAINTEXT://host:1",
                "a:1,b:2",
                " a:1 , b:2 ",
                "a_b-c.d:9"
            })
    void takesAddresses(String servers) {
        assertThat(ClientConfig.read(null).cluster(servers).bootstrapServers()).isEqualTo(servers.replace(" ", ""));
    }

    @Test
    void givesEachKindOfClientWhatIsForIt() throws IOException {
        Cluster cluster = ClientConfig.read(file(
                        "linger.ms=7",
                        "producer.linger.ms=8",
                        "admin.client.id=asks",
                        "max.poll.records=9",
                        "consumer.fetch.min.bytes=10"))
                .cluster("host:1");

        assertThat(cluster.producer(Map.of("acks", "all"), Map.of("linger.ms", 50)))
                .containsEntry("linger.ms", "8")
                .containsEntry("acks", "all");
        assertThat(cluster.admin(Map.of())).containsEntry("client.id", "asks");
        assertThat(cluster.consumer(Map.of("max.poll.records", 1)))
                .containsEntry("max.poll.records", 1)
                .containsEntry("fetch.min.bytes", "10");
        assertThat(cluster.streams(
                        Map.of(),
                        Map.of(
                                "main.consumer.max.poll.records",
                                8_000,
                                "main.consumer.fetch.min.bytes",
                                1,
                                "poll.ms",
                                5)))
                .doesNotContainKeys("main.consumer.max.poll.records", "main.consumer.fetch.min.bytes")
                .containsEntry("poll.ms", 5);
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(directory.resolve("client.properties"), String.join("\n", lines) + "\n");
    }
}
