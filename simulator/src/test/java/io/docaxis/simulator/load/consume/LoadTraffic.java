package io.docaxis.simulator.load.consume;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.stream.Traffic;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends documents of one source by hand, each intended for the instant at which it is sent; waits for every answer. */
final class LoadTraffic implements AutoCloseable {

    static final String RUN_ID = "load";
    static final long RUN = Hash.of(RUN_ID);

    private static final long SENT_AT = at("2023-03-07T09:00");
    private static final long ENDS_AT = at("2023-04-01T00:00");

    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();
    private final DocumentSent document = new DocumentSent();
    private final String topic;
    private final long[] sequences;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<?>> answers = new ArrayList<>();
    private long threads;

    LoadTraffic(Cluster cluster, String topic, int partitions) {
        this.topic = topic;
        sequences = new long[partitions];
        envelope.run = RUN;
        producer = new KafkaProducer<>(
                cluster.producer(Map.of(), Map.of("linger.ms", 1)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The start marker, to every partition. */
    void start() {
        for (int partition = 0; partition < sequences.length; partition++) {
            stamp(0, at("2023-03-01T00:00"));
            send(
                    partition,
                    new byte[8],
                    writer.write(
                            envelope,
                            EventKind.RUN_STARTED,
                            Traffic.byVietnamsCalendar()
                                    .setRunId(RUN_ID)
                                    .setStartsAt(at("2023-03-01T00:00"))
                                    .setEndsAt(ENDS_AT)
                                    .setUrgentS(3)
                                    .setVeryUrgentS(2)
                                    .setExpressS(1)
                                    .build()));
        }
        await();
    }

    /** Documents, one partition after another. */
    void documents(int count) {
        for (int i = 0; i < count; i++) {
            int partition = (int) (threads % sequences.length);
            sequences[partition]++;
            document(partition, sequences[partition]);
        }
        await();
    }

    /** A sequence that never comes. */
    void lose(int partition) {
        sequences[partition]++;
    }

    /** One that came before. */
    void repeat(int partition) {
        document(partition, sequences[partition]);
        await();
    }

    private void document(int partition, long sequence) {
        long thread = threads++;
        document.clear();
        document.thread = thread;
        document.signedAt = SENT_AT - 3_600;
        document.sentAt = SENT_AT;
        document.addReceiver(30);
        stamp(sequence, SENT_AT);
        send(partition, ThreadKey.bytes(thread), writer.write(envelope, document));
    }

    /** The end marker, to every partition. */
    void end() {
        for (int partition = 0; partition < sequences.length; partition++) {
            stamp(0, ENDS_AT);
            RunEnded marker = RunEnded.newBuilder()
                    .setRecords(sequences[partition])
                    .setSequence(sequences[partition])
                    .setComplete(true)
                    .build();
            send(partition, new byte[8], writer.write(envelope, EventKind.RUN_ENDED, marker));
        }
        await();
    }

    private void stamp(long sequence, long emittedAt) {
        envelope.sequence = sequence;
        envelope.emittedAt = emittedAt;
        envelope.intendedAtMs = System.currentTimeMillis();
    }

    private void send(int partition, byte[] key, byte[] value) {
        answers.add(producer.send(new ProducerRecord<>(topic, partition, key, value)));
    }

    private void await() {
        try {
            for (Future<?> answer : answers) {
                answer.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        answers.clear();
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }

    @Override
    public void close() {
        producer.close();
    }
}
