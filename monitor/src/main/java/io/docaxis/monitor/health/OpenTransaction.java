package io.docaxis.monitor.health;

/** The transaction that begins at a partition's last stable offset. Since when it is open, a partition's leader does not say. */
public record OpenTransaction(long producerId) {}
