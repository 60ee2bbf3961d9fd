package io.docaxis.simulator.selftest;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A thread that is one document, delivered once, as a log has it.
 *
 * @param sent the record of the document
 * @param records all of the thread, this one among them
 */
public record LoggedDocument(ConsumerRecord<byte[], byte[]> sent, List<ConsumerRecord<byte[], byte[]>> records) {

    /**
     * The one of the lowest thread that is as wanted.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LoggedDocument first(List<ConsumerRecord<byte[], byte[]>> events, Predicate<LoggedDocument> wanted) {
        SortedMap<Long, List<ConsumerRecord<byte[], byte[]>>> threads = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> event : events) {
            if (event.key() != null) {
                long thread = ByteBuffer.wrap(event.key()).getLong();
                threads.computeIfAbsent(thread, key -> new ArrayList<>()).add(event);
            }
        }
        return threads.values().stream()
                .filter(records -> documents(records).size() == 1)
                .map(records -> new LoggedDocument(documents(records).get(0), records))
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such document in the log"));
    }

    private static List<ConsumerRecord<byte[], byte[]>> documents(List<ConsumerRecord<byte[], byte[]>> records) {
        EventReader reader = new EventReader();
        return records.stream()
                .filter(record -> reader.read(record.value()) == EventKind.DOCUMENT_SENT)
                .toList();
    }

    /** What the document says; a carrier of its own each time. */
    public DocumentSent content() {
        EventReader reader = new EventReader();
        reader.read(sent.value());
        return reader.document();
    }

    /** As a verdict names it. */
    public String name() {
        DocumentSent content = content();
        return "thread " + content.thread + " document " + content.document;
    }
}
