package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The test's thread is the command's. */
class InterruptionTest {

    private final Interruption interruption = new Interruption();
    private final ExecutorService user = Executors.newSingleThreadExecutor();

    @BeforeEach
    void runHere() {
        interruption.interrupts(Thread.currentThread());
    }

    @AfterEach
    void end() {
        // one that came too late is not another test's
        Thread.interrupted();
        user.shutdownNow();
    }

    @RepeatedTest(20)
    void whoWasToldWhileItWaitedIsNotInterruptedAfterwards() {
        Future<?> request = user.submit(interruption::request);
        while (!interruption.await(1)) {}
        isNotInterruptedBy(request);
    }

    @RepeatedTest(20)
    void whoWasToldWhenItAskedIsNotInterruptedAfterwards() {
        Future<?> request = user.submit(interruption::request);
        while (!interruption.isRequested()) {
            Thread.onSpinWait();
        }
        isNotInterruptedBy(request);
    }

    /** Neither while it waits for the end of the request, nor by then. */
    private static void isNotInterruptedBy(Future<?> request) {
        assertThatCode(request::get).doesNotThrowAnyException();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whoWaitsForSomethingElseIsInterruptedThere() {
        user.execute(interruption::request);
        assertThatThrownBy(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
        assertThat(interruption.isRequested()).isTrue();
    }

    @Test
    void anInterruptOfSomebodyElseIsNoRequest() {
        Thread.currentThread().interrupt();
        assertThat(interruption.await(1)).isFalse();
    }
}
