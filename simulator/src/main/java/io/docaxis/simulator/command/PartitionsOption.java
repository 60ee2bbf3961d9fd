package io.docaxis.simulator.command;

import io.docaxis.common.kafka.topic.TopicSetup;
import picocli.CommandLine.Option;

/** How many partitions the events topic gets, for commands that may have to make it. */
final class PartitionsOption {

    /** 0: as it is, or the default. */
    @Option(
            names = "--partitions",
            converter = WholeNumbers.Partitions.class,
            paramLabel = "N",
            description = "Partitions of the events topic, if it has to be created (default: "
                    + TopicSetup.DEFAULT_PARTITIONS + ").")
    int partitions;
}
