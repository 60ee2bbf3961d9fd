package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        interruption.ofThisThread();
    }

    @AfterEach
    void end() {
        // one that came too late is not another test's
        Thread.interrupted();
        user.shutdownNow();
    }

    @RepeatedTest(20)
    void whoWasToldWhileItWaitedIsNotInterruptedAfterwards() {
        user.execute(interruption::request);
        while (!interruption.await(1)) {}
        assertThatCode(() -> Thread.sleep(2)).doesNotThrowAnyException();
    }

    @RepeatedTest(20)
    void whoWasToldWhenItAskedIsNotInterruptedAfterwards() {
        user.execute(interruption::request);
        while (!interruption.isRequested()) {
            Thread.onSpinWait();
        }
        assertThatCode(() -> Thread.sleep(2)).doesNotThrowAnyException();
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
