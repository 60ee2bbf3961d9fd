package io.docaxis.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalWidthTest {

    private String size = "40 120\n";
    private int asked;
    private long nowNs = Long.MAX_VALUE;
    private final TerminalWidth width = new TerminalWidth(
            () -> {
                asked++;
                return size;
            },
            () -> nowNs);

    @Test
    void followsATerminalThatBecomesNarrower() {
        assertThat(width.getAsInt()).isEqualTo(120);
        size = "40 33\n";
        nowNs += TimeUnit.MILLISECONDS.toNanos(999);
        assertThat(width.getAsInt()).isEqualTo(120);
        nowNs += TimeUnit.MILLISECONDS.toNanos(1);
        assertThat(width.getAsInt()).isEqualTo(33);
        assertThat(asked).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0", "40", "stty: standard input: Inappropriate ioctl", "40 99999999999"})
    void staysAtWhatWasKnownWhereNobodyCanTell(String answer) {
        size = answer;
        assertThat(width.getAsInt()).isEqualTo(TerminalWidth.USUAL);
        size = "24 50";
        nowNs += TimeUnit.SECONDS.toNanos(1);
        assertThat(width.getAsInt()).isEqualTo(50);
        size = answer;
        nowNs += TimeUnit.SECONDS.toNanos(1);
        assertThat(width.getAsInt()).isEqualTo(50);
    }

    @Test
    void isTheUsualOneWhereNothingCanBeAsked() {
        TerminalWidth unknown = new TerminalWidth(
                () -> {
                    throw new IOException("no stty");
                },
                () -> nowNs);
        assertThat(unknown.getAsInt()).isEqualTo(TerminalWidth.USUAL);
    }
}
