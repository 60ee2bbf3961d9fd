package io.docaxis.monitor.inquiry;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.docaxis.common.event.proto.Event;
import io.docaxis.monitor.inquiry.WireCursor.Broken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * The fields of an event by its schema, each with its place, as far as they can be read; and the first byte at which they cannot. For display: what consumers
 * go by is {@link io.docaxis.common.event.EventReader}. Not thread-safe while it is made.
 */
final class EventWalk {

    private static final Descriptor EVENT = Event.getDescriptor();
    /** Fields from this one on are contents. */
    private static final int FIRST_CONTENT = 10;

    private final byte[] bytes;
    private final FieldText text;
    private final List<WireField> fields = new ArrayList<>();
    private WireFault fault;
    /** The last content: of several it alone counts. */
    private Descriptor content;

    private int contentAt;
    private int contentEnd;
    private OptionalInt unknownContentAt = OptionalInt.empty();

    private EventWalk(byte[] bytes, FieldText text) {
        this.bytes = bytes;
        this.text = text;
    }

    static EventWalk of(byte[] value, FieldText text) {
        EventWalk walk = new EventWalk(value, text);
        walk.go(new WireCursor(value, 0, value.length), EVENT);
        if (walk.content != null) {
            walk.go(new WireCursor(value, walk.contentAt, walk.contentEnd), walk.content);
        }
        walk.fields.sort(
                Comparator.comparingInt(WireField::at).thenComparing(WireField::length, Comparator.reverseOrder()));
        return walk;
    }

    /** In the order of their places. */
    List<WireField> fields() {
        return List.copyOf(fields);
    }

    /** Where it is not the format, or has a value that cannot be; empty: nowhere. */
    Optional<WireFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Where a content of a kind begins that the schema does not have; empty: nowhere. */
    OptionalInt unknownContentAt() {
        return unknownContentAt;
    }

    /** Where the first field of a name is; empty: nowhere. */
    OptionalInt at(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .mapToInt(WireField::at)
                .findFirst();
    }

    private void go(WireCursor in, Descriptor message) {
        try {
            while (in.hasMore()) {
                readField(in, message);
            }
        } catch (Broken e) {
            if (fault == null) {
                fault = WireFault.at(e.at(), e.getMessage());
            }
        }
    }

    private void readField(WireCursor in, Descriptor message) throws Broken {
        int from = in.at();
        int tag = in.tag();
        FieldDescriptor field = message.findFieldByNumber(tag >>> 3);
        int wireType = tag & 7;
        if (field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && wireType == WireCursor.BYTES) {
            readMessage(in, field, from);
        } else if (field != null && isPacked(field, wireType)) {
            add(field, from, in, readPacked(in, field, from));
        } else if (field != null && wireType == field.getLiteType().getWireType()) {
            add(field, from, in, readValue(in, field, wireType, from));
        } else {
            skip(in, tag, message, from);
        }
    }

    private static boolean isPacked(FieldDescriptor field, int wireType) {
        return field.isPackable() && wireType == WireCursor.BYTES;
    }

    private void add(FieldDescriptor field, int from, WireCursor in, String value) {
        fields.add(new WireField(field.getName(), from, in.at() - from, value));
    }

    private void skip(WireCursor in, int tag, Descriptor message, int from) throws Broken {
        in.skipValue(tag, from);
        int number = tag >>> 3;
        boolean isKnown = message.findFieldByNumber(number) != null;
        if (message == EVENT && number >= FIRST_CONTENT && !isKnown && unknownContentAt.isEmpty()) {
            unknownContentAt = OptionalInt.of(from);
        }
        String why = isKnown ? "of wire type " + (tag & 7) + ", which it does not have" : "not in the schema";
        fields.add(new WireField("field " + number, from, in.at() - from, why));
    }

    /** A content is read when all of them are known; a message within one at once. */
    private void readMessage(WireCursor in, FieldDescriptor field, int from) throws Broken {
        int length;
        try {
            length = in.length();
        } catch (Broken e) {
            // what there is of it can be read
            fields.add(new WireField(field.getName(), from, in.end() - from, "not all of it is there"));
            note(field, in.at(), in.end());
            throw e;
        }
        note(field, in.at(), in.at() + length);
        if (field.getContainingType() != EVENT) {
            go(new WireCursor(bytes, in.at(), in.at() + length), field.getMessageType());
        }
        in.skip(length);
        add(field, from, in, length + " bytes");
    }

    private void note(FieldDescriptor field, int start, int end) {
        if (field.getContainingType() == EVENT) {
            content = field.getMessageType();
            contentAt = start;
            contentEnd = end;
        }
    }

    private String readPacked(WireCursor in, FieldDescriptor field, int from) throws Broken {
        int length = in.length();
        WireCursor packed = new WireCursor(bytes, in.at(), in.at() + length);
        int wireType = field.getLiteType().getWireType();
        StringJoiner values = new StringJoiner(", ");
        while (packed.hasMore()) {
            values.add(readValue(packed, field, wireType, packed.at()));
        }
        in.skip(length);
        return values.toString();
    }

    private String readValue(WireCursor in, FieldDescriptor field, int wireType, int from) throws Broken {
        switch (wireType) {
            case WireCursor.FIXED64 -> {
                return text.number(field, in.fixed(Long.BYTES));
            }
            case WireCursor.FIXED32 -> {
                return text.number(field, in.fixed(Integer.BYTES));
            }
            case WireCursor.BYTES -> {
                int length = in.length();
                int start = in.at();
                in.skip(length);
                return FieldText.bytes(field, bytes, start, length);
            }
            default -> {
                long value = in.varint(field.getName());
                requireAllowed(field, value, from);
                return text.number(field, value);
            }
        }
    }

    private static void requireAllowed(FieldDescriptor field, long value, int from) throws Broken {
        OptionalLong most = FieldLimits.of(field);
        if (most.isPresent() && (value < 0 || value > most.getAsLong())) {
            throw new Broken(
                    from, field.getName() + " is " + Long.toUnsignedString(value) + ": want 0 to " + most.getAsLong());
        }
    }
}
