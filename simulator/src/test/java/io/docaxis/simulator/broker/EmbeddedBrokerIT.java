package io.docaxis.simulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
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
        BrokerSettings settings = new BrokerSettings(0, kept);
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
        assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(0, file), why -> {}))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("cannot write to '" + file + "'");
    }

    @Test
    void refusesADirectoryThatAnotherBrokerUses(@TempDir Path directory) {
        BrokerSettings settings = new BrokerSettings(0, directory);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings, why -> fail(why))) {
            assertThat(broker.directory()).exists();
            assertThatThrownBy(() -> EmbeddedBroker.start(settings, why -> {}))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("another broker is using");
        }
    }

    @Test
    void tellsWhyKafkaWantedToEndTheProcess() throws InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, told::add)) {
            halt(kafkaThread("all log directories failed"));
            assertThat(told.poll()).contains("all log directories failed");
            assertThat(broker.failure()).isPresent();
        }
    }

    /** A broker that is still stopping when the next has begun, say on a busy machine, may miss the files that were its own. */
    @Test
    void takesNoOtherBrokersEndForItsOwn(@TempDir Path directory) throws InterruptedException {
        BrokerDirectory data = BrokerDirectory.open(directory);
        BlockingQueue<String> toldOfFirst = new LinkedBlockingQueue<>();
        BlockingQueue<String> toldOfSecond = new LinkedBlockingQueue<>();
        BrokerFailure first = new BrokerFailure(data, toldOfFirst::add);
        try (BrokerFailure second = new BrokerFailure(data, toldOfSecond::add)) {
            halt(first.startThreads(() -> kafkaThread("of the first")));
            assertThat(toldOfFirst.poll()).contains("of the first");

            first.close();
            halt(first.startThreads(() -> kafkaThread("of the first, which has ended")));
            assertThat(toldOfFirst).isEmpty();
            assertThat(toldOfSecond).isEmpty();

            halt(second.startThreads(() -> kafkaThread("of the second")));
            assertThat(toldOfSecond.poll()).contains("of the second");
        }
    }

    /** One that wants to end the process. */
    private static Thread kafkaThread(String reason) {
        Thread thread = new Thread(() -> Exit.halt(1, reason));
        thread.setUncaughtExceptionHandler((ended, error) -> {});
        return thread;
    }

    private static void halt(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }

    private static TopicSetup setup(EmbeddedBroker broker) {
        return new TopicSetup(Cluster.of(broker.bootstrapServers()), TOPICS);
    }
}
