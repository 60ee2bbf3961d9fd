package io.docaxis.producer.scenario;

/** A value with a weight. */
public record Weighted(int value, int weight) {}
