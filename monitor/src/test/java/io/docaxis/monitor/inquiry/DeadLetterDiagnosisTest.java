package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.tally.Counter;
import io.docaxis.monitor.figures.PublishedMoments;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLetterDiagnosisTest {

    private final EventWriter writer = new EventWriter();

    @Test
    void namesThePlaceOfWhatIsMalformed() {
        byte[] urgency = EventWalkTest.EXAMPLE.clone();
        urgency[45] = 9;

        assertThat(of(new byte[] {1, 2}))
                .isEqualTo(WireFault.at(0, "an event has 5 bytes at least, the checksum; there are 2"));
        assertThat(of(new byte[] {1, 2, 3, 4, 5}))
                .isEqualTo(WireFault.at(0, "want byte 0d, with which the checksum begins; it is 01"));
        assertThat(of(EventWalkTest.sealed(urgency))).isEqualTo(WireFault.at(44, "urgency is 9: want 0 to 3"));
        assertThat(of(null)).isEqualTo(WireFault.anywhere("the record has no value"));
    }

    @Test
    void aWrongChecksumHasNoPlace() {
        byte[] changed = EventWalkTest.EXAMPLE.clone();
        changed[39]++;

        assertThat(of(changed).at()).isEmpty();
        assertThat(of(changed).why()).startsWith("the checksum says b954d1e0, and that of the bytes is ");
        assertThat(of(changed).why()).endsWith(": bytes were changed, nobody knows which");
        assertThat(letter(changed, "checksum").fields()).hasSize(15);

        changed[40] = 0x0f;
        assertThat(of(changed).at()).isEmpty();
        assertThat(of(changed).why())
                .endsWith(
                        "; as they are, fields can be read up to byte 40: field 1 has wire type 7: want 0, 1, 2 or 5");
    }

    @Test
    void namesAKindThatIsNotKnown() {
        Envelope envelope = new Envelope();
        envelope.run = 7;
        byte[] kind = writer.unknownKind(envelope);
        WireFault fault = of(kind);

        assertThat(fault.why()).isEqualTo("a content of a kind that this version does not know");
        assertThat(kind[fault.at().getAsInt()] & 0xff).isEqualTo(99 << 3 & 0x7f | 2 | 0x80);
        assertThat(of(EventWalkTest.sealed(new byte[] {0x0d, 0, 0, 0, 0})))
                .isEqualTo(WireFault.anywhere("there is no content"));
    }

    @Test
    void namesTheReceiversOfADocumentToNobody() {
        DocumentSent document = new DocumentSent();
        document.sender = 52;
        document.addReceiver(52);
        WireFault fault = of(writer.write(new Envelope(), document));

        assertThat(fault.why()).startsWith("the document goes to nobody");
        assertThat(fault.at()).isPresent();
    }

    @Test
    void ofAValueThatWasCutNobodyKnowsWhatWasWrong() {
        DeadLetterSample cut = new DeadLetterSample(
                "checksum",
                "t",
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                null,
                Arrays.copyOf(EventWalkTest.EXAMPLE, 40),
                OptionalInt.of(60_000),
                false);
        DeadLetterDiagnosis diagnosis = DeadLetterDiagnosis.of(cut, EventWalkTest.TEXT);

        assertThat(diagnosis.fault())
                .isEqualTo(WireFault.anywhere("checksum: of the value's 60000 bytes only the first 40 were kept"));
        assertThat(diagnosis.fields()).extracting(WireField::name).endsWith("thread", "sender");
    }

    @Test
    void readsWhatHeadersSay() {
        ConsumerRecord<byte[], byte[]> record = record();
        DeadLetterSample letter = DeadLetterSample.of(record);

        assertThat(letter.reason()).isEqualTo("checksum");
        assertThat(letter.partition()).hasValue(3);
        assertThat(letter.offset()).hasValue(99);
        assertThat(letter.cutFrom()).isEmpty();
        assertThat(letter.isOf("checksum")).isTrue();
        assertThat(letter.isOf("stray")).as("nobody says who sent it").isTrue();

        record.headers().add(RecordNumber.HEADER, new RecordNumber(7, 0, 1).toBytes());
        record.headers().remove("offset");
        record.headers().add("offset", bytes("many"));
        assertThat(DeadLetterSample.of(record).isOf("stray")).isFalse();
        assertThat(DeadLetterSample.of(record).offset()).isEmpty();
        assertThat(DeadLetterSample.of(new ConsumerRecord<>("dlt", 0, 0, null, null))
                        .reason())
                .isEmpty();
    }

    @Test
    void isWrittenWithCountsAndUnknowns() {
        DeadLetterReader.Found found = new DeadLetterReader.Found(
                List.of(DeadLetterSample.of(record()), DeadLetterSample.of(record())), List.of("older ones"));
        JsonNode json = DeadLettersJson.of(
                Optional.of(new PublishedMoments(0, 0, 1)
                        .with(Counter.DEAD_LETTER_CHECKSUM, 5)
                        .tally()),
                found,
                EventWalkTest.TEXT,
                1);

        assertThat(json.get("counts"))
                .hasToString("{\"malformed\":0,\"checksum\":5,\"unknown_kind\":0,\"no_receiver\":0,\"stray\":0}");
        assertThat(json.get("samples")).hasSize(1);
        JsonNode sample = json.get("samples").get(0);
        assertThat(sample.get("topic").asString()).isEqualTo("events");
        assertThat(sample.get("key_hex").asString()).isEqualTo("01");
        assertThat(sample.get("value_hex").asString()).startsWith("0de0d154b9");
        assertThat(sample.get("fields").get(0))
                .hasToString("{\"name\":\"crc32c\",\"at\":0,\"length\":5,\"value\":\"b954d1e0\"}");
        assertThat(json.get("unknown")).hasToString("[\"older ones\"]");

        JsonNode without = DeadLettersJson.of(Optional.empty(), found, EventWalkTest.TEXT, 1);
        assertThat(without.get("counts").isNull()).isTrue();
        assertThat(without.get("unknown").get(0).asString()).isEqualTo("counts: the tally is not known");
    }

    private static ConsumerRecord<byte[], byte[]> record() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("dlt", 0, 0, new byte[] {1}, EventWalkTest.EXAMPLE);
        record.headers().add("reason", bytes("checksum"));
        record.headers().add("topic", bytes("events"));
        record.headers().add("partition", bytes("3"));
        record.headers().add("offset", bytes("99"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static WireFault of(byte[] value) {
        return letter(value, "").fault();
    }

    private static DeadLetterDiagnosis letter(byte[] value, String reason) {
        return DeadLetterDiagnosis.of(
                new DeadLetterSample(
                        reason, "t", OptionalInt.of(0), OptionalLong.of(0), 0, null, value, OptionalInt.empty(), false),
                EventWalkTest.TEXT);
    }
}
