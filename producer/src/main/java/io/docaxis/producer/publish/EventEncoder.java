package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.EncodedEvent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.ValueWriter;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.SizedEvents;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;

/** Makes values of events, in the form of a run: of deliveries, ticks and markers. One for each source. Not thread-safe. */
public final class EventEncoder {

    private final ValueWriter writer;
    private final Envelope envelope = new Envelope();
    /** Null where nothing is padded. */
    private final SizedEvents sized;

    private final Header[] headers;

    /** One for events as they are. */
    public EventEncoder(long run, int source) {
        this(run, source, EventForm.PLAIN);
    }

    public EventEncoder(long run, int source, EventForm form) {
        envelope.run = run;
        envelope.source = source;
        sized = form.sized().orElse(null);
        writer = form.writer(source);
        headers = form.headers().byName().entrySet().stream()
                .map(each -> new EventHeader(each.getKey(), EventHeaders.utf8(each.getValue())))
                .toArray(Header[]::new);
    }

    /**
     * Sets the envelope of the delivery that is encoded next.
     *
     * @param sequence its number within its partition
     */
    public void envelope(long sequence, long emittedAt, long intendedAtNs) {
        envelope.sequence = sequence;
        envelope.emittedAt = emittedAt;
        envelope.intendedAtMs = intendedAtNs / 1_000_000;
        envelope.intendedAtUs = (int) (intendedAtNs / 1_000 - envelope.intendedAtMs * 1_000);
    }

    /** Encodes a delivery as if it were sound; what the writer then holds is good until the next call. */
    public EncodedEvent encode(Delivery delivery) {
        padTo(delivery);
        if (delivery.kind == Delivery.Kind.DOCUMENT || delivery.copyOfDocument) {
            writer.encode(envelope, delivery.document);
        } else {
            writer.encode(envelope, delivery.status);
        }
        return writer;
    }

    private void padTo(Delivery delivery) {
        if (sized != null) {
            writer.padTo(sized.bytes(delivery.thread, ordinal(delivery)));
        }
    }

    private static int ordinal(Delivery delivery) {
        return delivery.document == null ? delivery.status.ordinal : delivery.document.ordinal;
    }

    /** How many documents and statuses were larger than they should be, in all that was encoded. Of the encoding thread. */
    public long larger() {
        return writer.larger();
    }

    /** What stands beside every record of the run's events; not to be changed. */
    Header[] headers() {
        return headers;
    }

    /** A delivery that cannot be read. */
    public byte[] damaged(Delivery delivery) {
        return switch (delivery.damage) {
            case GARBAGE -> DamagedRecords.garbage(delivery.damageSeed);
            case UNKNOWN_KIND -> {
                padTo(delivery);
                yield writer.unknownKind(envelope);
            }
            case CORRUPT_COPY -> DamagedRecords.corrupt(encode(delivery).toBytes(), delivery.damageSeed);
            case NONE -> throw new IllegalArgumentException("not damaged: " + delivery.thread);
        };
    }

    /** The value of any delivery, in an array of its own. */
    public byte[] value(Delivery delivery) {
        return delivery.damage == Damage.NONE ? encode(delivery).toBytes() : damaged(delivery);
    }

    /** What stands beside a record that cannot be read, to find it again after a restart. */
    public RecordNumber number() {
        return new RecordNumber(envelope.run, envelope.source, envelope.sequence);
    }

    /** What stands beside a record that cannot be read: {@link #number}, and what stands beside all. */
    Header[] numberHeader() {
        Header[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = new EventHeader(RecordNumber.HEADER, number().toBytes());
        return all;
    }

    public byte[] tick(long emittedAt, long nowNs) {
        other(emittedAt, nowNs);
        return writer.tick(envelope);
    }

    public byte[] marker(EventKind kind, MessageLite marker, long emittedAt, long nowNs) {
        other(emittedAt, nowNs);
        return writer.write(envelope, kind, marker);
    }

    /** What is no event has no number, and nobody measures when it comes: whole milliseconds will do. */
    private void other(long emittedAt, long nowNs) {
        envelope.sequence = 0;
        envelope.emittedAt = emittedAt;
        envelope.intendedAtMs = nowNs / 1_000_000;
        envelope.intendedAtUs = 0;
        writer.padTo(0);
    }

    private record EventHeader(String key, byte[] value) implements Header {}
}
