package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.PartitionQueries;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the logs of partitions begin and end, in one round. Beginnings have to be asked for before the commits that they are
 * compared with, and ends after. Of a partition for which somebody did not answer, nothing more is asked. One thread at a time.
 */
final class PartitionRanges {

    private final PartitionQueries queries;
    private final BiConsumer<TopicPartition, RuntimeException> failures;
    private final Map<TopicPartition, Long> starts = new HashMap<>();
    private final Map<TopicPartition, PartitionRange> ranges = new HashMap<>();
    private final Set<TopicPartition> failed = new HashSet<>();

    /** @param failures told of what is not answered */
    PartitionRanges(PartitionQueries queries, BiConsumer<TopicPartition, RuntimeException> failures) {
        this.queries = queries;
        this.failures = failures;
    }

    /** Asks where they begin, where that was not asked yet. The topics that have any such. */
    Set<String> begin(Collection<TopicPartition> partitions) throws InterruptedException {
        Set<TopicPartition> fresh = new HashSet<>(partitions);
        fresh.removeAll(starts.keySet());
        fresh.removeAll(failed);
        starts.putAll(known(queries.starts(fresh)));
        return fresh.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    /** Asks where they end. */
    void end() throws InterruptedException {
        Map<TopicPartition, Long> stable = known(queries.stableEnds(starts.keySet()));
        Map<TopicPartition, Long> highWatermarks = known(queries.highWatermarks(stable.keySet()));
        highWatermarks.forEach((partition, highWatermark) ->
                ranges.put(partition, new PartitionRange(starts.get(partition), stable.get(partition), highWatermark)));
    }

    private Map<TopicPartition, Long> known(Answers<TopicPartition, Long> answers) {
        answers.failed().forEach((partition, why) -> {
            failed.add(partition);
            failures.accept(partition, why);
        });
        return answers.known();
    }

    /** Empty where anything of it is unknown. */
    Optional<PartitionRange> of(TopicPartition partition) {
        return Optional.ofNullable(ranges.get(partition));
    }

    Map<TopicPartition, PartitionRange> all() {
        return ranges;
    }
}
