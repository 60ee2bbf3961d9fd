package io.docaxis.simulator.load.consume;

import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is counted, and how.
 *
 * @param cluster its properties, those for consumers among them, go to the consumers
 * @param topic of the events
 * @param run hash of the run id: records of others are counted apart
 * @param sources of the run that are counted; events of the others are foreign: each shard of a load counts its own
 * @param threads each with a consumer of its own and its part of the partitions; more than partitions are not started
 * @param heads makes what reads the format, one for each thread
 * @param clockNs the process' one clock: nanoseconds since 1970
 * @param polls hears which events polls brought
 * @param patience who has something to read and has not got on for so long stands still
 */
public record CountSettings(
        Cluster cluster,
        String topic,
        long run,
        IntPredicate sources,
        int threads,
        Supplier<HeadReader> heads,
        LongSupplier clockNs,
        LatencySink sink,
        PollListener polls,
        Duration patience) {

    /** @throws IllegalArgumentException if a value is out of range */
    public CountSettings {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("counting threads " + threads + ": want 1 to 64");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience " + patience + ": want more than nothing");
        }
    }
}
