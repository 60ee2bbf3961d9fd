package io.docaxis.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import io.docaxis.common.event.proto.Event;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.hash.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** The hand-written codec against the generated classes. */
class EventCodecTest {

    private final EventWriter writer = new EventWriter();
    private final EventReader reader = new EventReader();
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void writesDocumentsThatTheGeneratedClassesReadAlike() throws Exception {
        for (int i = 0; i < 2000; i++) {
            Envelope envelope = envelope();
            DocumentSent d = document();
            byte[] value = writer.write(envelope, d);

            Event event = Event.parseFrom(value);
            assertThat(event.getRun()).isEqualTo(envelope.run);
            assertThat(event.getSource()).isEqualTo(envelope.source);
            assertThat(event.getSequence()).isEqualTo(envelope.sequence);
            assertThat(event.getEmittedAt()).isEqualTo(envelope.emittedAt);
            assertThat(event.getIntendedAtMs()).isEqualTo(envelope.intendedAtMs);
            assertThat(event.getIntendedAtUs()).isEqualTo(envelope.intendedAtUs);
            assertThat(event.getCrc32C()).isEqualTo(crc(value));
            var sent = event.getDocumentSent();
            assertThat(sent.getThread()).isEqualTo(d.thread);
            assertThat(sent.getOrdinal()).isEqualTo(d.ordinal);
            assertThat(sent.getDocument()).isEqualTo(d.document);
            assertThat(sent.getSenderCode()).isEqualTo(d.senderCode == null ? "" : d.senderCode);
            assertThat(sent.getSender()).isEqualTo(Math.max(0, d.sender));
            assertThat(sent.getReceiversList())
                    .isEqualTo(IntStream.range(0, d.receiverCount)
                            .mapToObj(r -> d.receivers[r])
                            .toList());
            assertThat(sent.getReceiverCodesList())
                    .isEqualTo(List.of(Arrays.copyOf(d.receiverCodes, d.receiverCodeCount)));
            assertThat(sent.getSignedAt()).isEqualTo(d.signedAt);
            assertThat(sent.getSentAt()).isEqualTo(d.sentAt);
            assertThat(sent.hasDueOn()).isEqualTo(d.dueOn != DocumentSent.NO_DATE);
            assertThat(sent.getDueOn()).isEqualTo(d.dueOn == DocumentSent.NO_DATE ? 0 : d.dueOn);
            assertThat(sent.getDueOnText()).isEqualTo(d.dueOnText == null ? "" : d.dueOnText);
            assertThat(sent.hasAnswers()).isEqualTo(d.answers >= 0);
            assertThat(sent.getAnswers()).isEqualTo(Math.max(0, d.answers));
            assertThat(sent.hasConcerns()).isEqualTo(d.concerns >= 0);
            assertThat(sent.getType()).isEqualTo(d.type);
            assertThat(sent.getUrgency()).isEqualTo(d.urgency);
            assertThat(sent.getBusiness()).isEqualTo(d.business);

            assertThat(reader.read(value)).isEqualTo(EventKind.DOCUMENT_SENT);
            assertThat(reader.contentHash()).isEqualTo(writer.lastContentHash());
            assertThat(writer.write(reader.envelope(), reader.document())).isEqualTo(value);
        }
    }

    @Test
    void writesStatusesThatTheGeneratedClassesReadAlike() throws Exception {
        for (int i = 0; i < 2000; i++) {
            StatusReported s = status();
            byte[] value = writer.write(envelope(), s);

            var reported = Event.parseFrom(value).getStatusReported();
            assertThat(reported.getThread()).isEqualTo(s.thread);
            assertThat(reported.getReceiver()).isEqualTo(Math.max(0, s.receiver));
            assertThat(reported.getReceiverCode()).isEqualTo(s.receiverCode == null ? "" : s.receiverCode);
            assertThat(reported.hasReporter()).isEqualTo(s.reporter >= 0);
            assertThat(reported.getStatus()).isEqualTo(s.status);
            assertThat(reported.getOccurredAt()).isEqualTo(s.occurredAt);

            assertThat(reader.read(value)).isEqualTo(EventKind.STATUS_REPORTED);
            assertThat(writer.write(reader.envelope(), reader.status())).isEqualTo(value);
        }
    }

