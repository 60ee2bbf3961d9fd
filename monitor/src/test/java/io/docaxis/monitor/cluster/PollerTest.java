package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A source says what a script says, line after line; each line is awaited. */
class PollerTest {

    private static final String SILENCE = "silence";
    private static final String UNREADABLE = "unreadable";
    private static final String BROKEN = "broken";
    private static final String HANGS = "hangs";

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    @Test
    void goesOnWithASourceThatIsNotAnswered() throws InterruptedException {
        assertThat(play(SILENCE, "one", SILENCE, "two"))
                .containsExactly("opened", SILENCE, "one", SILENCE, "two", "closed");
    }

    @Test
    void goesOnWithASourceThatReadWhatItCannotRead() throws InterruptedException {
        assertThat(play(UNREADABLE, "one")).containsExactly("opened", UNREADABLE, "one", "closed");
    }

    @Test
    void opensAnotherForASourceThatBroke() throws InterruptedException {
        assertThat(play("one", BROKEN, "two"))
                .containsExactly("opened", "one", BROKEN, "closed", "opened", "two", "closed");
    }

    @Test
    void endsASourceThatHangs() throws InterruptedException {
        assertThat(play("one", HANGS)).containsExactly("opened", "one", HANGS, "closed");
    }

    /** Everything that happens until the script is at its end and asking is closed. */
    private List<String> play(String... script) throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>(List.of(script));
        Poller<String> asking = new Poller<>("test", () -> new Scripted(lines), Clock.SYSTEM, Duration.ofMillis(1));
        asking.start();
        List<String> all = new java.util.ArrayList<>();
        while (all.isEmpty() || !all.get(all.size() - 1).equals(script[script.length - 1])) {
            String next = happened.poll(120, TimeUnit.SECONDS);
            assertThat(next).as("the next thing to happen after " + all).isNotNull();
            all.add(next);
        }
        asking.close();
        happened.drainTo(all);
        assertThat(asking.newest().get()).isEmpty();
        assertThat(asking.newest().problem()).contains("nobody asks for it any more");
        return all;
    }

    private final class Scripted implements PolledSource<String> {

        static final String IDLE = "idle";

        private final BlockingQueue<String> lines;

        Scripted(BlockingQueue<String> lines) {
            this.lines = lines;
            happened.add("opened");
        }

        @Override
        public String read() throws InterruptedException {
            String line = lines.poll();
            if (line == null) {
                return IDLE;
            }
            happened.add(line);
            switch (line) {
                case SILENCE -> throw new UnansweredException("anything", null);
                case UNREADABLE -> throw new UnreadableException("anything");
                case BROKEN -> throw new NoClassDefFoundError("a/Missing");
                case HANGS -> TimeUnit.DAYS.sleep(1);
                default -> {
                    // is said
                }
            }
            return line;
        }

        @Override
        public void close() {
            happened.add("closed");
        }
    }
}
