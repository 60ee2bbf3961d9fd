package io.docaxis.producer.fastsend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.internals.ByteBufferOutputStream;

/** Compresses whole batches as Kafka's producer with the same settings would. Not thread-safe. */
final class BatchCompression {

    /** The most by which a compression of Kafka's makes a batch of a given size longer before it is given up. */
    private static final int SLACK = 1 << 10;

    private static final int HEADER = DefaultRecordBatch.RECORD_BATCH_OVERHEAD;

    private final Compression compression;
    private ByteBuffer room = ByteBuffer.allocate(0);

    BatchCompression(Compression compression) {
        this.compression = compression;
    }

    /** As a producer's settings have it. */
    static BatchCompression of(AbstractConfig settings) {
        CompressionType type = CompressionType.forName(settings.getString(ProducerConfig.COMPRESSION_TYPE_CONFIG));
        return new BatchCompression(
                switch (type) {
                    case GZIP ->
                        Compression.gzip()
                                .level(settings.getInt(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG))
                                .build();
                    case LZ4 ->
                        Compression.lz4()
                                .level(settings.getInt(ProducerConfig.COMPRESSION_LZ4_LEVEL_CONFIG))
                                .build();
                    case ZSTD ->
                        Compression.zstd()
                                .level(settings.getInt(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG))
                                .build();
                    default -> Compression.of(type).build();
                });
    }

    /** The same batch, compressed; itself, where that does not make it smaller. */
    MemoryRecords compressed(MemoryRecords records) {
        if (compression.type() == CompressionType.NONE) {
            return records;
        }
        ByteBuffer plain = records.buffer();
        int size = compress(plain.array(), plain.arrayOffset() + plain.position() + HEADER, plain.remaining() - HEADER);
        if (size >= plain.remaining()) {
            return records;
        }
        ByteBuffer compressed = ByteBuffer.allocate(size).put(room.flip()).flip();
        writeHeader(compressed.duplicate(), (DefaultRecordBatch)
                records.batches().iterator().next());
        return MemoryRecords.readableRecords(compressed);
    }

    /** Leaves the compressed bytes in the room, behind what is left for a header; says how long it all is. */
    private int compress(byte[] bytes, int from, int length) {
        if (room.capacity() < HEADER + length + SLACK) {
            room = ByteBuffer.allocate(HEADER + length + SLACK);
        }
        ByteBufferOutputStream to = new ByteBufferOutputStream(room.clear().position(HEADER));
        try (OutputStream through = compression.wrapForOutput(to, RecordBatch.CURRENT_MAGIC_VALUE)) {
            through.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        room = to.buffer();
        return room.position();
    }

    private void writeHeader(ByteBuffer to, DefaultRecordBatch plain) {
        DefaultRecordBatch.writeHeader(
                to,
                plain.baseOffset(),
                (int) (plain.lastOffset() - plain.baseOffset()),
                to.remaining(),
                plain.magic(),
                compression.type(),
                plain.timestampType(),
                plain.baseTimestamp(),
                plain.maxTimestamp(),
                plain.producerId(),
                plain.producerEpoch(),
                plain.baseSequence(),
                plain.isTransactional(),
                plain.isControlBatch(),
                false,
                plain.partitionLeaderEpoch(),
                plain.countOrNull());
    }
}
