package io.docaxis.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReaderTest {

    @TempDir
    private Path directory;

    @Test
    void givesBackWhatWasKeptInItsOrder() throws Exception {
        Path file = directory.resolve("records");
        ProducerRecord<byte[], byte[]> marker = new ProducerRecord<>("any", 3, null, new byte[] {1});
        ProducerRecord<byte[], byte[]> large = new ProducerRecord<>("any", 0, new byte[8], new byte[5 << 19]);
        large.headers().add("reason", new byte[] {7, 8});
        try (RecordWriter writer = new RecordWriter(file)) {
            for (var record : Arrays.asList(marker, large, large, marker)) {
                writer.write(record);
            }
        }

        try (RecordReader reader = new RecordReader(file)) {
            for (var record : Arrays.asList(marker, large, large, marker)) {
                ProducerRecord<byte[], byte[]> read = reader.next("other");
                assertThat(read.topic()).isEqualTo("other");
                assertThat(read.partition()).isEqualTo(record.partition());
                assertThat(read.key()).isEqualTo(record.key());
                assertThat(read.value()).isEqualTo(record.value());
                assertThat(read.headers().toArray()).isEqualTo(record.headers().toArray());
            }
            assertThat(reader.next("other")).isNull();
        }
    }
}
