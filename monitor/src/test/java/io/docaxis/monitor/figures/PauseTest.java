package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.monitor.cluster.UnreadableException;
import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {

    private final MockClock clock = new MockClock();
    private final Pause pause = new Pause(clock, Duration.ofMinutes(1));

    @Test
    void isOverBeforeItBegan() {
        assertThatCode(pause::requireOver).doesNotThrowAnyException();
    }

    @Test
    void theFailureStandsForItsTime() {
        RuntimeException failure = new UnreadableException("bytes");
        pause.begin(failure);
        clock.add(Duration.ofSeconds(59));
        assertThatThrownBy(pause::requireOver).isSameAs(failure);
        clock.add(Duration.ofSeconds(1));
        assertThatCode(pause::requireOver).doesNotThrowAnyException();
    }

    @Test
    void endsBeforeItsTime() {
        pause.begin(new UnreadableException("bytes"));
        pause.end();
        assertThatCode(pause::requireOver).doesNotThrowAnyException();
    }
}
