package io.docaxis.simulator.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads what {@link RecordWriter} kept, in that order; some tens of nanoseconds a record. Not thread-safe. */
final class RecordReader implements AutoCloseable {

    private static final int BUFFER = 4 << 20;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

    RecordReader(Path path) throws IOException {
        file = FileChannel.open(path);
    }

    /** The next record, for a topic; null when there is none. */
    ProducerRecord<byte[], byte[]> next(String topic) throws IOException {
        if (buffer.remaining() < Integer.BYTES && !fill(Integer.BYTES)) {
            return null;
        }
        int partition = buffer.getInt();
        byte[] key = bytes();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, key, bytes());
        for (int headers = length(); headers > 0; headers--) {
            record.headers().add(new String(bytes(), StandardCharsets.UTF_8), bytes());
        }
        return record;
    }

    private byte[] bytes() throws IOException {
        int length = length();
        if (length < 0) {
            return null;
        }
        if (buffer.remaining() < length) {
            require(length);
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    private int length() throws IOException {
        if (buffer.remaining() < Integer.BYTES) {
            require(Integer.BYTES);
        }
        return buffer.getInt();
    }

    private void require(int bytes) throws IOException {
        if (!fill(bytes)) {
            throw new EOFException("the file of records ends within a record");
        }
    }

    /** Says whether that number of bytes is there. */
    private boolean fill(int bytes) throws IOException {
        while (buffer.remaining() < bytes) {
            buffer.compact();
            int read = file.read(buffer);
            buffer.flip();
            if (read < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
