package io.docaxis.monitor.inquiry;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.event.EventLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The highest values that fields of events may have; with more an event is malformed. Fields of markers have none. */
final class FieldLimits {

    private static final long SOURCE = 0xFFFF;
    private static final long MICROS = 999;
    private static final long THREAD = (1L << 36) - 1;
    private static final long OF_FOUR = 3;
    private static final long NUMBER = Integer.MAX_VALUE;
    private static final Map<String, Long> LIMITS = new HashMap<>();

    static {
        put("Event", SOURCE, "source");
        put("Event", EventLimits.MAX_TIME, "emitted_at");
        put("Event", MICROS, "intended_at_us");
        put("DocumentSent", THREAD, "thread");
        put("DocumentSent", EventLimits.MAX_ORDINAL, "ordinal");
        put("DocumentSent", EventLimits.MAX_DOCUMENT, "document", "answers", "concerns");
        put("DocumentSent", NUMBER, "sender", "receivers");
        put("DocumentSent", DocumentType.count() - 1L, "type");
        put("DocumentSent", OF_FOUR, "urgency", "business");
        put("DocumentSent", EventLimits.MAX_TIME, "signed_at", "sent_at");
        put("StatusReported", THREAD, "thread");
        put("StatusReported", EventLimits.MAX_ORDINAL, "ordinal");
        put("StatusReported", EventLimits.MAX_DOCUMENT, "document");
        put("StatusReported", NUMBER, "receiver", "reporter", "status");
        put("StatusReported", EventLimits.MAX_TIME, "occurred_at");
    }

    private FieldLimits() {}

    private static void put(String message, long limit, String... fields) {
        for (String field : fields) {
            LIMITS.put("docaxis.v1." + message + "." + field, limit);
        }
    }

    /** The highest value of a number; empty: there is no limit. */
    static OptionalLong of(FieldDescriptor field) {
        Long limit = LIMITS.get(field.getFullName());
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }
}
