package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.stream.Interchange;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A plain consumer on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingConsumerIT {

    private static final int PARTITIONS = 3;

    private final Interchange interchange = new Interchange();
    private final LatencyList latencies = new LatencyList();

    @AfterAll
    void stopBroker() {
        interchange.close();
    }

    private CountSettings settings(String topic, int threads) {
        return new CountSettings(
                interchange.cluster(),
                topic,
                LoadTraffic.RUN,
                source -> true,
                threads,
                ProtobufHeads::new,
                () -> TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()),
                latencies,
                PollListener.NONE,
                Duration.ofSeconds(30));
    }

    @Test
    void countsWhatIsSentFromItsStartOnAndIsDrained() {
        interchange.create("count", PARTITIONS);
        String topic = interchange.topics().events();
        try (LoadTraffic traffic = new LoadTraffic(interchange.cluster(), topic, PARTITIONS)) {
            traffic.start();
            try (CountingConsumer counting = CountingConsumer.start(settings(topic, 2))) {
                traffic.documents(3_000);
                Waiting.until(
                        "all to be counted",
                        counting::progress,
                        () -> counting.counted().events() == 3_000);
                assertThat(counting.drained().state()).isEqualTo(Drained.State.READING);
                traffic.end();
                long endedAtNs = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
                counting.sendingEnded(endedAtNs);
                Waiting.until(
                        "the end", counting::progress, () -> counting.drained().state() == Drained.State.DRAINED);

                CountedRecords counted = counting.counted();
                assertThat(counted).isEqualTo(new CountedRecords(3_000 + PARTITIONS, 3_000, 0, 0, 0, 0, 0, 0, 0));
                assertThat(latencies.endToEnd()).hasSize(3_000).allMatch(ms -> ms >= 0 && ms < 60_000);
                assertThat(latencies.processing()).allMatch(ms -> ms >= 0);
                assertThat(latencies.committed()).isEmpty();
                assertThat(counting.drained().tookNs()).isPresent();
                assertThat(counting.progress().lag()).hasValue(0);
                // start marker, documents, end marker
                assertThat(counting.passed(0)).hasValue(1 + 1_000 + 1);
            }
        }
    }

    @Test
    void findsWhatIsLostDoubledAndNotOfTheRun() {
        interchange.create("gaps", PARTITIONS);
        String topic = interchange.topics().events();
        try (LoadTraffic traffic = new LoadTraffic(interchange.cluster(), topic, PARTITIONS);
                CountingConsumer counting = CountingConsumer.start(settings(topic, 1))) {
            traffic.start();
            traffic.documents(30);
            traffic.lose(1);
            traffic.documents(30);
            traffic.repeat(2);
            // known by the end marker alone
            traffic.lose(0);
            traffic.end();
            counting.sendingEnded(0);
            Waiting.until(
                    "the end", counting::progress, () -> counting.drained().state() == Drained.State.DRAINED);
            assertThat(counting.counted()).isEqualTo(new CountedRecords(61 + 2 * PARTITIONS, 61, 0, 0, 2, 1, 0, 0, 0));
        }
    }

    @Test
    void saysThatATopicIsNotThere() {
        assertThatThrownBy(() -> CountingConsumer.start(settings("nowhere", 1)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("nowhere");
    }

    /** What the user sets for consumers applies to this one. */
    @Test
    void takesTheSettingsOfTheClient() {
        interchange.create("settings", 1);
        Cluster cluster = new Cluster(
                interchange.cluster().bootstrapServers(), Map.of("consumer.isolation.level", "no such level"));
        CountSettings given = settings(interchange.topics().events(), 1);
        assertThatThrownBy(() -> CountingConsumer.start(new CountSettings(
                        cluster,
                        given.topic(),
                        given.run(),
                        given.sources(),
                        1,
                        given.heads(),
                        given.clockNs(),
                        given.sink(),
                        given.polls(),
                        given.patience())))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no such level");
    }
}
