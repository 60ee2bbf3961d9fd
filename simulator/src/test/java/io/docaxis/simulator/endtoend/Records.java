package io.docaxis.simulator.endtoend;

import io.docaxis.common.kafka.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records to be written by hand. */
final class Records {

    private Records() {}

    /** Writes them in order; returns when the broker has every one. */
    static void write(Cluster cluster, List<ProducerRecord<byte[], byte[]>> records)
            throws ExecutionException, InterruptedException {
        // where a new topic refuses the first batch and takes the second, the first could never follow
        Map<String, Object> oneAtATime = Map.of("max.in.flight.requests.per.connection", 1);
        List<Future<?>> answers = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.client(oneAtATime), new ByteArraySerializer(), new ByteArraySerializer())) {
            records.forEach(written -> answers.add(producer.send(written)));
        }
        for (Future<?> answer : answers) {
            answer.get();
        }
    }
}
