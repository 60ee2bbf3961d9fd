package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Event;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunStarted;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class EventWalkTest {

    static final FieldText TEXT = new FieldText(AgencyCatalogue.level1(), new RunTime(25_200));

    /** That of the event contract. */
    static final byte[] EXAMPLE = HexFormat.ofDelimiter(" ")
            .parseHex("0d e0 d1 54 b9 11 ef cd ab 89 67 45 23 01 18 01 20 2a 28 e0 cd 96 a0 06 30 fb 94 9b 90 a2 34 38"
                    + " c8 03 52 1a 08 07 20 34 32 02 00 4d 48 01 58 f8 ac 96 a0 06 60 e0 cd 96 a0 06 68 e6 97 01");

    @Test
    void readsTheExampleOfTheContractWithThePlaceOfEachField() {
        EventWalk walk = EventWalk.of(EXAMPLE, TEXT);

        assertThat(walk.fault()).isEmpty();
        assertThat(walk.fields())
                .containsExactly(
                        new WireField("crc32c", 0, 5, "b954d1e0"),
                        new WireField("run", 5, 9, "0123456789abcdef"),
                        new WireField("source", 14, 2, "1"),
                        new WireField("sequence", 16, 2, "42"),
                        new WireField("emitted_at", 18, 6, "1678092000 (2023-03-06T15:40:00+07:00)"),
                        new WireField("intended_at_ms", 24, 7, "1795867200123 (2026-11-28T12:00:00.123Z)"),
                        new WireField("intended_at_us", 31, 3, "456"),
                        new WireField("document_sent", 34, 28, "26 bytes"),
                        new WireField("thread", 36, 2, "7"),
                        new WireField("sender", 38, 2, "52 (H28)"),
                        new WireField("receivers", 40, 4, "0 (G01), 77 (H53)"),
                        new WireField("urgency", 44, 2, "1 (urgent)"),
                        new WireField("signed_at", 46, 6, "1678087800 (2023-03-06T14:30:00+07:00)"),
                        new WireField("sent_at", 52, 6, "1678092000 (2023-03-06T15:40:00+07:00)"),
                        new WireField("due_on", 58, 4, "19430 (2023-03-14)"));
    }

    @Test
    void whatIsCutIsReadAsFarAsItGoes() {
        EventWalk walk = EventWalk.of(Arrays.copyOf(EXAMPLE, 47), TEXT);

        assertThat(walk.fault()).contains(WireFault.at(35, "a length of 26 bytes, of which 11 are there"));
        assertThat(walk.fields())
                .extracting(WireField::name)
                .endsWith("document_sent", "thread", "sender", "receivers", "urgency");
    }

    @Test
    void saysAtWhichByteAFieldCannotBe() {
        byte[] tooMany = EXAMPLE.clone();
        // the source takes the tag of the sequence along
        tooMany[15] = (byte) 0xff;
        tooMany[16] = (byte) 0xff;
        tooMany[17] = 0x7f;

        assertThat(EventWalk.of(tooMany, TEXT).fault())
                .contains(WireFault.at(14, "source is 2097151: want 0 to 65535"));
        assertThat(EventWalk.of(new byte[] {0x0f}, TEXT).fault())
                .contains(WireFault.at(0, "field 1 has wire type 7: want 0, 1, 2 or 5"));
        assertThat(EventWalk.of(new byte[] {(byte) 0x98, 0}, TEXT).fault())
                .contains(WireFault.at(0, "a tag takes 2 bytes and needs 1"));
        assertThat(EventWalk.of(new byte[] {0x18, (byte) 0x80}, TEXT).fault())
                .contains(WireFault.at(1, "source begins here and does not end"));
        assertThat(EventWalk.of(new byte[] {0x0d, 1, 2}, TEXT).fault())
                .contains(WireFault.at(1, "want 4 bytes; there are 2"));
        assertThat(EventWalk.of(new byte[] {0x02}, TEXT).fault())
                .contains(WireFault.at(0, "a tag of field 0: there is none"));
    }

    @Test
    void passesOverWhatTheSchemaDoesNotHave() {
        EventWalk walk = EventWalk.of(new byte[] {0x1d, 1, 2, 3, 4, (byte) 0x9a, 0x06, 1, 9}, TEXT);

        assertThat(walk.fault()).isEmpty();
        assertThat(walk.fields())
                .containsExactly(
                        new WireField("field 3", 0, 5, "of wire type 5, which it does not have"),
                        new WireField("field 99", 5, 4, "not in the schema"));
        assertThat(walk.unknownContentAt()).isEqualTo(OptionalInt.of(5));
    }

    @Test
    void readsMarkersWithWhatTheyHoldThemselves() {
        byte[] marker = Event.newBuilder()
                .setRunStarted(RunStarted.newBuilder()
                        .setRunId("a")
                        .setUtcOffsetS(-3_600)
                        .setSendByEndOfDay(true)
                        .addAllDaysOff(List.of(19_000, 19_001))
                        .setLive(Live.newBuilder().setSpeed(1_000)))
                .build()
                .toByteArray();
        EventWalk walk = EventWalk.of(marker, TEXT);

        assertThat(walk.fault()).isEmpty();
        assertThat(walk.fields())
                .extracting(field -> field.name() + "=" + field.value())
                .contains(
                        "run_id=a",
                        "utc_offset_s=-3600",
                        "send_by_end_of_day=true",
                        "days_off=19000, 19001",
                        "speed=1000");
    }

    /** Bytes are changed, the checksum is made right again: where consumers find a malformed field, the walk finds a place, and nowhere else. */
    @Test
    void findsAFaultWhereverConsumersDo() {
        Random random = new Random(5);
        EventReader reader = new EventReader();
        int malformed = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] value = changed(random);
            boolean isMalformed =
                    reader.read(value) == EventKind.UNREADABLE && reader.problem() == Unreadable.MALFORMED;
            malformed += isMalformed ? 1 : 0;
            EventWalk walk = EventWalk.of(value, TEXT);
            // of markers consumers parse the content later
            boolean isMarker = walk.at("run_started").isPresent()
                    || walk.at("run_ended").isPresent()
                    || walk.at("tick").isPresent();
            if (!isMarker) {
                assertThat(walk.fault().isPresent())
                        .as(HexFormat.of().formatHex(value))
                        .isEqualTo(isMalformed);
            }
        }
        assertThat(malformed).isBetween(5_000, 45_000);
    }

    private static byte[] changed(Random random) {
        byte[] value = random.nextInt(4) == 0 ? Arrays.copyOf(EXAMPLE, 6 + random.nextInt(56)) : EXAMPLE.clone();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            value[5 + random.nextInt(value.length - 5)] = (byte) random.nextInt(256);
        }
        return sealed(value);
    }

    static byte[] sealed(byte[] value) {
        CRC32C crc = new CRC32C();
        crc.update(value, 5, value.length - 5);
        ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).putInt(1, (int) crc.getValue());
        return value;
    }
}
