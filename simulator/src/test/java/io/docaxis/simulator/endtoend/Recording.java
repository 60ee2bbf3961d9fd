package io.docaxis.simulator.endtoend;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.outside.TopicLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A finished run as it stands in its topics, to be played again under other prefixes: the same bytes in the same order. */
final class Recording {

    /** What becomes of a record on its way: its value, another one, or null where it is left out. */
    interface Edit extends Function<ConsumerRecord<byte[], byte[]>, byte[]> {}

    static final Edit NONE = ConsumerRecord::value;

    private final List<ConsumerRecord<byte[], byte[]>> events;
    private final List<ConsumerRecord<byte[], byte[]>> ledger;
    private final Map<Integer, Long> ends;

    private Recording(List<ConsumerRecord<byte[], byte[]>> events, List<ConsumerRecord<byte[], byte[]>> ledger) {
        this.events = events;
        this.ledger = ledger;
        this.ends = events.stream().collect(Collectors.groupingBy(ConsumerRecord::partition, Collectors.counting()));
    }

    static Recording of(Cluster cluster, Topics topics) {
        return new Recording(TopicLog.read(cluster, topics.events()), TopicLog.read(cluster, topics.ledger()));
    }

    List<ConsumerRecord<byte[], byte[]>> events() {
        return events;
    }

    /** Whether a record of the events is in the first so many percent of its partition. */
    boolean isWithin(ConsumerRecord<byte[], byte[]> event, int percent) {
        return event.offset() * 100 < ends.get(event.partition()) * percent;
    }

    void copyEvents(Cluster cluster, Topics to, Edit edit) throws ExecutionException, InterruptedException {
        copy(cluster, events, to.events(), edit);
    }

    /** The truth is always copied as it is. */
    void copyLedger(Cluster cluster, Topics to) throws ExecutionException, InterruptedException {
        copy(cluster, ledger, to.ledger(), NONE);
    }

    private static void copy(Cluster cluster, List<ConsumerRecord<byte[], byte[]>> records, String topic, Edit edit)
            throws ExecutionException, InterruptedException {
        List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> read : records) {
            byte[] value = edit.apply(read);
            if (value != null) {
                copies.add(new ProducerRecord<>(
                        topic, read.partition(), read.timestamp(), read.key(), value, read.headers()));
            }
        }
        TopicLog.write(cluster, copies);
    }
}
