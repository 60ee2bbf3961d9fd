package io.docaxis.simulator.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.simulator.process.Procfs.ThreadWait;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunQueueTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void saysWhichShareOfWallTimeEachGroupOfThreadsWaited() {
        RunQueue before = look(
                0,
                new ThreadWait(1, "docaxis-source-", SECOND, SECOND),
                new ThreadWait(2, "docaxis-source-", SECOND, 0),
                new ThreadWait(3, "kafka-producer-", SECOND, 0),
                new ThreadWait(4, "GC Thread#0", SECOND, 0));
        RunQueue after = look(
                10 * SECOND,
                new ThreadWait(1, "docaxis-source-", 3 * SECOND, 2 * SECOND),
                new ThreadWait(2, "docaxis-source-", 3 * SECOND, 3 * SECOND),
                new ThreadWait(3, "kafka-producer-", 3 * SECOND, SECOND / 2),
                new ThreadWait(4, "GC Thread#0", 3 * SECOND, 9 * SECOND),
                new ThreadWait(5, "kafka-producer-", 3 * SECOND, 9 * SECOND));

        assertThat(after.since(before))
                .containsEntry("docaxis-source-", OptionalDouble.of(0.2))
                .containsEntry("kafka-producer-network-thread", OptionalDouble.of(0.05));
        assertThat(after.worstSince(before)).hasValue(0.2);
    }

    @Test
    void isUnknownWhereTheSystemDoesNotSay() {
        RunQueue silent = look(0);
        RunQueue zeros = look(SECOND, new ThreadWait(1, "docaxis-source-", 0, 0));

        assertThat(zeros.worstSince(silent)).isEmpty();
        assertThat(zeros.since(silent)).isEmpty();
    }

    @Test
    void knowsANameThatWasShortenedInItsMiddle() {
        assertThat(look(0, new ThreadWait(1, "kafka-p..read-1", 1, 1)).waits().get("kafka-producer-network-thread"))
                .hasSize(1);
    }

    @Test
    void findsThisProcessesThreads() throws InterruptedException {
        Object forever = new Object();
        Thread source = new Thread(
                () -> {
                    synchronized (forever) {
                        try {
                            forever.wait();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                },
                "docaxis-source-7");
        source.start();
        try {
            if (RunQueue.now(0, RunQueue.SENDERS).waits().isEmpty()) {
                System.out.println("skipped: this system does not say how long threads wait for a processor");
                return;
            }
            // a thread gets its name a moment after it started
            await().untilAsserted(() -> assertThat(
                            RunQueue.now(0, RunQueue.SENDERS).waits().get("docaxis-source-"))
                    .isNotEmpty());
        } finally {
            source.interrupt();
            source.join();
        }
    }

    private static RunQueue look(long atNs, ThreadWait... threads) {
        return RunQueue.of(atNs, List.of(threads), RunQueue.SENDERS);
    }
}
