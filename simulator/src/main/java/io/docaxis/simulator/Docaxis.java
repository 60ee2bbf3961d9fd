package io.docaxis.simulator;

import io.docaxis.simulator.command.DocaxisCommand;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.command.Interruption;
import io.docaxis.simulator.command.OutOfMemory;
import io.docaxis.simulator.logging.LogLevels;
import io.docaxis.simulator.process.Limits;
import io.docaxis.simulator.process.Parent;
import io.docaxis.simulator.terminal.StandardOutput;
import io.docaxis.simulator.terminal.StatusLine;
import io.docaxis.simulator.terminal.TextOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The process: runs one command line and ends with its exit code. */
public final class Docaxis {

    private Docaxis() {}

    public static void main(String[] arguments) {
        // of all languages that a machine may speak, Turkish alone has two letters where Kafka's names have an I
        Locale.setDefault(Locale.ROOT);
        Limits.problem().ifPresent(why -> end(why, ExitCode.ENVIRONMENT));
        LogLevels.problem().ifPresent(why -> end(why, ExitCode.USAGE));
        Parent.endWithIt();
        Charset charset = TextOutput.charset();
        // logging writes there, too
        System.setErr(new PrintStream(errors(), true, charset));
        OutOfMemory.watchThreads();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Interruption interruption = Interruption.ofThisProcess();
        int code = DocaxisCommand.execute(
                interruption, StandardOutput.ofThisProcess(charset), TextOutput.writer(errors(), charset), arguments);
        interruption.finished();
        System.exit(code);
    }

    private static OutputStream errors() {
        return StatusLine.clearedBefore(new FileOutputStream(FileDescriptor.err));
    }

    private static void end(String why, int code) {
        System.err.println(why);
        System.exit(code);
    }
}
