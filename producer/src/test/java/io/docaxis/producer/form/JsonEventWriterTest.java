package io.docaxis.producer.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.PaddingPool;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.ValueWriter;
import io.docaxis.common.event.proto.Event;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Typed: what an event is as JSON. That it is as its schema says is tested where a validator is. */
class JsonEventWriterTest {

    private static final String BEFORE =
            "{\"intended_at_epoch_us\":1795867200123456,\"run\":\"0123456789abcdef\",\"source\":1,"
                    + "\"sequence\":42,\"emitted_at\":\"2023-03-06T08:40:00Z\",\"kind\":";

    private final JsonEventWriter writer = new JsonEventWriter(AgencyCatalogue.level1());
    private final JsonEventWriter padded = new JsonEventWriter(AgencyCatalogue.level1(), PaddingPool.printable(1), 7);

    @Test
    void exampleOfTheContractIsWhatTheWriterMakes() throws IOException {
        writer.encode(envelope(), document());
        String page = Files.readString(Path.of("../docs/event-contract.md"));
        String begin = "<!-- json example: held equal to the code by JsonEventWriterTest -->\n```json\n";
        int at = page.indexOf(begin) + begin.length();

        assertThat(page.substring(at, page.indexOf("\n```", at)).replace("\n", ""))
                .isEqualTo(text(writer));
        assertThat(page).contains("its digits begin at byte " + text(writer).indexOf("1795867200123456") + ",");
    }

    @Test
    void documentsHaveWhatTheyHave() {
        writer.encode(envelope(), document());
        assertThat(text(writer))
                .isEqualTo(BEFORE + "\"document_sent\",\"content\":{\"thread\":7,\"ordinal\":0,\"document\":0,"
                        + "\"sender\":{\"number\":52,\"code\":\"H28\"},"
                        + "\"receivers\":[{\"number\":0,\"code\":\"G01\"},{\"number\":77,\"code\":\"H53\"}],"
                        + "\"type\":\"CV\",\"urgency\":\"urgent\",\"business\":\"new\","
                        + "\"signed_at\":\"2023-03-06T07:30:00Z\",\"sent_at\":\"2023-03-06T08:40:00Z\","
                        + "\"due_on\":\"2023-03-14\"}}");

        DocumentSent other = document();
        other.sender = DocumentSent.ABSENT;
        other.senderCode = "000.00.13.H53";
        other.receiverCount = 1;
        other.receivers[0] = 88;
        other.addReceiverCode("Bộ \"Nội vụ\"");
        other.type = 2;
        other.urgency = 2;
        other.business = 3;
        other.signedAt = 0;
        other.dueOn = DocumentSent.NO_DATE;
        other.dueOnText = "2023/02/30";
        other.answers = 0;
        other.concerns = 3;
        writer.encode(envelope(), other);
        assertThat(text(writer))
                .isEqualTo(BEFORE + "\"document_sent\",\"content\":{\"thread\":7,\"ordinal\":0,\"document\":0,"
                        + "\"sender\":{\"code\":\"000.00.13.H53\"},"
                        + "\"receivers\":[{\"number\":88},{\"code\":\"Bộ \\\"Nội vụ\\\"\"}],"
                        + "\"type\":\"QĐ\",\"urgency\":\"very_urgent\",\"business\":\"replace\","
                        + "\"sent_at\":\"2023-03-06T08:40:00Z\",\"due_on_text\":\"2023/02/30\","
                        + "\"answers\":0,\"concerns\":3}}");
    }

    @Test
    void statusesHaveWhatTheyHave() {
        writer.encode(envelope(), status());
        assertThat(text(writer))
                .isEqualTo(BEFORE + "\"status_reported\",\"content\":{\"thread\":5,\"ordinal\":2,\"document\":1,"
                        + "\"receiver\":{\"number\":77,\"code\":\"H53\"},\"status\":3,"
                        + "\"occurred_at\":\"2022-12-31T23:59:59Z\"}}");
        StatusReported recall = status();
        recall.reporter = 0;
        recall.receiver = DocumentSent.ABSENT;
        recall.receiverCode = "G99";
        writer.encode(envelope(), recall);
        assertThat(text(writer))
                .contains("\"receiver\":{\"code\":\"G99\"},\"reporter\":{\"number\":0,\"code\":\"G01\"},\"status\":3");
    }

    @Test
    void whatIsNoDocumentAndNoStatusHasItsKindToo() {
        assertThat(text(writer.tick(envelope()))).isEqualTo(BEFORE + "\"tick\",\"content\":{}}");
        assertThat(text(writer.unknownKind(envelope()))).isEqualTo(BEFORE + "\"unknown\",\"content\":{}}");
        RunEnded ended = RunEnded.newBuilder()
                .setRecords(5)
                .setFingerprint(-1)
                .setComplete(true)
                .setSequence(9)
                .build();
        assertThat(text(writer.write(envelope(), EventKind.RUN_ENDED, ended)))
                .isEqualTo(
                        BEFORE
                                + "\"run_ended\",\"content\":{\"records\":5,\"fingerprint\":\"ffffffffffffffff\",\"complete\":true,\"sequence\":9}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonEventWriter(AgencyCatalogue.level1())
                        .write(envelope(), EventKind.RUN_STARTED, Event.getDefaultInstance()));
    }

