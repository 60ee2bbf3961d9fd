package io.docaxis.simulator.command;

import io.docaxis.simulator.broker.EmbeddedBroker;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The embedded broker as a process of its own, until it is stopped. */
@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description = "Starts a Kafka broker on this machine's loopback address, until Ctrl-C.",
        footer = {
            "",
            "Example: docaxis broker --keep-data ./broker",
            "         docaxis consume --bootstrap-servers 127.0.0.1:9092 (another terminal)"
        })
final class BrokerCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MS = 60_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            converter = WholeNumbers.Port.class,
            paramLabel = "N",
            defaultValue = "9092",
            description = "Port on loopback; 0: any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private BrokerOptions options;

    private final Interruption interruption;

    BrokerCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (EmbeddedBroker broker = options.start(port, spec.commandLine().getErr())) {
            out.println("Kafka at " + broker.bootstrapServers() + ", data in " + broker.directory()
                    + (options.keepData == null ? " (removed at the end)" : "") + "; Ctrl-C stops it");
            out.flush();
            boolean stop = false;
            while (!stop) {
                stop = interruption.await(LOOK_EVERY_MS);
            }
        }
        out.println("broker stopped");
        return ExitCode.INTERRUPTED;
    }
}
