package io.docaxis.producer.publish;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a source has in the log already: read backwards from each partition's end, in growing windows, until a record of its
 * own turns up. So a restart needs no memory of its own and costs no more than the tail.
 */
final class SourceTail {

    private static final long FIRST_WINDOW = 1_000;
    private static final Duration POLL = Duration.ofMillis(200);

    /** By partition: own last sequence, and whether anything of the own source is there at all. */
    record Found(long[] sequences, boolean[] begun) {
        static Found nothing(int partitions) {
            return new Found(new long[partitions], new boolean[partitions]);
        }
    }

    private final long run;
    private final int source;
    private final EventReader reader = new EventReader();

    SourceTail(long run, int source) {
        this.run = run;
        this.source = source;
    }

    /**
     * Looks through every partition.
     *
     * @throws UsedPrefixException if a record of another run is there
     * @throws ClusterException if the broker does not answer
     */
    Found read(Cluster cluster, Topics topics, int partitions) {
        Found found = Found.nothing(partitions);
        Map<String, Object> settings =
                Map.of("enable.auto.commit", false, "auto.offset.reset", "earliest", "default.api.timeout.ms", 15_000);
        try (var consumer = new KafkaConsumer<>(
                cluster.client(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, partitions)
                    .mapToObj(p -> new TopicPartition(topics.events(), p))
                    .toList();
            Map<TopicPartition, Long> firsts = consumer.beginningOffsets(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            for (TopicPartition partition : all) {
                read(consumer, partition, firsts.get(partition), ends.get(partition), found);
            }
        } catch (KafkaException e) {
            throw Refusal.in(e, topic -> AclOperation.READ, topics.group())
                    .orElseGet(() -> new ClusterException(
                            "topic '" + topics.events() + "' cannot be read: " + e.getMessage(), e));
        }
        return found;
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long first, long end, Found found) {
        consumer.assign(List.of(partition));
        long window = FIRST_WINDOW;
        for (long to = end; to > first && !found.begun[partition.partition()]; window *= 2) {
            long from = Math.max(first, to - window);
            consumer.seek(partition, from);
            while (consumer.position(partition) < to) {
                for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
                    take(read, partition.partition(), found);
                }
            }
            to = from;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> read, int partition, Found found) {
        Header header = read.headers().lastHeader(RecordNumber.HEADER);
        if (header != null) {
            RecordNumber number = RecordNumber.read(header.value());
            if (number != null && number.run() == run && number.source() == source) {
                saw(partition, number.sequence(), found);
            }
            return;
        }
        if (reader.read(read.value()) == EventKind.UNREADABLE) {
            return;
        }
        if (reader.envelope().run != run) {
            throw new UsedPrefixException(
                    "topic '" + read.topic() + "' holds records of another run (offset " + read.offset()
                            + " of partition " + partition + "): use another --prefix, or --fresh to delete them");
        }
        if (reader.envelope().source == source) {
            saw(partition, reader.envelope().sequence, found);
        }
    }

    private static void saw(int partition, long sequence, Found found) {
        found.begun[partition] = true;
        found.sequences[partition] = Math.max(found.sequences[partition], sequence);
    }
}
