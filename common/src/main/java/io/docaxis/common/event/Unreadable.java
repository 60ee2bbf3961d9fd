package io.docaxis.common.event;

/** Why a record is a dead letter; the lower-case name stands in the record's header. */
public enum Unreadable {
    /** Not Protocol Buffers, or a field with an impossible value. */
    MALFORMED,
    /** Decodes, perhaps, but is not what was sent. */
    CHECKSUM,
    /** No content this version knows, or a thread of a {@link CaseKind} that it does not know. */
    UNKNOWN_KIND,
    /** A document to nobody but its sender. */
    NO_RECEIVER;

    /** The name used in headers, metrics and reports. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
