package io.docaxis.simulator.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Keeps records in a file for {@link RecordReader}: for each its partition, then key, value and headers, everything of unknown
 * length after its length (−1: null). Not thread-safe.
 */
final class RecordWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final DataOutputStream out;

    RecordWriter(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void write(ProducerRecord<byte[], byte[]> record) {
        try {
            out.writeInt(record.partition());
            write(record.key());
            write(record.value());
            Header[] headers = record.headers().toArray();
            out.writeInt(headers.length);
            for (Header header : headers) {
                write(header.key().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                write(header.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