    @Test
    void microsecondsTakeThreeBytesAndNoneWhereThereAreNone() throws Exception {
        Envelope envelope = envelope();
        StatusReported status = status();
        envelope.intendedAtUs = 0;
        int whole = writer.write(envelope, status).length;
        assertThat(fields(writer.toBytes())).noneMatch(field -> field[0] == 7 << 3);

        envelope.intendedAtUs = 1;
        assertThat(writer.write(envelope, status)).hasSize(whole + 2);
        envelope.intendedAtUs = 999;
        assertThat(writer.write(envelope, status)).hasSize(whole + 3);
        assertThat(reader.read(writer.toBytes())).isEqualTo(EventKind.STATUS_REPORTED);
        assertThat(reader.envelope().intendedAtUs).isEqualTo(999);
    }

    @Test
    void moreMicrosecondsThanAMillisecondHasAreMalformed() {
        Envelope envelope = envelope();
        for (int micros : new int[] {1000, Integer.MAX_VALUE, -1}) {
            envelope.intendedAtUs = micros;
            assertThat(reader.read(writer.tick(envelope))).isEqualTo(EventKind.UNREADABLE);
            assertThat(reader.problem()).isEqualTo(Unreadable.MALFORMED);
        }
    }

    /** Typed: what an event is at full speed, where the schedule has no fractions of a millisecond. */
    @Test
    void anEventOfAWholeMillisecondHasTheseBytes() {
        Envelope envelope = new Envelope();
        envelope.run = 0x0102030405060708L;
        envelope.source = 1;
        envelope.sequence = 300;
        envelope.emittedAt = 1_672_506_000L;
        envelope.intendedAtMs = 1_790_000_000_000L;
        StatusReported s = new StatusReported();
        s.thread = 5;
        s.ordinal = 2;
        s.document = 1;
        s.receiver = 7;
        s.status = 3;
        s.occurredAt = 1_672_505_000L;
        assertThat(HexFormat.of().formatHex(writer.write(envelope, s)))
                .isEqualTo(
                        "0da7a13a85110807060504030201180120ac022890d5c19d063080d8c1a28c345a100805100218012007380340a8cdc19d06");
    }

    @Test
    void contentDoesNotDependOnDelivery() {
        DocumentSent document = document();
        writer.write(envelope(), document);
        long hash = writer.lastContentHash();
        writer.write(envelope(), document);
        assertThat(writer.lastContentHash()).isEqualTo(hash);
        document.sentAt++;
        writer.write(envelope(), document);
        assertThat(writer.lastContentHash()).isNotEqualTo(hash);
    }

    @Test
    void readsTicksAndMarkers() {
        assertThat(reader.read(writer.tick(envelope()))).isEqualTo(EventKind.TICK);
        RunEnded ended = RunEnded.newBuilder()
                .setRecords(5)
                .setFingerprint(-1)
                .setComplete(true)
                .build();
        assertThat(reader.read(writer.write(envelope(), EventKind.RUN_ENDED, ended)))
                .isEqualTo(EventKind.RUN_ENDED);
        assertThat(reader.runEnded()).isEqualTo(ended);
    }

    @Test
    void readsFieldsInAnyOrder() throws Exception {
        for (int salt = 0; salt < 2000; salt++) {
            boolean isStatus = random.nextBoolean();
            byte[] value = isStatus ? writer.write(envelope(), status()) : writer.write(envelope(), document());

            assertThat(reader.read(seal(disordered(value, salt))))
                    .isEqualTo(isStatus ? EventKind.STATUS_REPORTED : EventKind.DOCUMENT_SENT);
            byte[] read = isStatus
                    ? writer.write(reader.envelope(), reader.status())
                    : writer.write(reader.envelope(), reader.document());
            assertThat(read).isEqualTo(value);
        }
    }

