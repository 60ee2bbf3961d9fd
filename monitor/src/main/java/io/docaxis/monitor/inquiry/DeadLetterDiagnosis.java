package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/**
 * What is wrong with a dead letter, and what can be read of it. Pure.
 *
 * @param fields in the order of their places
 */
record DeadLetterDiagnosis(WireFault fault, List<WireField> fields) {

    private static final int CRC_LENGTH = 5;
    private static final byte CRC_TAG = 0x0d;
    private static final int BYTE_BITS = 8;

    static DeadLetterDiagnosis of(DeadLetterSample letter, FieldText text) {
        byte[] value = letter.value();
        if (value == null) {
            return new DeadLetterDiagnosis(WireFault.anywhere("the record has no value"), List.of());
        }
        EventWalk walk = EventWalk.of(value, text);
        WireFault fault = letter.cutFrom().isPresent()
                ? WireFault.anywhere(letter.reason() + ": of the value's "
                        + letter.cutFrom().getAsInt() + " bytes only the first " + value.length + " were kept")
                : fault(value, walk);
        return new DeadLetterDiagnosis(fault, walk.fields());
    }

    private static WireFault fault(byte[] value, EventWalk walk) {
        EventReader reader = new EventReader();
        if (reader.read(value) != EventKind.UNREADABLE) {
            return ofReadable(reader, walk);
        }
        return switch (reader.problem()) {
            case MALFORMED -> malformed(value, walk);
            case CHECKSUM ->
                WireFault.anywhere(checksums(value) + ": bytes were changed, nobody knows which" + readUntil(walk));
            case UNKNOWN_KIND -> unknownKind(walk);
            case NO_RECEIVER -> WireFault.anywhere(Unreadable.NO_RECEIVER.label());
        };
    }

    /** The consumer knows more than the bytes say: who is in the catalogue, and what a marker contradicts. */
    private static WireFault ofReadable(EventReader reader, EventWalk walk) {
        Optional<WireFault> inMarker = walk.fault();
        if (inMarker.isPresent()) {
            return inMarker.get();
        }
        OptionalInt receivers = walk.at("receivers");
        return walk.at("document_sent").isPresent()
                ? new WireFault(
                        receivers.isPresent() ? receivers : walk.at("receiver_codes"),
                        "the document goes to nobody but its sender, or to agencies that there are not")
                : WireFault.anywhere("it can be read, but contradicts itself or what was said before");
    }

    private static WireFault malformed(byte[] value, EventWalk walk) {
        if (value.length < CRC_LENGTH) {
            return WireFault.at(0, "an event has 5 bytes at least, the checksum; there are " + value.length);
        }
        if (value[0] != CRC_TAG) {
            return WireFault.at(
                    0,
                    String.format(Locale.ROOT, "want byte 0d, with which the checksum begins; it is %02x", value[0]));
        }
        return walk.fault().orElseGet(() -> WireFault.anywhere("a field cannot be read"));
    }

    private static WireFault unknownKind(EventWalk walk) {
        if (walk.unknownContentAt().isPresent()) {
            return new WireFault(walk.unknownContentAt(), "a content of a kind that this version does not know");
        }
        OptionalInt thread = walk.at("thread");
        return thread.isPresent()
                ? new WireFault(thread, "the thread is a case of a kind that this version does not know")
                : WireFault.anywhere("there is no content");
    }

    private static String readUntil(EventWalk walk) {
        return walk.fault()
                .map(broken -> "; as they are, fields can be read up to byte "
                        + broken.at().orElse(0) + ": " + broken.why())
                .orElse("");
    }

    private static String checksums(byte[] value) {
        CRC32C crc = new CRC32C();
        crc.update(value, CRC_LENGTH, value.length - CRC_LENGTH);
        long said = 0;
        for (int i = CRC_LENGTH - 1; i > 0; i--) {
            said = said << BYTE_BITS | value[i] & 0xFFL;
        }
        return String.format(
                Locale.ROOT, "the checksum says %08x, and that of the bytes is %08x", said, crc.getValue());
    }
}
