/**
 * What is known of a prefix from its cluster, asked for once a second: sums over its tally. Start reading at {@link
 * io.docaxis.monitor.figures.Figures}; {@code FigureMetric} names them for Prometheus.
 */
package io.docaxis.monitor.figures;
