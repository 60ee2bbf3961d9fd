package io.docaxis.monitor.group;

import io.docaxis.monitor.health.FirstRecord;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What a share group has still to read of a partition.
 *
 * @param lag records, as Kafka counts them; empty: unknown
 * @param start the record at the offset where the group begins: records after it may have been read, so its age is at most that of
 *     the first that was not
 */
public record SharePartition(TopicPartition partition, OptionalLong lag, FirstRecord start) {}
