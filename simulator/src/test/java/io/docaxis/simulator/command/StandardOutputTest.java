package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.simulator.terminal.OutputLostException;
import io.docaxis.simulator.terminal.StandardOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {

    private static final String FULL = "No space left on device";
    private static final String CLOSED = "Broken pipe";

    private final StringWriter err = new StringWriter();

    /** Takes so many bytes, then none. */
    private static final class Narrow extends OutputStream {
        private final String trouble;
        private int room;

        Narrow(String trouble, int room) {
            this.trouble = trouble;
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            if (room-- <= 0) {
                throw new IOException(trouble);
            }
        }
    }

    /** Everything that prints before it needs anything else: whatever prints later does it through the same stream. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "version",
                "run --help",
                "produce --help",
                "consume --help",
                "verify --help",
                "broker --help",
                "bench --help",
                "bench scale --help",
                "bench lag --help",
                "bench load --help",
                "drill --help",
                "scenario --help",
                "scenario list",
                "scenario show quiet-day",
                "scenario check quiet-day",
                "generate-completion",
                "run quiet-day",
                "drill kill-consumer",
                "bench --documents 1000"
            })
    void endsEveryCommandThatNobodyCanRead(String command) {
        assertThat(execute(new Narrow(FULL, 0), command)).as(command).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString())
                .isEqualTo("standard output: cannot be written (No space left on device); the command ends here\n");
        err.getBuffer().setLength(0);

        assertThat(execute(new Narrow(CLOSED, 3), command)).as(command).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(err.toString())
                .isEqualTo("standard output: whoever read it has gone (closed pipe); the command ends here\n");
    }

    @Test
    void saysInterruptedWhereTheReaderWentWithTheSameCtrlC() {
        Interruption interruption = new Interruption();
        interruption.request();

        int code = DocaxisCommand.execute(
                interruption, StandardOutput.to(new Narrow(CLOSED, 0)), new PrintWriter(err), "scenario", "list");

        assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void tellsOfTheFirstFailureAndDropsWhatFollows() {
        PrintWriter out = StandardOutput.to(new Narrow(FULL, 4));
        out.println("abc");

        assertThatThrownBy(() -> out.println("def")).isInstanceOf(OutputLostException.class);
        out.println("ghi");
        out.flush();
    }

    @Test
    void writesUtf8AtEachLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput.to(bytes).printf("Hà Nội ÷ 2%n");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("Hà Nội ÷ 2" + System.lineSeparator());
    }

    private int execute(OutputStream to, String command) {
        return DocaxisCommand.execute(
                new Interruption(), StandardOutput.to(to), new PrintWriter(err), command.split(" "));
    }
}
