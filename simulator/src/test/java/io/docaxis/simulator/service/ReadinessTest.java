package io.docaxis.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.stream.Engine;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    private final MockClock clock = new MockClock();
    private final Engine engine = new Engine();
    private final ClusterContact contact = new ClusterContact(clock);
    private final Readiness readiness = new Readiness(engine, contact, "127.0.0.1:9092");

    @ParameterizedTest
    @CsvSource({
        "CREATED, it has not started yet",
        "RUNNING,",
        "REBALANCING,",
        "PENDING_SHUTDOWN, it is stopping",
        "NOT_RUNNING, it is stopped",
        "PENDING_ERROR, it is stopped"
    })
    void isReadyWhileTheEngineRunsAndLiveAllTheWhile(State state, String problem) {
        engine.onChange(state, State.CREATED);
        assertThat(readiness.engine().problem().orElse(null)).isEqualTo(problem);
        assertThat(readiness.engine().details()).containsEntry("state", state.name());
        assertThat(readiness.isReady()).isEqualTo(problem == null);
        assertThat(readiness.process().isRight()).isTrue();
    }

    @Test
    void isNeitherReadyNorLiveAsSoonAsTheEngineFailsAndSaysWhy() {
        engine.onChange(State.RUNNING, State.REBALANCING);
        engine.handle(new StreamsException("task 0_1", new IllegalStateException("stored entry unknown")));
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.engine().problem()).contains("it failed: stored entry unknown");
        assertThat(readiness.process().problem()).contains("the stream engine failed: stored entry unknown");
    }

    @Test
    void isNeitherReadyNorLiveWhereTheEngineDiedInSilence() {
        engine.onChange(State.ERROR, State.RUNNING);
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.process().isRight()).isFalse();
    }

    @Test
    void isNotReadyButLiveWhileTheClusterSaysNothing() {
        engine.onChange(State.RUNNING, State.REBALANCING);
        contact.unanswered("no answer to anything");
        clock.add(Duration.ofMillis(9_999));
        assertThat(readiness.isReady()).isTrue();
        clock.add(Duration.ofMillis(1));
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.cluster().problem())
                .contains("127.0.0.1:9092 has not answered for 10 s; no answer to anything");
        assertThat(readiness.process().isRight()).isTrue();
        contact.answered();
        assertThat(readiness.isReady()).isTrue();
    }

    @Test
    void isNotReadyButLiveWhileTheTopicIsGone() {
        engine.onChange(State.RUNNING, State.REBALANCING);
        contact.refused(new TopicGoneException("topic 't.events' is not there", null));
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.topic().problem()).contains("topic 't.events' is not there");
        assertThat(readiness.cluster().isRight()).isTrue();
        assertThat(readiness.process().isRight()).isTrue();
    }
}
