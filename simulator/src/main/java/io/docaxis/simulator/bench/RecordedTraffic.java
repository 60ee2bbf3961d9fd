package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.publish.PublishResult;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.simulator.process.ChildFailedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The events of a run, kept in a file in the order in which its source sent them, and what came along.
 *
 * @param file see {@link RecordReader}
 * @param settings of the producer that sent them
 * @param payloads lines of letters, as long as values of the run are: what Kafka's own tool sends
 * @param records how many, markers and ticks among them
 * @param bytes of all keys and values
 * @param partitions of the topic they went to
 */
record RecordedTraffic(Path file, Path settings, Path payloads, long records, long bytes, int partitions) {

    private static final int SAMPLES = 10_000;

    /** Plays a world's one source on a stage, through the pipeline's own producer, and keeps what it sends. */
    static RecordedTraffic of(World world, MeasuredStage stage, Path directory) throws IOException {
        Topics topics = new Topics("recorded");
        int partitions = stage.topics(topics);
        Path file = directory.resolve("records.bin");
        Path settings = directory.resolve("producer.properties");
        Map<String, String> recording = new HashMap<>(stage.cluster().properties());
        recording.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, Recorder.class.getName());
        recording.put(Recorder.FILE, file.toString());
        recording.put(Recorder.SETTINGS, settings.toString());
        recording.put(Recorder.TOPIC, topics.events());
        Cluster recorded = new Cluster(stage.cluster().bootstrapServers(), recording);
        RunIdentity run = new RunIdentity(world.scenario(), world.seed(), 1);
        PublishResult result = new Publisher(
                        new Destination(recorded, topics, PreparedTopics.of(partitions)),
                        run,
                        0,
                        Pace.of(Speed.MAX),
                        false,
                        new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO))
                .publish(world);
        if (!result.complete()) {
            throw new ChildFailedException("the run's records could not be made: " + result.failure());
        }
        return measured(file, settings, directory.resolve("payloads.txt"), partitions);
    }

    private static RecordedTraffic measured(Path file, Path settings, Path payloads, int partitions)
            throws IOException {
        long records = 0;
        long bytes = 0;
        try (RecordReader reader = new RecordReader(file)) {
            for (var record = reader.next("counted"); record != null; record = reader.next("counted")) {
                records++;
                bytes += size(record);
            }
        }
        writePayloads(file, payloads, Math.max(1, records / SAMPLES));
        return new RecordedTraffic(file, settings, payloads, records, bytes, partitions);
    }

    /** A line for every so-manieth record. */
    private static void writePayloads(Path file, Path payloads, long every) throws IOException {
        SplittableRandom letters = new SplittableRandom(1);
        try (RecordReader reader = new RecordReader(file);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(payloads))) {
            long number = 0;
            for (var record = reader.next("sampled"); record != null; record = reader.next("sampled")) {
                if (number++ % every == 0) {
                    for (int i = record.value().length; i > 0; i--) {
                        out.write('A' + letters.nextInt(26));
                    }
                    out.write('\n');
                }
            }
        }
    }

    private static int size(ProducerRecord<byte[], byte[]> record) {
        return (record.key() == null ? 0 : record.key().length) + record.value().length;
    }

    double meanBytes() {
        return (double) bytes / records;
    }
}
