package io.docaxis.common.kafka.topic;

import java.util.List;

/**
 * What is known of a prefix's topics once they are there and fit for use.
 *
 * @param partitions of the events topic
 * @param batchBytes the largest batch of records that producers may make: every topic takes it
 * @param warnings what a user should know of topics that others made, in words
 */
public record PreparedTopics(int partitions, int batchBytes, List<String> warnings) {

    /** As full as batches are made where nothing speaks against it: a full one costs the broker hardly more than one of a tenth. */
    public static final int FULL_BATCH = 256 << 10;

    public PreparedTopics {
        warnings = List.copyOf(warnings);
    }

    /** Topics of which nothing else is known. */
    public static PreparedTopics of(int partitions) {
        return new PreparedTopics(partitions, FULL_BATCH, List.of());
    }
}
