package io.docaxis.common.event;

import com.google.protobuf.MessageLite;

/** Writes events, one after the other, in some format. Not thread-safe. */
public interface ValueWriter extends EncodedEvent {

    /**
     * Pads what is written from now on to a length: of the value, without key and headers. What is larger stays as it is, and is counted.
     *
     * @param bytes 0: no padding
     * @throws IllegalStateException if it has nothing to pad with
     */
    void padTo(int bytes);

    /** How many values were larger than asked for. */
    long larger();

    void encode(Envelope envelope, DocumentSent document);

    void encode(Envelope envelope, StatusReported status);

    byte[] tick(Envelope envelope);

    /** Writes an event of a kind that this version does not know: a reader must make a dead letter of it. */
    byte[] unknownKind(Envelope envelope);

    /** Writes a start or end marker. */
    byte[] write(Envelope envelope, EventKind kind, MessageLite marker);
}
