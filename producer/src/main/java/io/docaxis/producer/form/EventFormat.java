package io.docaxis.producer.form;

/** How an event is written. */
public enum EventFormat {
    /** The wire format of {@code docaxis_event.proto}, which docaxis' own consumer reads. */
    PROTOBUF,
    /** An object of JSON, as {@code event.schema.json} says. */
    JSON
}
