package io.docaxis.consumer.stream;

/** The events topic as it was found: with so many partitions. */
public record Input(int partitions) {}
