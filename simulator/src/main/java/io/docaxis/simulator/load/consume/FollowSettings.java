package io.docaxis.simulator.load.consume;

import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Which group is followed, and how.
 *
 * @param topic of the load: how the group does in others does not count
 * @param readsCommitted whether it reads what is committed alone, which Kafka does not say
 * @param clockNs the process' one clock: nanoseconds since 1970
 * @param samples given what each look found, once a second, by the thread that asks
 * @param patience a group that has something to read and commits nothing for so long stands still
 */
public record FollowSettings(
        Cluster cluster,
        String group,
        String topic,
        boolean readsCommitted,
        LongSupplier clockNs,
        Consumer<GroupSample> samples,
        Duration patience) {}
