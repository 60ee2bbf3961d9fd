package io.docaxis.simulator.command;

import io.docaxis.common.kafka.TopicSetup;
import picocli.CommandLine.Option;

/** What to do with a prefix that has been used. */
final class PrefixOptions {

    @Option(names = "--fresh", description = "Delete the prefix's topics first, and begin anew.")
    boolean fresh;

    @Option(names = "--resume", description = "Go on where an earlier start of the same run ended.")
    boolean resume;

    /** @throws UsageException if both are asked for */
    void check() {
        if (fresh && resume) {
            throw new UsageException(
                    "--fresh and --resume: want one of them, for the first deletes what the second needs");
        }
    }

    /**
     * Makes sure that the topics are there.
     *
     * @param partitions 0: as they are, or the default
     * @return how many partitions the events topic has
     */
    int ensure(TopicSetup setup, int partitions) {
        if (fresh) {
            setup.delete();
        }
        return setup.ensure(partitions);
    }
}
