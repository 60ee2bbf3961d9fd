package io.docaxis.monitor.inquiry;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.event.EventLimits;
import io.docaxis.common.obligation.Urgency;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * Values of fields of events, in words: as they are written, and what they mean.
 *
 * @param agencies of the run
 */
record FieldText(AgencyCatalogue agencies, RunTime time) {

    private static final Set<String> AGENCIES = Set.of("sender", "receivers", "receiver", "reporter");
    private static final String[] URGENCIES = names(Urgency.values());
    private static final String[] BUSINESS = names(BusinessType.values());
    private static final long LATEST_MS = EventLimits.MAX_TIME * 1_000;

    private static String[] names(Enum<?>[] constants) {
        String[] names = new String[constants.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = constants[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }

    /** A number of variable length, or of four or eight bytes. */
    String number(FieldDescriptor field, long value) {
        String meaning = meaning(field, value);
        return written(field, value) + (meaning.isEmpty() ? "" : " (" + meaning + ")");
    }

    private static String written(FieldDescriptor field, long value) {
        return switch (field.getType()) {
            case FIXED32 -> String.format(Locale.ROOT, "%08x", value);
            case FIXED64 -> String.format(Locale.ROOT, "%016x", value);
            case SINT32, SINT64 -> Long.toString(value >>> 1 ^ -(value & 1));
            case BOOL -> Boolean.toString(value != 0);
            case INT32 -> Integer.toString((int) value);
            case INT64 -> Long.toString(value);
            default -> Long.toUnsignedString(value);
        };
    }

    private String meaning(FieldDescriptor field, long value) {
        String name = field.getName();
        if (AGENCIES.contains(name)) {
            return value >= 0 && value < agencies.size()
                    ? agencies.code((int) value).value()
                    : "no agency of the run";
        }
        if (name.equals("intended_at_ms")) {
            return value > 0 && value <= LATEST_MS ? RunTime.wall(value) : "";
        }
        if (name.endsWith("_at")) {
            return value > 0 && value <= EventLimits.MAX_TIME ? time.iso(value) : "";
        }
        return switch (name) {
            case "due_on" -> LocalDate.ofEpochDay((int) value).toString();
            case "type" ->
                value >= 0 && value < DocumentType.count()
                        ? DocumentType.of((int) value).name()
                        : "";
            case "urgency" -> label(URGENCIES, value);
            case "business" -> label(BUSINESS, value);
            default -> "";
        };
    }

    private static String label(String[] labels, long value) {
        return value >= 0 && value < labels.length ? labels[(int) value] : "";
    }

    /** Bytes: text as it is, of others how many. */
    static String bytes(FieldDescriptor field, byte[] bytes, int from, int length) {
        return field.getType() == FieldDescriptor.Type.STRING
                ? new String(bytes, from, length, StandardCharsets.UTF_8)
                : length + " bytes";
    }
}