    @Test
    void takesNoTagThatIsLongerThanItNeedsToBe() {
        byte[] value = writer.write(envelope(), status());
        // the source once more, its tag as two bytes
        byte[] longer = Arrays.copyOf(value, value.length + 3);
        longer[value.length] = (byte) (3 << 3 | 0x80);
        longer[value.length + 2] = 1;
        assertThat(reader.read(seal(longer))).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.problem()).isEqualTo(Unreadable.MALFORMED);
    }

    @Test
    void passesOverFieldsThatItDoesNotKnow() throws Exception {
        byte[] value = writer.write(envelope(), status());
        Event read = Event.parseFrom(value);
        var unknown = UnknownFieldSet.newBuilder()
                .addField(20, UnknownFieldSet.Field.newBuilder().addVarint(3).build())
                .addField(8, UnknownFieldSet.Field.newBuilder().addFixed32(3).build())
                .build();
        Event extended = read.toBuilder().setUnknownFields(unknown).build();
        assertThat(reader.read(seal(extended.toByteArray()))).isEqualTo(EventKind.STATUS_REPORTED);
    }

    @Test
    void callsAnUnknownKindByItsName() {
        var unknown = UnknownFieldSet.newBuilder()
                .addField(
                        99,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8("later"))
                                .build())
                .build();
        Event event = Event.newBuilder().setCrc32C(1).setUnknownFields(unknown).build();
        assertThat(reader.read(seal(event.toByteArray()))).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.problem()).isEqualTo(Unreadable.UNKNOWN_KIND);
    }

    @Test
    void aThreadOfAnUnknownKindOfCaseIsOfAnUnknownKind() {
        for (int kind = 1; kind < 4; kind++) {
            DocumentSent document = document();
            document.thread |= (long) kind << 34;
            assertThat(reader.read(writer.write(envelope(), document))).isEqualTo(EventKind.UNREADABLE);
            assertThat(reader.problem()).isEqualTo(Unreadable.UNKNOWN_KIND);
            StatusReported status = status();
            status.thread |= (long) kind << 34;
            assertThat(reader.read(writer.write(envelope(), status))).isEqualTo(EventKind.UNREADABLE);
            assertThat(reader.problem()).isEqualTo(Unreadable.UNKNOWN_KIND);
        }
    }

    @Test
    void aThreadBeyondAllKindsOfCasesIsMalformed() {
        StatusReported status = status();
        status.thread = EventLimits.MAX_THREAD + 1;
        assertThat(reader.read(writer.write(envelope(), status))).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.problem()).isEqualTo(Unreadable.MALFORMED);
    }

    @Test
    void noticesEveryChangedBit() {
        byte[] value = writer.write(envelope(), document());
        for (int bit = 0; bit < value.length * 8; bit++) {
            byte[] changed = value.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(reader.read(changed)).as("bit %d", bit).isEqualTo(EventKind.UNREADABLE);
        }
    }

    @Test
    void survivesAnyBytesEvenUnderARightChecksum() {
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] value =
                    random.nextBoolean() ? writer.write(envelope(), document()) : writer.write(envelope(), status());
            int flips = 1 + random.nextInt(4);
            for (int f = 0; f < flips; f++) {
                value[5 + random.nextInt(value.length - 5)] = (byte) random.nextInt();
            }
            read += reader.read(seal(value)) == EventKind.UNREADABLE ? 0 : 1;
        }
        assertThat(read).as("records that still make sense").isPositive();
        assertThat(reader.read(null)).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.read(new byte[0])).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.read(new byte[300])).isEqualTo(EventKind.UNREADABLE);
    }

    /** The checksum, then the other fields of an event and of its content in another order; those of one number in theirs. */
    private static byte[] disordered(byte[] event, int salt) throws IOException {
        List<byte[]> fields = fields(event);
        byte[] checksum = fields.remove(0);
        CodedInputStream content = CodedInputStream.newInstance(fields.remove(fields.size() - 1));
        int kind = content.readTag() >>> 3;
        List<byte[]> inner = fields(content.readByteArray());
        inner.sort(byFirstByte(salt));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeByteArray(kind, joined(inner));
        out.flush();
        fields.add(bytes.toByteArray());
        fields.sort(byFirstByte(salt));
        fields.add(0, checksum);
        return joined(fields);
    }

    /** A field's number decides; there is one of two bytes, and its first is no other's. */
    private static Comparator<byte[]> byFirstByte(int salt) {
        return Comparator.comparingLong(field -> Hash.mix(salt, field[0]));
    }

    private static List<byte[]> fields(byte[] message) throws IOException {
        List<byte[]> fields = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(message);
        while (!in.isAtEnd()) {
            int from = in.getTotalBytesRead();
            in.skipField(in.readTag());
            fields.add(Arrays.copyOfRange(message, from, in.getTotalBytesRead()));
        }
        return fields;
    }

    private static byte[] joined(List<byte[]> fields) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        fields.forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    static byte[] seal(byte[] value) {
        int crc = crc(value);
        for (int i = 0; i < 4; i++) {
            value[1 + i] = (byte) (crc >>> (8 * i));
        }
        return value;
    }

    private static int crc(byte[] value) {
        CRC32C crc = new CRC32C();
        crc.update(value, 5, value.length - 5);
        return (int) crc.getValue();
    }

    private Envelope envelope() {
        Envelope envelope = new Envelope();
        envelope.run = random.nextLong();
        envelope.source = random.nextInt(9);
        envelope.sequence = random.nextInt(1_000_000);
        envelope.emittedAt = 1_672_506_000L + random.nextInt(26_000_000);
        envelope.intendedAtMs = 1_790_000_000_000L + random.nextInt(1_000_000);
        envelope.intendedAtUs = random.nextInt(1000);
        return envelope;
    }

    private DocumentSent document() {
        DocumentSent d = new DocumentSent();
        d.thread = random.nextLong(1L << 34);
        d.ordinal = random.nextInt(500);
        d.document = random.nextInt(4);
        d.sender = random.nextInt(88);
        if (random.nextInt(5) == 0) {
            d.sender = DocumentSent.ABSENT;
            d.senderCode = "000.00.13.H53";
        }
        int receivers = random.nextInt(88);
        for (int i = 0; i < receivers; i++) {
            d.addReceiver(random.nextInt(120_000));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            d.addReceiverCode(i == 1 ? "" : "Bộ Nội vụ");
        }
        d.type = random.nextInt(DocumentType.count());
        d.urgency = random.nextInt(4);
        d.business = random.nextInt(4);
        d.signedAt = random.nextInt(4) == 0 ? 0 : 1_672_506_000L;
        d.sentAt = 1_672_506_000L + random.nextInt(26_000_000);
        if (random.nextBoolean()) {
            d.dueOn = random.nextInt(3) - 1 + random.nextInt(20_000);
        }
        d.dueOnText = random.nextInt(5) == 0 ? "2023/02/30" : null;
        d.answers = random.nextInt(3) - 1;
        d.concerns = random.nextInt(3) - 1;
        return d;
    }

    private StatusReported status() {
        StatusReported s = new StatusReported();
        s.thread = random.nextLong(1L << 34);
        s.ordinal = random.nextInt(500);
        s.document = random.nextInt(4);
        s.receiver = random.nextInt(88);
        if (random.nextInt(5) == 0) {
            s.receiver = DocumentSent.ABSENT;
            s.receiverCode = "H53.13";
        }
        s.reporter = random.nextInt(40) - 1;
        s.status = random.nextInt(20);
        s.occurredAt = 1_672_506_000L + random.nextInt(26_000_000);
        return s;
    }
}
