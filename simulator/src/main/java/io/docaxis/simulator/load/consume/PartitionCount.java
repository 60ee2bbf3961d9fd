package io.docaxis.simulator.load.consume;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts the records of one partition. Of one thread; some hundred nanoseconds a record. */
final class PartitionCount {

    private final long run;
    private final IntPredicate sources;
    private final HeadReader reader;
    private final LongSupplier clockNs;
    private final PartitionLatencies latencies;
    private final RecordHead head = new RecordHead();
    /** By source. */
    private final Map<Integer, SequenceBook> books = new HashMap<>();

    private long records;
    private long foreign;
    private long unreadable;

    /**
     * @param run hash of its id
     * @param sources of it that are counted
     */
    PartitionCount(
            long run, IntPredicate sources, HeadReader reader, LongSupplier clockNs, PartitionLatencies latencies) {
        this.run = run;
        this.sources = sources;
        this.reader = reader;
        this.clockNs = clockNs;
        this.latencies = latencies;
    }

    /** @param polledAtNs when the poll returned that brought them */
    void take(List<ConsumerRecord<byte[], byte[]>> polled, long polledAtNs) {
        latencies.polled(polledAtNs);
        polled.forEach(this::take);
        latencies.flush();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        records++;
        if (!reader.read(record.value(), record.headers(), head)) {
            unreadable++;
        } else if (head.run != run || !sources.test(head.source)) {
            foreign++;
        } else if (head.isEvent) {
            if (latencies.isNew(record.offset())) {
                takeSequence();
            }
            latencies.applied(record.offset(), head.intendedAtNs, clockNs.getAsLong());
        } else if (head.lastSequence != RecordHead.NONE) {
            book(head.source).takeUpTo(head.lastSequence);
        }
    }

    private void takeSequence() {
        if (head.sequence > 0) {
            book(head.source).take(head.sequence);
        }
    }

    private SequenceBook book(int source) {
        return books.computeIfAbsent(source, first -> new SequenceBook());
    }

    CountedRecords counted() {
        return new CountedRecords(
                records,
                latencies.applied(),
                foreign,
                unreadable,
                sum(SequenceBook::missing),
                sum(SequenceBook::duplicates),
                sum(SequenceBook::late),
                latencies.again(),
                latencies.untimed());
    }

    private long sum(ToLongFunction<SequenceBook> of) {
        return books.values().stream().mapToLong(of).sum();
    }
}
