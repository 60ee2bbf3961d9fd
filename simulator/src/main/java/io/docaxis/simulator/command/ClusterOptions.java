package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import picocli.CommandLine.Option;

/** Where Kafka is, and under which names. */
class ClusterOptions extends ConnectionOptions {

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "Topics are NAME.events, NAME.tally, … (default: ${DEFAULT-VALUE}).")
    String prefix;

    /** @throws UsageException if the prefix cannot begin the name of a topic */
    final Topics topics() {
        try {
            return new Topics(prefix);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--prefix: " + e.getMessage());
        }
    }
}
