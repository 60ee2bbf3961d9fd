package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.TopicSetup;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where Kafka is, and under which names. */
final class ClusterOptions {

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT,…", description = "An existing Kafka cluster.")
    String bootstrapServers;

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = "Kafka client properties (TLS, SASL, …), as Kafka's own tools take them.")
    Path clientConfig;

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "Topics are NAME.events, NAME.tally, … (default: ${DEFAULT-VALUE}).")
    String prefix;

    @Option(
            names = "--partitions",
            converter = WholeNumbers.Partitions.class,
            paramLabel = "N",
            description = "Partitions of the events topic where it has to be made (default: "
                    + TopicSetup.DEFAULT_PARTITIONS + ").")
    int partitions;

    /** @throws UsageException if the prefix cannot begin the name of a topic */
    Topics topics() {
        try {
            return new Topics(prefix);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--prefix: " + e.getMessage());
        }
    }

    boolean isGiven() {
        return bootstrapServers != null;
    }

    /**
     * The cluster that the user named.
     *
     * @throws UsageException if none was
     */
    Cluster cluster() {
        if (!isGiven()) {
            throw new UsageException(
                    "--bootstrap-servers HOST:PORT is missing: which Kafka? ('docaxis broker' starts one)");
        }
        return Cluster.of(bootstrapServers, clientConfig);
    }

    /** Wanted partitions, 0 where the user left it open. */
    int partitions() {
        if (partitions < 0 || partitions > 1_000) {
            throw new UsageException("--partitions " + partitions + ": want 1 to 1000");
        }
        return partitions;
    }
}
