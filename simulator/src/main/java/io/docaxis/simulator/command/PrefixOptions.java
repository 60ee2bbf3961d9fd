package io.docaxis.simulator.command;

import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine.Option;

/** What to do with a prefix that has been used. */
final class PrefixOptions {

    static final String ONE_OF_THEM = "deletes what --resume needs: want one of them";

    @Option(names = "--fresh", description = "Delete the topics of the prefix first.")
    boolean fresh;

    @Option(names = "--resume", description = "Continue where an earlier start of the same run ended.")
    boolean resume;

    /**
     * Makes sure that the topics are there, anew if that was asked for; what may go wrong with them is told.
     *
     * @param partitions 0: as they are, or the default
     */
    PreparedTopics prepare(TopicSetup setup, int partitions, Set<Purpose> purposes, PrintWriter err) {
        PreparedTopics prepared = fresh ? setup.renew(partitions, purposes) : setup.prepare(partitions, purposes);
        prepared.warnings().forEach(warning -> err.println("warning: " + warning));
        err.flush();
        return prepared;
    }
}
