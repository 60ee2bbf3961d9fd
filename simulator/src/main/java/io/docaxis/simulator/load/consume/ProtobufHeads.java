package io.docaxis.simulator.load.consume;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Of records in the Protocol Buffers wire format; of those that cannot be read, by the number beside them. */
public final class ProtobufHeads implements HeadReader {

    private static final long NS_PER_MS = 1_000_000;
    private static final long NS_PER_US = 1_000;

    private final EventReader reader = new EventReader();

    @Override
    public boolean read(byte[] value, Headers headers, RecordHead into) {
        EventKind kind = reader.read(value);
        if (kind == EventKind.UNREADABLE) {
            return readNumber(headers, into);
        }
        Envelope envelope = reader.envelope();
        into.run = envelope.run;
        into.source = envelope.source;
        into.sequence = envelope.sequence;
        into.isEvent = kind.isOfWorld();
        into.intendedAtNs = envelope.intendedAtMs * NS_PER_MS + envelope.intendedAtUs * NS_PER_US;
        into.lastSequence = kind == EventKind.RUN_ENDED ? lastSequence() : RecordHead.NONE;
        return true;
    }

    private long lastSequence() {
        try {
            return reader.runEnded().getSequence();
        } catch (IllegalStateException e) {
            // a marker that cannot be read says nothing
            return RecordHead.NONE;
        }
    }

    /** Reads the number beside a record that cannot be read; false: there is none. */
    static boolean readNumber(Headers headers, RecordHead into) {
        Header header = headers.lastHeader(RecordNumber.HEADER);
        RecordNumber number = header == null ? null : RecordNumber.read(header.value());
        if (number == null) {
            return false;
        }
        into.run = number.run();
        into.source = number.source();
        into.sequence = number.sequence();
        into.isEvent = true;
        into.intendedAtNs = 0;
        into.lastSequence = RecordHead.NONE;
        return true;
    }
}
