package io.docaxis.simulator.selftest;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.process.TopicRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A finished run as it stands in its topics, to be played again under other prefixes: the same bytes in the same order, and so
 * at the same offsets where nothing is left out.
 */
public final class Recording {

    /** What becomes of a record on its way: its value, another one, or null where it is left out. */
    public interface Edit extends Function<ConsumerRecord<byte[], byte[]>, byte[]> {}

    private static final Edit NONE = ConsumerRecord::value;

    private final List<ConsumerRecord<byte[], byte[]>> events;
    private final List<ConsumerRecord<byte[], byte[]>> ledger;
    private final Map<Integer, Long> ends;

    private Recording(List<ConsumerRecord<byte[], byte[]>> events, List<ConsumerRecord<byte[], byte[]>> ledger) {
        this.events = events;
        this.ledger = ledger;
        this.ends = events.stream().collect(Collectors.groupingBy(ConsumerRecord::partition, Collectors.counting()));
    }

    /** Reads a run that has ended. */
    public static Recording of(Cluster cluster, Topics topics) {
        return new Recording(TopicRecords.read(cluster, topics.events()), TopicRecords.read(cluster, topics.ledger()));
    }

    public List<ConsumerRecord<byte[], byte[]>> events() {
        return events;
    }

    /** How much of its partition comes before a record of the events, in percent. */
    int percentBefore(ConsumerRecord<byte[], byte[]> event) {
        return (int) (event.offset() * 100 / ends.get(event.partition()));
    }

    public void copyEvents(Cluster cluster, Topics to, Edit edit) throws InterruptedException {
        copy(cluster, events, to.events(), edit);
    }

    /** The truth is always copied as it is. */
    public void copyLedger(Cluster cluster, Topics to) throws InterruptedException {
        copy(cluster, ledger, to.ledger(), NONE);
    }

    private static void copy(Cluster cluster, List<ConsumerRecord<byte[], byte[]>> records, String topic, Edit edit)
            throws InterruptedException {
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> read : records) {
            byte[] value = edit.apply(read);
            if (value != null) {
                copies.add(new ProducerRecord<>(
                        topic, read.partition(), read.timestamp(), read.key(), value, read.headers()));
            }
        }
        TopicRecords.write(cluster, copies);
    }
}
