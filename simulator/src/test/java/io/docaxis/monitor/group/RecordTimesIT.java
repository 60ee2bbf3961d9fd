package io.docaxis.monitor.group;

import static io.docaxis.monitor.group.GroupsBroker.cluster;
import static io.docaxis.monitor.group.GroupsBroker.create;
import static io.docaxis.monitor.group.GroupsBroker.producer;
import static io.docaxis.monitor.group.GroupsBroker.send;
import static io.docaxis.monitor.group.GroupsBroker.writtenAtMs;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.simulator.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When records were written, where they have to be read. */
@ExtendWith(GroupsBroker.class)
class RecordTimesIT {

    private final List<RuntimeException> failures = new ArrayList<>();

    @Test
    void readsOnePlaceWhileAnotherTakesManyLooks() throws Exception {
        String topic = create("places", 2);
        int aborted = 1_000;
        try (Producer<byte[], byte[]> producer = producer("aborted")) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int offset = 0; offset < aborted; offset++) {
                producer.send(new ProducerRecord<>(topic, 0, writtenAtMs(offset), null, new byte[15_000]));
            }
            producer.flush();
            producer.abortTransaction();
        }
        // after the marker
        int first = aborted + 1;
        try (Producer<byte[], byte[]> producer = producer(null)) {
            send(producer, topic, 0, first, first + 1);
            send(producer, topic, 1, 0, 1);
        }
        RecordPlaces.Place slow = new RecordPlaces.Place(new TopicPartition(topic, 0), 0, first + 1);
        RecordPlaces.Place quick = new RecordPlaces.Place(new TopicPartition(topic, 1), 0, 1);
        try (RecordTimes records = new RecordTimes(cluster(), "read_committed", failures::add)) {
            records.look(List.of(slow));
            assertThat(records.at(slow)).isEqualTo(FirstRecord.UNREAD);
            records.look(List.of(slow, quick));
            assertThat(records.at(quick)).isEqualTo(new FirstRecord.At(0, writtenAtMs(0)));
            Waiting.until("the slow one to be read", () -> {
                records.look(List.of(slow, quick));
                return records.at(slow).equals(new FirstRecord.At(first, writtenAtMs(first)));
            });
        }
    }
}
