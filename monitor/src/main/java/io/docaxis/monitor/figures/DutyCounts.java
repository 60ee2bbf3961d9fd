package io.docaxis.monitor.figures;

/**
 * Duties by how each was first counted: when it was fulfilled, or confirmed overdue. By obligation.
 *
 * @param revisions how often the conclusion of a duty that was counted changed since; that one on time was voided after all is not among them, for no
 *     record says so
 */
record DutyCounts(long[] onTime, long[] late, long[] overdue, long revisions) {}
