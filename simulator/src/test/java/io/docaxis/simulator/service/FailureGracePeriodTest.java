package io.docaxis.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.stream.Engine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

class FailureGracePeriodTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Engine engine = new Engine();
    private final FailureGracePeriod gracePeriod = new FailureGracePeriod(engine, FOR_EVER);

    @Test
    void comesAfterTheEngineAndBeforeTheWebServerIsStopped() {
        assertThat(gracePeriod.getPhase())
                .isLessThan(new StreamsBuilderFactoryBean().getPhase())
                .isGreaterThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    }

    @Test
    void doesNotKeepAProcessThatStopsInGoodOrder() {
        gracePeriod.start();
        assertThat(gracePeriod.isRunning()).isTrue();
        gracePeriod.stop();
        assertThat(gracePeriod.isRunning()).isFalse();
    }

    @Test
    void keepsAProcessWhoseEngineFailedUntilItIsInterrupted() throws InterruptedException {
        engine.handle(new IllegalStateException("made to fail"));
        Thread stopping = new Thread(gracePeriod::stop, "stopping");
        stopping.start();
        while (stopping.getState() != Thread.State.TIMED_WAITING) {
            assertThat(stopping.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        stopping.interrupt();
        stopping.join();
    }
}
