package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.fastsend.Pacing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's stand-in for its producer, which answers each record at once; and what it was given, read. */
final class SentRecords extends MockProducer<byte[], byte[]> {

    /** A record; of one that cannot be read, what stands beside it. */
    record Sent(
            EventKind kind,
            int partition,
            long sequence,
            long emittedAt,
            long intendedAtNs,
            long contentHash,
            byte[] value,
            long sentAtNs) {

        boolean isEvent() {
            return kind == EventKind.DOCUMENT_SENT || kind == EventKind.STATUS_REPORTED;
        }
    }

    private final Clock clock;
    private final List<Sent> sent = new ArrayList<>();
    private IntPredicate failing = number -> false;

    SentRecords(Clock clock) {
        super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    /** One that sends records of a paced run one by one through this. */
    BatchingProducer paced(Topics topics, SendCounts counts, ScheduleLag lag) {
        return paced(topics, counts, lag, false);
    }

    /** @param goesOn whether it goes on after a record has failed */
    BatchingProducer paced(Topics topics, SendCounts counts, ScheduleLag lag, boolean goesOn) {
        FastPath off = new FastPath(FastPath.Side.PRODUCER, FastClients.OFF);
        Pacing pacing = new Pacing(clock::nowNs, goesOn);
        return new BatchingProducer(this, topics.events(), off, pacing, (records, events, exception) -> {
            counts.complete(records, exception);
            lag.completed(events);
        });
    }

    /** One that sends them at full speed. */
    BatchingProducer atFullSpeed(Topics topics, SendCounts counts) {
        FastPath off = new FastPath(FastPath.Side.PRODUCER, FastClients.OFF);
        return new BatchingProducer(this, topics.events(), off, Pacing.NONE, (records, events, exception) -> {
            assertThat(events).isNull();
            counts.complete(records, exception);
        });
    }

    /** A record fails for good, counted from 1. */
    void failAt(int number) {
        failIf(each -> each == number);
    }

    void failIf(IntPredicate number) {
        failing = number;
    }

    List<Sent> all() {
        return sent;
    }

    List<Sent> events() {
        return sent.stream().filter(Sent::isEvent).toList();
    }

    List<Sent> of(EventKind kind) {
        return sent.stream().filter(record -> record.kind() == kind).toList();
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Future<RecordMetadata> answer = super.send(record, callback);
        sent.add(read(record));
        if (failing.test(sent.size())) {
            errorNext(new TimeoutException("planted"));
        } else {
            completeNext();
        }
        return answer;
    }

    private Sent read(ProducerRecord<byte[], byte[]> record) {
        EventReader reader = new EventReader();
        EventKind kind = reader.read(record.value());
        Header beside = record.headers().lastHeader(RecordNumber.HEADER);
        if (beside != null || kind == EventKind.UNREADABLE) {
            // what has no number is the ledger's
            long sequence =
                    beside == null ? 0 : RecordNumber.read(beside.value()).sequence();
            return new Sent(kind, record.partition(), sequence, 0, 0, 0, record.value(), clock.nowNs());
        }
        var envelope = reader.envelope();
        return new Sent(
                kind,
                record.partition(),
                envelope.sequence,
                envelope.emittedAt,
                envelope.intendedAtMs * 1_000_000 + envelope.intendedAtUs * 1_000L,
                reader.contentHash(),
                record.value(),
                clock.nowNs());
    }
}
