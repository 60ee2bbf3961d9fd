package io.docaxis.consumer.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

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
}
