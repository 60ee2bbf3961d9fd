package io.docaxis.simulator.bench.scale;

import io.docaxis.simulator.process.Usage;

/**
 * A consumer that starts again and reads its state back.
 *
 * @param open dispatches with an obligation that is open or overdue
 * @param readBack records of the changelog, with whatever it has not compacted away
 * @param seconds from having its partitions to having their state, as Kafka Streams says
 * @param usage of the consumer's process, from its start to then
 */
public record Restore(long open, long readBack, double seconds, Usage usage) {

    double openPerSecond() {
        return open / seconds;
    }
}
