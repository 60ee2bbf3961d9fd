package io.docaxis.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.SmallRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter written = new StringWriter();

    @Test
    void writesAPlainLineAtEachPhaseAndEveryFiveSeconds() {
        ProgressLine progress = progress(false, 80);

        progress.show(ProgressSnapshot.of("starting"), 0);
        progress.show(playing(0.25, 0), 1_000);
        progress.show(playing(0.30, 10_000), 2_000);
        progress.show(playing(0.50, 100_000), 6_000);
        progress.show(ProgressSnapshot.of("comparing"), 6_100);

        assertThat(written.toString().lines())
                .containsExactly(
                        "starting",
                        "playing    2023-03-07   25 %  lag 1,234",
                        "playing    2023-03-07   50 %  22,500 events/s  lag 1,234  5 s left",
                        "comparing");
    }

    @Test
    void writesOverOneLineOnATerminal() {
        ProgressLine progress = progress(true, 120);

        progress.show(playing(0.5, 0), 0);
        progress.clear();

        assertThat(written.toString())
                .isEqualTo(
                        "\r\u001B[K\u001B[?7lplaying    2023-03-07  [##########··········]  50 %  lag 1,234\u001B[?7h\r\u001B[K");
    }

    @Test
    void neverWritesMoreThanTheTerminalIsWide() {
        int[] columns = {30, 31, 7, 1};
        int[] looks = {0};
        ProgressLine progress = new ProgressLine(new PrintWriter(written), true, () -> columns[looks[0]++]);

        for (int ignored : columns) {
            progress.show(playing(0.5, 0), 0);
        }

        assertThat(written.toString().split("\r\u001B\\[K\u001B\\[\\?7l"))
                .extracting(line -> line.replace("\u001B[?7h", "").length())
                .containsExactly(0, 29, 30, 6, 0);
    }

    @Test
    void takesTheLineAwayBeforeAnythingIsWrittenToStandardError() {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        ProgressLine progress = new ProgressLine(new PrintWriter(both), true, () -> 80);
        PrintStream err = new PrintStream(StatusLine.clearedBefore(both));

        progress.show(ProgressSnapshot.of("starting"), 0);
        err.println("there is no file 'x'");
        err.println("nor 'y'");
        progress.clear();

        assertThat(both.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001B[K\u001B[?7lstarting\u001B[?7h\r\u001B[Kthere is no file 'x'"
                        + System.lineSeparator() + "nor 'y'" + System.lineSeparator());
    }

    @Test
    void saysHowFarAPacedRunIsBehindItsScheduleWhereThatIsWorthSaying() {
        ProgressLine progress = progress(false, 80);

        progress.show(behind(999), 0);
        progress.show(behind(15_520), 5_000);
        progress.show(behind(84_000), 10_000);

        assertThat(written.toString().lines())
                .containsExactly(
                        "producing", "producing   15.5 s behind schedule", "producing   1 min 24 s behind schedule");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        ProgressLine progress = progress(false, 80);

        progress.show(ProgressSnapshot.of("starting"), 0);

        assertThat(written.toString()).isEqualTo("starting" + System.lineSeparator());
    }

    private ProgressLine progress(boolean terminal, int columns) {
        return new ProgressLine(new PrintWriter(written), terminal, () -> columns);
    }

    private static ProgressSnapshot playing(double share, long events) {
        return new ProgressSnapshot(
                "playing",
                OptionalLong.of(SmallRun.SENT_AT),
                OptionalDouble.of(share),
                OptionalLong.of(events),
                OptionalLong.empty(),
                OptionalLong.of(1_234));
    }

    private static ProgressSnapshot behind(long ms) {
        return new ProgressSnapshot(
                "producing",
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.of(ms),
                OptionalLong.empty());
    }
}
