package io.docaxis.simulator.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.simulator.process.Procfs;
import io.docaxis.simulator.process.Procfs.ThreadWait;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunQueueTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void saysHowTheSendingThreadThatWaitedMostDid() {
        RunQueue before = look(
                0,
                new ThreadWait(1, "docaxis-source-", SECOND, SECOND, 10),
                new ThreadWait(2, "docaxis-source-", SECOND, 0, 10),
                new ThreadWait(3, "kafka-producer-", SECOND, 0, 10),
                new ThreadWait(4, "GC Thread#0", SECOND, 0, 10));
        RunQueue after = look(
                10 * SECOND,
                new ThreadWait(1, "docaxis-source-", 3 * SECOND, 2 * SECOND, 20),
                new ThreadWait(2, "docaxis-source-", 3 * SECOND, 3 * SECOND, 1_010),
                new ThreadWait(3, "kafka-producer-", 3 * SECOND, SECOND / 2, 20),
                new ThreadWait(4, "GC Thread#0", 3 * SECOND, 9 * SECOND, 20),
                new ThreadWait(5, "kafka-producer-", 3 * SECOND, 9 * SECOND, 20));

        assertThat(after.worstSince(before)).contains(new RunQueue.Wait(0.3, 3_000));
    }

    @Test
    void isUnknownWhereTheSystemDoesNotSay() {
        RunQueue silent = look(0);
        RunQueue zeros = look(SECOND, new ThreadWait(1, "docaxis-source-", 0, 0, 0));

        assertThat(zeros.worstSince(silent)).isEmpty();
        assertThat(zeros.threads()).isEmpty();
    }

    @Test
    void knowsANameThatWasShortenedInItsMiddle() {
        assertThat(look(0, new ThreadWait(1, "kafka-p..read-1", 1, 1, 1)).threads())
                .containsKey(1L);
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
            if (Procfs.threadWaits(ProcessHandle.current().pid()).stream().allMatch(thread -> thread.runNs() == 0)) {
                System.out.println("skipped: this system does not say how long threads wait for a processor");
                return;
            }
            // a thread gets its name a moment after it started
            await().untilAsserted(() -> assertThat(RunQueue.now(0).threads().values())
                    .extracting(ThreadWait::name)
                    .contains("docaxis-source-"));
        } finally {
            source.interrupt();
            source.join();
        }
    }

    private static RunQueue look(long atNs, ThreadWait... threads) {
        return RunQueue.of(atNs, List.of(threads));
    }
}
