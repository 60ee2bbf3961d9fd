package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final AtomicLong nowNs = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final Recent<String, Integer> recent = new Recent<>(Duration.ofSeconds(2), 2, nowNs::get);

    @Test
    void anAnswerStandsForItsTime() throws Exception {
        assertThat(ask("a")).isEqualTo(1);
        nowNs.addAndGet(Duration.ofMillis(1_999).toNanos());
        assertThat(ask("a")).isEqualTo(1);
        nowNs.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(ask("a")).isEqualTo(2);
    }

    @Test
    void theNewestFewAreRemembered() throws Exception {
        assertThat(ask("a")).isEqualTo(1);
        assertThat(ask("b")).isEqualTo(2);
        assertThat(ask("c")).isEqualTo(3);
        assertThat(ask("b")).isEqualTo(2);
        assertThat(ask("a")).as("forgotten").isEqualTo(4);
    }

    @Test
    void aFailureIsNotRemembered() throws Exception {
        assertThatThrownBy(() -> recent.get("a", () -> {
                    throw new UnknownException("no");
                }))
                .isInstanceOf(UnknownException.class)
                .hasMessage("no");
        assertThat(ask("a")).isEqualTo(1);
    }

    @Test
    void whoAsksMeanwhileWaitsForTheSameAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            try {
                recent.get("a", () -> {
                    begun.countDown();
                    goOn.await();
                    return asked.incrementAndGet();
                });
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        first.start();
        begun.await();
        Thread second = new Thread(() -> {
            try {
                ask("a");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.join();
        second.join();
        assertThat(asked).hasValue(1);
    }

    private Integer ask(String what) throws Exception {
        return recent.get(what, asked::incrementAndGet);
    }
}
