package io.docaxis.consumer.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {

    private final Engine engine = new Engine();

    @Test
    void replacesAThreadWhereTryingAgainCanHelp() {
        assertThat(engine.handle(new StreamsException(new TimeoutException("no broker"))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(engine.failure()).isEmpty();
    }

    @Test
    void replacesAThreadWhoseTaskWasAborted() {
        assertThat(engine.handle(new RevivedTaskException("0_1"))).isEqualTo(REPLACE_THREAD);
        assertThat(engine.failure()).isEmpty();
    }

    @Test
    void stopsWithTheInnermostReasonOtherwise() {
        assertThat(engine.handle(new StreamsException("task 0_1", new IllegalStateException("stored entry unknown"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(engine.failure()).contains("stored entry unknown");
    }

    @Test
    void stopsWhenTryingAgainDoesNotHelp() {
        for (int i = 0; i < Engine.MOST_REPLACEMENTS; i++) {
            assertThat(engine.handle(new TimeoutException("no broker"))).isEqualTo(REPLACE_THREAD);
        }
        assertThat(engine.handle(new TimeoutException("no broker"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(engine.failure()).contains("no broker");
    }

    @Test
    void countsAStopWithoutAReasonAsAFailureToo() {
        engine.onChange(State.ERROR, State.RUNNING);
        assertThat(engine.failure()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, it has not started yet",
        "RUNNING,",
        "REBALANCING,",
        "PENDING_SHUTDOWN, it is stopping",
        "NOT_RUNNING, it is stopped",
        "PENDING_ERROR, it is stopped"
    })
    void saysWhyItDoesNotWork(State state, String problem) {
        engine.onChange(state, State.CREATED);
        assertThat(engine.problem().orElse(null)).isEqualTo(problem);
        assertThat(engine.failure()).isEmpty();
    }

    @Test
    void saysItsFailureFirst() {
        engine.onChange(State.RUNNING, State.REBALANCING);
        engine.handle(new StreamsException("task 0_1", new IllegalStateException("stored entry unknown")));
        assertThat(engine.problem()).contains("it failed: stored entry unknown");
    }
}
