package io.docaxis.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.publish.PublishProgress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProducerHealthTest {

    private static final PublishProgress ANY =
            new PublishProgress(100, 90, 10, 0, 1_000, OptionalLong.empty(), OptionalLong.empty());
    private static final SourceStatus WELL = new SourceStatus("1/2", true, ANY, 9_999, Optional.empty());

    @Test
    void isWellWhileTheBrokerAnswers() {
        assertThat(ProducerHealth.problem(List.of(WELL))).isEmpty();
        assertThat(ProducerHealth.problem(List.of())).isEmpty();
    }

    @Test
    void isNotReadyOnceTheBrokerSaidNothingForTenSeconds() {
        SourceStatus silent = new SourceStatus("2/2", true, ANY, 12_300, Optional.empty());

        assertThat(ProducerHealth.problem(List.of(WELL, silent)))
                .contains("source 2/2 waits for the broker, which has not answered for 12 s");
        assertThat(ProducerHealth.failure(List.of(WELL, silent))).isEmpty();
    }

    @Test
    void isNotReadyBeforeEverySourceHasBegun() {
        SourceStatus notBegun = new SourceStatus("2/2", false, ANY, 0, Optional.empty());

        assertThat(ProducerHealth.problem(List.of(WELL, notBegun))).contains("source 2/2 has not begun yet");
    }

    @Test
    void saysWhyASourceHasStoppedForGood() {
        SourceStatus failed = new SourceStatus("2/2", true, ANY, 12_300, Optional.of("too large"));

        assertThat(ProducerHealth.failure(List.of(WELL, failed))).contains("source 2/2 failed: too large");
        assertThat(ProducerHealth.problem(List.of(WELL, failed))).contains("source 2/2 failed: too large");
    }
}
