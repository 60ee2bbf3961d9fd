package io.docaxis.consumer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamSettingsTest {

    /** A broker that stands still for five seconds between two commits must not cost the work of all of them. */
    @ParameterizedTest
    @CsvSource({"100,10000", "1000,10000", "4000,10000", "8000,14000", "60000,66000"})
    void aTransactionOutlivesACommitIntervalBySixSeconds(long commitEveryMs, int timeoutMs) {
        StreamSettings settings = StreamSettings.UNBOUNDED.withCommitEvery(Duration.ofMillis(commitEveryMs));
        assertThat(producerTimeoutMs(settings)).isEqualTo(timeoutMs);
    }

    @Test
    void onAScheduleWhatWasReadIsCommittedEverySecondAndElseEveryEight() {
        assertThat(StreamSettings.PACED.commitEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(StreamSettings.UNBOUNDED.commitEvery()).isEqualTo(Duration.ofSeconds(8));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60_001})
    void refusesOtherCommitIntervals(long ms) {
        assertThatThrownBy(() -> StreamSettings.UNBOUNDED.withCommitEvery(Duration.ofMillis(ms)))
                .hasMessage("commit interval " + ms + " ms: want 1 to 60000 ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void refusesOtherNumbersOfThreads(int threads) {
        assertThatThrownBy(() -> StreamSettings.UNBOUNDED.withThreads(threads))
                .hasMessage("stream threads " + threads + ": want 1 to 64");
    }

    /** As the engine's own producer gets it: Streams may have a say in it. */
    private static Object producerTimeoutMs(StreamSettings settings) {
        StreamsConfig config =
                new StreamsConfig(StreamProperties.of(Cluster.of("127.0.0.1:9"), new Topics("test"), settings));
        return config.getProducerConfigs("test").get(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
    }
}
