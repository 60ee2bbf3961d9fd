package io.docaxis.simulator.verdict;

/**
 * How much was compared.
 *
 * @param cells in all rollups, by count, fingerprint, sum of lateness and how that is spread
 * @param obligations expected by the ledger
 * @param documents expected by the ledger
 * @param dispatches expected by the ledger
 * @param records of documents, statuses and damaged bytes that the ledger expects the consumers to have judged
 */
public record Compared(int cells, long obligations, long documents, long dispatches, long records) {}