    @Test
    void startMarkersHaveRulesCalendarAndCatalogue() {
        RunStarted started = RunStarted.newBuilder()
                .setRunId("a run")
                .setSeed(-1)
                .setSources(3)
                .setStartsAt(1_678_092_000)
                .setHorizonS(604_800)
                .addAllDaysOff(List.of(19_430, 0))
                .setUtcOffsetS(25_200)
                .setLive(Live.newBuilder().setWallMs(1).setSpeed(1000).setAllowanceS(60))
                .build();
        assertThat(text(writer.write(envelope(), EventKind.RUN_STARTED, started)))
                .startsWith(BEFORE + "\"run_started\",\"content\":{\"run_id\":\"a run\",\"scenario\":\"\","
                        + "\"seed\":\"18446744073709551615\",\"sources\":3,\"starts_at\":\"2023-03-06T08:40:00Z\","
                        + "\"horizon_s\":604800,")
                .contains("\"days_off\":[\"2023-03-14\",\"1970-01-01\"],\"make_up_days\":[],")
                .endsWith(
                        "\"catalogue_fingerprint\":\"0000000000000000\",\"contract_version\":0,"
                                + "\"live\":{\"wall_ms\":1,\"simulated_at\":\"1970-01-01T00:00:00Z\",\"speed\":1000,\"allowance_s\":60}}}");
    }

    @Test
    void valuesHaveExactlyTheSizeAskedFor() {
        writer.encode(envelope(), status());
        int least = writer.length();
        for (int size = least; size < least + 300; size++) {
            padded.padTo(size);
            padded.encode(envelope(), status());
            assertThat(padded.length()).isEqualTo(size);
            String without = text(padded).replaceFirst(" *(,\"padding\":\"[^\"]*\")?}$", "}");
            assertThat(without).isEqualTo(text(writer));
        }
        padded.padTo(1_000_000);
        padded.encode(envelope(), status());
        assertThat(padded.length()).isEqualTo(1_000_000);
        assertThat(padded.larger()).isZero();
    }

    @Test
    void whatIsLargerStaysAsItIsAndIsCounted() {
        writer.encode(envelope(), document());
        padded.padTo(writer.length() - 1);
        padded.encode(envelope(), document());
        assertThat(text(padded)).isEqualTo(text(writer));
        assertThat(padded.larger()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> writer.padTo(5));
    }

    @Test
    void theContentsHashIsThatOfItsBytesWhateverDeliversIt() {
        writer.encode(envelope(), document());
        String text = text(writer);
        byte[] content =
                text.substring(text.indexOf("{\"thread\""), text.length() - 1).getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(content);
        assertThat(writer.lastContentHash()).isEqualTo(crc.getValue());

        Envelope other = envelope();
        other.sequence = 1_000_000;
        padded.padTo(2000);
        padded.encode(other, document());
        assertThat(padded.lastContentHash()).isEqualTo(writer.lastContentHash());
    }

    @Test
    void timesOfAnyDayAreIso() {
        StatusReported status = status();
        for (long at : new long[] {0, 951_868_799, 951_868_800, 253_402_300_799L, 1_678_092_001, 0}) {
            status.occurredAt = at;
            writer.encode(envelope(), status);
            assertThat(text(writer)).endsWith("\"occurred_at\":\"" + Instant.ofEpochSecond(at) + "\"}}");
        }
        status.occurredAt = 253_402_300_800L;
        writer.encode(envelope(), status);
        assertThat(text(writer)).endsWith("\"occurred_at\":\"+10000-01-01T00:00:00Z\"}}");
    }

    private static String text(ValueWriter writer) {
        return text(writer.toBytes());
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    private static Envelope envelope() {
        Envelope envelope = new Envelope();
        envelope.run = 0x0123456789abcdefL;
        envelope.source = 1;
        envelope.sequence = 42;
        envelope.emittedAt = 1_678_092_000;
        envelope.intendedAtMs = 1_795_867_200_123L;
        envelope.intendedAtUs = 456;
        return envelope;
    }

    /** The contract's example. */
    private static DocumentSent document() {
        DocumentSent document = new DocumentSent();
        document.thread = 7;
        document.sender = 52;
        document.addReceiver(0);
        document.addReceiver(77);
        document.urgency = 1;
        document.signedAt = 1_678_087_800;
        document.sentAt = 1_678_092_000;
        document.dueOn = 19_430;
        return document;
    }

    private static StatusReported status() {
        StatusReported s = new StatusReported();
        s.thread = 5;
        s.ordinal = 2;
        s.document = 1;
        s.receiver = 77;
        s.status = 3;
        s.occurredAt = 1_672_531_199;
        return s;
    }
}
