package io.docaxis.producer.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.PaddingPool;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.EventEncoder;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.internals.ByteBufferOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Kafka's compressors make of a batch of padded events. */
class PaddingCompressionTest {

    private static final int BATCH = 256 << 10;
    private static final int SIZE = 1000;

    @ParameterizedTest
    @EnumSource(
            value = CompressionType.class,
            names = {"GZIP", "SNAPPY", "LZ4", "ZSTD"})
    void randomPaddingIsNotCompressed(CompressionType type) throws IOException {
        byte[] padding = new byte[BATCH];
        PaddingPool.random(1).copy(PaddingPool.LENGTH - 1000, padding, 0, BATCH);
        assertThat(ratio(type, padding)).isGreaterThan(0.999);

        double events = ratio(type, batch(EventFormat.PROTOBUF, Padding.RANDOM));
        System.out.printf("%s: events of 1 KB are compressed to %.3f%n", type.name, events);
        assertThat(events).isGreaterThan(0.97);
    }

    /** JSON has no characters of eight bits. */
    @ParameterizedTest
    @EnumSource(
            value = CompressionType.class,
            names = {"GZIP", "SNAPPY", "LZ4", "ZSTD"})
    void randomPaddingOfJsonIsHardlyCompressed(CompressionType type) throws IOException {
        byte[] padding = new byte[BATCH];
        PaddingPool.printable(1).copy(PaddingPool.LENGTH - 1000, padding, 0, BATCH);
        double ratio = ratio(type, padding);
        System.out.printf("%s: padding of JSON is compressed to %.3f%n", type.name, ratio);
        assertThat(ratio).isGreaterThan(type == CompressionType.GZIP || type == CompressionType.ZSTD ? 0.8 : 0.999);
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionType.class,
            names = {"GZIP", "SNAPPY", "LZ4", "ZSTD"})
    void textIsCompressedAsTextIs(CompressionType type) throws IOException {
        double events = ratio(type, batch(EventFormat.PROTOBUF, Padding.TEXT));
        System.out.printf("%s: events of 1 KB, padded with text, are compressed to %.3f%n", type.name, events);
        assertThat(events).isBetween(0.1, 0.7);
    }

    private static byte[] batch(EventFormat format, Padding padding) {
        Scenario scenario = Scenarios.read("quiet-day");
        World world = new World(scenario, scenario.seed());
        Emission emission = new Emission(world, 0, 1, new Ledger(world));
        EventForm form = EventForm.of(format, Optional.of(RecordSize.fixed(SIZE)), padding, EventHeaders.NONE, world);
        EventEncoder encoder = new EventEncoder(0x0123456789abcdefL, 0, form);
        Delivery delivery = new Delivery();
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (long sequence = 1; batch.size() < BATCH && emission.next(delivery); sequence++) {
            encoder.envelope(sequence, delivery.emittedAt, 1_795_867_200_000_000_000L + sequence * 50_000);
            if (delivery.damage == Damage.NONE) {
                byte[] value = encoder.encode(delivery).toBytes();
                assertThat(value.length).isGreaterThanOrEqualTo(SIZE);
                batch.writeBytes(value);
            }
        }
        assertThat(batch.size()).isGreaterThanOrEqualTo(BATCH);
        return batch.toByteArray();
    }

    private static double ratio(CompressionType type, byte[] bytes) throws IOException {
        ByteBufferOutputStream compressed = new ByteBufferOutputStream(BATCH);
        try (OutputStream out =
                Compression.of(type).build().wrapForOutput(compressed, RecordBatch.CURRENT_MAGIC_VALUE)) {
            out.write(bytes);
        }
        return (double) compressed.position() / bytes.length;
    }
}
