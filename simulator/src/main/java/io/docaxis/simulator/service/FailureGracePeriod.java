package io.docaxis.simulator.service;

import io.docaxis.consumer.stream.Engine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the web server up for some seconds after the engine failed, so that whoever asks for its health is told why it is gone,
 * not that nobody is there. Stopped after the engine and before the web server; an interrupt ends the wait.
 */
final class FailureGracePeriod implements SmartLifecycle {

    static final Duration LINGERS = Duration.ofSeconds(5);

    /** Between the engine's and the web server's: what has the higher phase stops first. */
    static final int PHASE = Integer.MAX_VALUE - 1_012;

    private final Engine engine;
    private final Duration lingers;
    private volatile boolean running;

    FailureGracePeriod(Engine engine, Duration lingers) {
        this.engine = engine;
        this.lingers = lingers;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (engine.failure().isEmpty()) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(lingers.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
