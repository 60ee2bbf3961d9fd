package io.docaxis.simulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Purpose;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.simulator.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.common.utils.internals.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final Topics TOPICS = new Topics("broker-test");

    @Test
    void servesTopicsAndLeavesNothingBehind() {
        Path directory;
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> fail(why))) {
            directory = broker.directory();
            assertThat(setup(broker).ensure(3)).isEqualTo(3);
            assertThat(broker.failure()).isEmpty();
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void findsItsTopicsAgainWhereItsDataIsKept(@TempDir Path kept) {
        BrokerSettings settings = BrokerSettings.DEFAULT.keptIn(kept);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings, why -> fail(why))) {
            setup(broker).ensure(2);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings, why -> fail(why))) {
            assertThat(setup(broker).missing(Purpose.VERIFY)).isEmpty();
        }
    }

    @Test
    void namesThePortThatAnotherHolds() throws IOException {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(held.getLocalPort(), null), why -> {}))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("port " + held.getLocalPort() + " is held by another process");
        }
    }

    @Test
    void namesADirectoryThatCannotBeWrittenTo(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.DEFAULT.keptIn(file), why -> {}))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cannot write to '" + file + "'");
    }

    @Test
    void refusesADirectoryThatAnotherBrokerUses(@TempDir Path directory) {
        BrokerSettings settings = BrokerSettings.DEFAULT.keptIn(directory);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings, why -> fail(why))) {
            assertThat(broker.directory()).exists();
            assertThatThrownBy(() -> EmbeddedBroker.start(settings, why -> {}))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("another broker is using");
        }
    }

    @Test
    void tellsWhyKafkaWantedToEndTheProcess() {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, told::add)) {
            Thread kafka = new Thread(() -> Exit.halt(1, "all log directories failed"));
            kafka.setUncaughtExceptionHandler((thread, error) -> {});
            kafka.start();
            Waiting.until("to be told", () -> !told.isEmpty());
            assertThat(told.poll()).contains("all log directories failed");
            assertThat(broker.failure()).isPresent();
        }
    }

    private static TopicSetup setup(EmbeddedBroker broker) {
        return new TopicSetup(Cluster.of(broker.bootstrapServers()), TOPICS);
    }
}
