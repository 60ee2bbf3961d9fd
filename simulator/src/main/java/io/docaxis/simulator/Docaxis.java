package io.docaxis.simulator;

import io.docaxis.simulator.command.DocaxisCommand;
import io.docaxis.simulator.command.Interruption;
import io.docaxis.simulator.command.StandardOutput;
import io.docaxis.simulator.process.Parent;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The process: runs one command line and ends with its exit code. */
public final class Docaxis {

    private Docaxis() {}

    public static void main(String[] arguments) {
        // of all languages that a machine may speak, Turkish alone has two letters where Kafka's names have an I
        Locale.setDefault(Locale.ROOT);
        Parent.endWithIt();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Interruption interruption = Interruption.ofThisProcess();
        int code = DocaxisCommand.execute(interruption, StandardOutput.ofThisProcess(), errors(), arguments);
        interruption.finished();
        System.exit(code);
    }

    /** UTF-8 whatever the machine's locale says. */
    private static PrintWriter errors() {
        return new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }
}
