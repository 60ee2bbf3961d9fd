package io.docaxis.producer.fastsend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Kafka's own builder makes of the same records with the same settings is the oracle. */
class BatchCompressionTest {

    private static final long NOW = 1_700_000_000_000L;

    private final Random random = new Random(3);

    static Stream<Map<String, Object>> settings() {
        return Stream.of(
                Map.of("compression.type", "none"),
                Map.of("compression.type", "gzip"),
                Map.of("compression.type", "gzip", "compression.gzip.level", 1),
                Map.of("compression.type", "gzip", "compression.gzip.level", 9),
                Map.of("compression.type", "snappy"),
                Map.of("compression.type", "lz4"),
                Map.of("compression.type", "lz4", "compression.lz4.level", 1),
                Map.of("compression.type", "zstd"),
                Map.of("compression.type", "zstd", "compression.zstd.level", -3),
                Map.of("compression.type", "zstd", "compression.zstd.level", 15));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void compressesABatchAsKafkaDoes(Map<String, Object> settings) {
        BatchCompression compression =
                BatchCompression.of(new AbstractConfig(ProducerConfig.configDef(), withSerializers(settings), false));
        CompressionType type =
                CompressionType.forName(settings.get("compression.type").toString());
        for (int count : new int[] {500, 5_000, 40}) {
            List<SimpleRecord> records = records(count);
            DefaultRecordBatch batch = only(compression.compressed(batch(Compression.NONE, records)));
            MemoryRecords kafkas = batch(kafkas(type, settings), records);
            batch.ensureValid();
            assertThat(batch.compressionType()).isEqualTo(type);
            assertThat(header(batch)).isEqualTo(header(only(kafkas)));
            assertThat(texts(batch)).isEqualTo(texts(only(kafkas)));
            // they write a record at a time, we all at once
            assertThat(batch.sizeInBytes()).isCloseTo(kafkas.sizeInBytes(), Percentage.withPercentage(1));
        }
    }

    @ParameterizedTest
    @EnumSource(CompressionType.class)
    void leavesABatchThatWouldNotGetSmaller(CompressionType type) {
        BatchCompression compression = new BatchCompression(Compression.of(type).build());
        byte[] noise = new byte[100_000];
        random.nextBytes(noise);
        for (SimpleRecord record : List.of(new SimpleRecord(NOW, new byte[0]), new SimpleRecord(NOW, noise))) {
            MemoryRecords sent = batch(Compression.NONE, List.of(record));
            assertThat(compression.compressed(sent)).isSameAs(sent);
        }
    }

    @ParameterizedTest
    @EnumSource(CompressionType.class)
    void leavesTheBatchAsItWasToBeSentAgain(CompressionType type) {
        BatchCompression compression = new BatchCompression(Compression.of(type).build());
        MemoryRecords sent = batch(Compression.NONE, records(300));
        ByteBuffer before =
                ByteBuffer.allocate(sent.sizeInBytes()).put(sent.buffer()).flip();
        ByteBuffer first = compression.compressed(sent).buffer();
        compression.compressed(batch(Compression.NONE, records(1_000)));
        assertThat(sent.buffer()).isEqualTo(before);
        assertThat(compression.compressed(sent).buffer()).isEqualTo(first);
    }

    private static Compression kafkas(CompressionType type, Map<String, Object> settings) {
        Object level = settings.get("compression." + type.name + ".level");
        return switch (type) {
            case GZIP ->
                Compression.gzip()
                        .level(level == null ? type.defaultLevel() : (int) level)
                        .build();
            case LZ4 ->
                Compression.lz4()
                        .level(level == null ? type.defaultLevel() : (int) level)
                        .build();
            case ZSTD ->
                Compression.zstd()
                        .level(level == null ? type.defaultLevel() : (int) level)
                        .build();
            default -> Compression.of(type).build();
        };
    }

    private static Map<String, Object> withSerializers(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        all.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        all.put("bootstrap.servers", "localhost:1");
        return all;
    }

    private List<SimpleRecord> records(int count) {
        List<SimpleRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] value = new byte[60 + random.nextInt(9)];
            value[random.nextInt(value.length)] = (byte) random.nextInt();
            records.add(new SimpleRecord(NOW + random.nextInt(20), new byte[] {1, 2, (byte) i}, value));
        }
        return records;
    }

    private static MemoryRecords batch(Compression compression, List<SimpleRecord> records) {
        MemoryRecordsBuilder builder = MemoryRecords.builder(
                ByteBuffer.allocate(1 << 20),
                RecordBatch.CURRENT_MAGIC_VALUE,
                compression,
                TimestampType.CREATE_TIME,
                0,
                RecordBatch.NO_TIMESTAMP,
                77,
                (short) 3,
                40);
        records.forEach(builder::append);
        return builder.build();
    }

    private static DefaultRecordBatch only(MemoryRecords records) {
        List<MutableRecordBatch> batches = new ArrayList<>();
        records.batches().forEach(batches::add);
        assertThat(batches).hasSize(1);
        return (DefaultRecordBatch) batches.get(0);
    }

    /** All that it says but for its size and checksum. */
    private static String header(DefaultRecordBatch batch) {
        return batch.baseOffset() + " " + batch.lastOffset() + " " + batch.countOrNull() + " " + batch.baseTimestamp()
                + " " + batch.maxTimestamp() + " " + batch.timestampType() + " " + batch.compressionType() + " "
                + batch.producerId() + " " + batch.producerEpoch() + " " + batch.baseSequence() + " "
                + batch.isTransactional() + " " + batch.isControlBatch() + " " + batch.partitionLeaderEpoch() + " "
                + batch.deleteHorizonMs();
    }

    private static List<String> texts(DefaultRecordBatch batch) {
        List<String> texts = new ArrayList<>();
        for (Record record : batch) {
            texts.add(record.offset() + " " + record.timestamp() + " " + record.sequence() + " " + record.key() + " "
                    + record.value().hashCode() + " " + record.headers().length);
        }
        return texts;
    }
}
