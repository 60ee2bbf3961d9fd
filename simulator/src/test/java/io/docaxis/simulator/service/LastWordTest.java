package io.docaxis.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.stream.Engine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

class LastWordTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Engine engine = new Engine();
    private final LastWord lastWord = new LastWord(engine, FOR_EVER);

    @Test
    void comesAfterTheEngineAndBeforeTheWebServerIsStopped() {
        assertThat(lastWord.getPhase())
                .isLessThan(new StreamsBuilderFactoryBean().getPhase())
                .isGreaterThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    @Test
    void doesNotKeepAProcessThatStopsInGoodOrder() {
        lastWord.start();
        assertThat(lastWord.isRunning()).isTrue();
        lastWord.stop();
        assertThat(lastWord.isRunning()).isFalse();
    }

    @Test
    void keepsAProcessWhoseEngineFailedUntilItIsInterrupted() throws InterruptedException {
        engine.handle(new IllegalStateException("made to fail"));
        Thread stopping = new Thread(lastWord::stop, "stopping");
        stopping.start();
        while (stopping.getState() != Thread.State.TIMED_WAITING) {
            assertThat(stopping.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        stopping.interrupt();
        stopping.join();
    }
}
