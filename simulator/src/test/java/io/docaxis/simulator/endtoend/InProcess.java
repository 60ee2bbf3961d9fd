package io.docaxis.simulator.endtoend;

import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.command.DocaxisCommand;
import io.docaxis.simulator.command.Interruption;
import io.docaxis.simulator.terminal.StandardOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A command line that was run to its end in the process of the test: a second instead of the three of a process. */
final class InProcess {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    InProcess(String command, EmbeddedBroker broker, String prefix) {
        exitCode = execute(out, command, broker, prefix);
    }

    private InProcess(OutputStream to, String command, EmbeddedBroker broker, String prefix) {
        exitCode = execute(to, command, broker, prefix);
    }

    /** The same where nothing can be printed. */
    static InProcess onFullOutput(String command, EmbeddedBroker broker, String prefix) {
        return new InProcess(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                command,
                broker,
                prefix);
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString();
    }

    private int execute(OutputStream to, String command, EmbeddedBroker broker, String prefix) {
        return DocaxisCommand.execute(
                Interruption.ofNothing(),
                StandardOutput.to(to),
                new PrintWriter(err),
                Stream.concat(
                                Stream.of(command.split(" ")),
                                Stream.of("--bootstrap-servers", broker.bootstrapServers(), "--prefix", prefix))
                        .toArray(String[]::new));
    }
}
