/**
 * What is known of a run from its cluster, asked for once a second: its lag, and sums over its tally. Start reading at {@link
 * io.docaxis.monitor.figures.Figures}; {@code FigureMetric} names them for Prometheus.
 */
package io.docaxis.monitor.figures;
