package io.docaxis.producer.publish;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.SilenceLimit;
import io.docaxis.common.kafka.topic.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a source has in the log already: read backwards from each partition's end, in growing windows, until an event of its
 * own turns up. So a restart needs no memory of its own and costs no more than the tail.
 */
final class SourceTail {

    private static final long FIRST_WINDOW = 1_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * What is there of the own source.
     *
     * @param sequences the last by partition; 0 where there is none
     * @param begun by partition whether anything is there at all
     * @param clockAt how far the source's clock had come, by what the ends of the partitions have; 0 where nothing is there
     */
    record Found(long[] sequences, boolean[] begun, long clockAt) {

        static Found nothing(int partitions) {
            return new Found(new long[partitions], new boolean[partitions], 0);
        }

        void saw(int partition, long sequence) {
            begun[partition] = true;
            sequences[partition] = Math.max(sequences[partition], sequence);
        }
    }

    private final long run;
    private final int source;
    private final EventReader reader = new EventReader();
    private long clockAt;

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
    Found read(Destination from) {
        String events = from.topics().events();
        Found found = Found.nothing(from.prepared().partitions());
        Map<String, Object> settings =
                Map.of("enable.auto.commit", false, "auto.offset.reset", "earliest", "default.api.timeout.ms", 15_000);
        try (var consumer = new KafkaConsumer<>(
                from.cluster().consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, from.prepared().partitions())
                    .mapToObj(p -> new TopicPartition(events, p))
                    .toList();
            Map<TopicPartition, Long> firsts = consumer.beginningOffsets(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            for (TopicPartition partition : all) {
                read(consumer, partition, firsts.get(partition), ends.get(partition), found);
            }
        } catch (KafkaException e) {
            throw Refusal.in(e, topic -> AclOperation.READ, from.topics().group())
                    .orElseGet(() -> new ClusterException("topic '" + events + "' cannot be read: " + Reason.of(e), e));
        }
        return new Found(found.sequences, found.begun, clockAt);
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long first, long end, Found found) {
        consumer.assign(List.of(partition));
        long window = FIRST_WINDOW;
        // ticks alone do not say which sequence was the last: a quiet partition may end with an hour of them
        for (long to = end; to > first && found.sequences[partition.partition()] == 0; window *= 2) {
            long from = Math.max(first, to - window);
            consumer.seek(partition, from);
            SilenceLimit left = new SilenceLimit(PATIENCE, "records of topic '" + partition.topic() + "'");
            while (consumer.position(partition) < to) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                left.after(polled.count());
                for (ConsumerRecord<byte[], byte[]> read : polled) {
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
                found.saw(partition, number.sequence());
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
            found.saw(partition, reader.envelope().sequence);
            clockAt = Math.max(clockAt, reader.envelope().emittedAt);
        }
    }
}
