package io.docaxis.simulator.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceNewsTest {

    private final SilenceNews news = new SilenceNews();

    @Test
    void saysNothingWhileBrokersAnswer() {
        for (long now = 0; now < 100_000; now += 250) {
            assertThat(news.at(now, now - now % 20_000, "nobody")).isEmpty();
        }
    }

    @Test
    void saysItWithinHalfAMinuteAndEveryHalfMinuteAfterAndWhenItIsOver() {
        List<Long> told = new ArrayList<>();
        for (long now = 0; now <= 120_000; now += 250) {
            if (news.at(now, 0, "nobody").isPresent()) {
                told.add(now);
            }
        }
        assertThat(told).containsExactly(25_000L, 55_000L, 85_000L, 115_000L);
        assertThat(news.at(130_000, 129_600, "nobody")).contains("Kafka answers again, after 130 s");
        assertThat(news.at(130_250, 129_600, "nobody")).isEmpty();
        assertThat(news.at(154_600, 129_600, "nobody")).isPresent();
    }

    @Test
    void saysAtOnceThatNobodyHasAnsweredYetAndWhenSomebodyDoes() {
        SilenceNews unheard = new SilenceNews(1_000);

        assertThat(unheard.at(2_000, 1_000, "nobody").orElseThrow())
                .matches("nobody; asked which brokers there are since \\d\\d:\\d\\d(:\\d\\d)?, for 1 s");
        assertThat(unheard.at(31_750, 1_000, "nobody")).isEmpty();
        assertThat(unheard.at(32_000, 1_000, "nobody")).isPresent();
        assertThat(unheard.at(41_000, 41_000, "nobody")).contains("Kafka answers, after 40 s");
        assertThat(unheard.at(41_250, 41_000, "nobody")).isEmpty();
        assertThat(unheard.at(66_000, 41_000, "nobody").orElseThrow()).contains("last answered at");
    }

    @Test
    void saysWhyAndSinceWhen() {
        assertThat(news.at(30_000, 0, "nobody answers at 'a:1'").orElseThrow())
                .matches(
                        "nobody answers at 'a:1'; asked which brokers there are, last answered at \\d\\d:\\d\\d(:\\d\\d)?, 30 s ago");
    }
}
