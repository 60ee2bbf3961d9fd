package io.docaxis.consumer.stream;

/**
 * The topics as they were found.
 *
 * @param partitions of the events topic
 * @param batchBytes the largest batch that every topic takes
 */
public record Input(int partitions, int batchBytes) {}
