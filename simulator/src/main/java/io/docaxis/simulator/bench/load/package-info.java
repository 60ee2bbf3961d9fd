/** What {@code load} costs beside Kafka alone: how fast it sends and proves, what latency it adds, and how well it keeps its schedule. */
package io.docaxis.simulator.bench.load;
