package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.endpoint.Series;
import io.micrometer.core.instrument.MockClock;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterContactTest {

    private final MockClock clock = new MockClock();
    private final ClusterContact contact = new ClusterContact(clock);

    @Test
    void isLostOnceNothingWasAnsweredForTheWholePatience() {
        contact.unanswered("silence");
        clock.add(ClusterContact.PATIENCE.minusMillis(1));
        assertThat(contact.status().isLost()).isFalse();
        clock.add(Duration.ofMillis(1));
        assertThat(contact.status().isLost()).isTrue();
        assertThat(contact.status().instead()).contains("silence");
        assertThat(contact.status().silence()).isEqualTo(ClusterContact.PATIENCE);
    }

    @Test
    void saysNeitherThatItAnswersNorThatItDoesNotBeforeItHasHadItsTime() {
        assertThat(contact.status().since()).isEmpty();
        assertThat(up()).isEmpty();
        clock.add(ClusterContact.PATIENCE);
        assertThat(up()).containsExactly(0.0);
        contact.answered();
        assertThat(up()).containsExactly(1.0);
    }

    private List<Double> up() {
        Series series = new Series();
        contact.addTo(series, "c");
        return series.snapshots().stream()
                .flatMap(metric -> metric.getDataPoints().stream())
                .map(point -> ((GaugeSnapshot.GaugeDataPointSnapshot) point).getValue())
                .toList();
    }

    @Test
    void isLostTooWhereNobodyAsks() {
        clock.add(ClusterContact.PATIENCE);
        assertThat(contact.status().isLost()).isTrue();
        assertThat(contact.status().instead()).isEmpty();
    }

    @Test
    void isThereAgainAfterAnyAnswer() {
        clock.add(Duration.ofMinutes(5));
        contact.unanswered("silence");
        contact.refused(new RefusedException("not allowed", null));
        assertThat(contact.status().isLost()).isFalse();
        assertThat(contact.status().instead()).isEmpty();
        assertThat(contact.status().missing()).isEmpty();
        assertThat(contact.status().since()).contains(Instant.ofEpochMilli(clock.wallTime()));
    }

    @Test
    void knowsThatTheTopicIsGoneUntilItIsSeen() {
        contact.refused(new TopicGoneException("topic 'a' is not there", null));
        contact.refused(new RefusedException("not allowed", null));
        contact.unanswered("silence");
        assertThat(contact.status().missing()).contains("topic 'a' is not there");
        contact.answered();
        assertThat(contact.status().missing()).isEmpty();
    }

    @Test
    void saysForHowLongAndWhyItIsLost() {
        contact.unanswered("no answer to anything");
        clock.add(Duration.ofMillis(9_999));
        assertThat(contact.status().problem("127.0.0.1:9092")).isEmpty();
        clock.add(Duration.ofMillis(1));
        assertThat(contact.status().problem("127.0.0.1:9092"))
                .contains("127.0.0.1:9092 has not answered for 10 s; no answer to anything");
        contact.answered();
        assertThat(contact.status().problem("127.0.0.1:9092")).isEmpty();
    }
}
