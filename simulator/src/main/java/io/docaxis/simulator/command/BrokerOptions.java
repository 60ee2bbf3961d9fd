package io.docaxis.simulator.command;

import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a user can choose about the embedded broker, but for its port. */
final class BrokerOptions {

    @Option(
            names = "--keep-data",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description =
                    "Keep the embedded broker's data in DIR (default: a temporary directory, removed at the end).")
    Path keepData;

    /**
     * Starts the broker; if it can no longer work, the user is told why and the process ends.
     *
     * @param port 0: any free one
     */
    EmbeddedBroker start(int port, PrintWriter err) {
        return EmbeddedBroker.start(settings(port), why -> end(why, err));
    }

    /** @throws UsageException if a value is out of range */
    void check(int port) {
        settings(port);
    }

    private BrokerSettings settings(int port) {
        try {
            return new BrokerSettings(port, keepData);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Nothing that needs the broker can stop cleanly any more. */
    private static void end(String why, PrintWriter err) {
        err.println();
        err.println(why);
        err.flush();
        Runtime.getRuntime().halt(ExitCode.ENVIRONMENT);
    }
}
