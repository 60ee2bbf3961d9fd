package io.docaxis.monitor.health;

/**
 * The transaction that begins at a partition's last stable offset.
 *
 * @param sinceMs wall clock, as the broker says
 */
public record OpenTransaction(long producerId, long sinceMs) {}
