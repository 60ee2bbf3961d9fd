package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.proto.RunEnded;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PartitionCountTest {

    private static final long RUN = 77;

    private final SinkLines sink = new SinkLines();
    private final List<String> polls = new ArrayList<>();
    private long nowNs = 5_000_000_000L;
    private final PartitionCount count = new PartitionCount(
            RUN,
            source -> source < 7,
            new ProtobufHeads(),
            () -> nowNs,
            new PartitionLatencies(4, sink, (partition, first, last, at) -> polls.add(first + "-" + last + " " + at)));
    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();
    private final DocumentSent document = new DocumentSent();

    @Test
    void measuresAndCountsEventsOfTheRun() {
        count.take(List.of(at(10, document(1, 3_000, 500)), at(11, document(2, 3_001, 0))), 4_000_000_000L);
        assertThat(sink.lines())
                .containsExactly("I 3000500000 C 4000000000 P 5000000000", "I 3001000000 C 4000000000 P 5000000000");
        assertThat(polls).containsExactly("10-11 4000000000");
        assertThat(count.counted()).isEqualTo(new CountedRecords(2, 2, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void leavesEventsOfOtherShardsToThem() {
        envelope.source = 7;
        byte[] other = document(1, 3_000, 500);
        envelope.source = 6;
        byte[] own = document(1, 3_000, 500);
        count.take(List.of(at(0, other), at(1, own)), 4_000_000_000L);

        assertThat(count.counted()).isEqualTo(new CountedRecords(2, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(sink.lines()).hasSize(1);
    }

    @Test
    void countsWhatIsNotOfTheRunApart() {
        envelope.run = RUN + 1;
        byte[] foreign = writer.write(envelope, document);
        count.take(List.of(at(0, foreign), at(1, new byte[] {1, 2}), at(2, null)), 4_000_000_000L);
        assertThat(sink.lines()).isEmpty();
        assertThat(count.counted()).isEqualTo(new CountedRecords(3, 0, 1, 2, 0, 0, 0, 0, 0));
    }

    /** Damaged on the way, as a scenario may want it: its number stands beside it. */
    @Test
    void knowsDamagedRecordsByTheirNumber() {
        ConsumerRecord<byte[], byte[]> damaged = at(0, new byte[] {1, 2});
        damaged.headers().add(RecordNumber.HEADER, new RecordNumber(RUN, 0, 1).toBytes());
        count.take(List.of(damaged, at(1, document(2, 3_000, 0))), 4_000_000_000L);
        assertThat(count.counted()).isEqualTo(new CountedRecords(2, 2, 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void leavesOutOffsetsThatWereReadBefore() {
        count.take(List.of(at(0, document(1, 3_000, 0)), at(1, document(2, 3_000, 0))), 4_000_000_000L);
        count.take(List.of(at(1, document(2, 3_000, 0)), at(2, document(3, 3_000, 0))), 4_000_000_000L);
        assertThat(count.counted()).isEqualTo(new CountedRecords(4, 3, 0, 0, 0, 0, 0, 1, 0));
        assertThat(sink.lines()).hasSize(3);
    }

    @Test
    void countsWhatTheEndMarkerSaysIsMissing() {
        byte[] end = endMarker(3);
        count.take(List.of(at(0, document(1, 3_000, 0)), at(1, end)), 4_000_000_000L);
        assertThat(count.counted()).isEqualTo(new CountedRecords(2, 1, 0, 0, 2, 0, 0, 0, 0));
    }

    private byte[] endMarker(long lastSequence) {
        envelope.run = RUN;
        envelope.sequence = 0;
        return writer.write(
                envelope,
                EventKind.RUN_ENDED,
                RunEnded.newBuilder().setSequence(lastSequence).build());
    }

    private byte[] document(long sequence, long intendedAtMs, int intendedAtUs) {
        envelope.run = RUN;
        envelope.sequence = sequence;
        envelope.intendedAtMs = intendedAtMs;
        envelope.intendedAtUs = intendedAtUs;
        document.clear();
        document.addReceiver(1);
        return writer.write(envelope, document);
    }

    private static ConsumerRecord<byte[], byte[]> at(long offset, byte[] value) {
        return new ConsumerRecord<>("it.events", 4, offset, null, value);
    }
}
