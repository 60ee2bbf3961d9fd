package io.docaxis.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.protobuf.ByteString;
import io.docaxis.common.event.proto.Event;
import io.docaxis.common.event.proto.RunEnded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Padding makes values larger and changes nothing else; the generated classes are the oracle. */
class PaddedEventsTest {

    private static final PaddingPool POOL = PaddingPool.random(5);

    private final EventWriter plain = new EventWriter();
    private final EventWriter padded = new EventWriter(POOL, 3);
    private final EventReader reader = new EventReader();

    @Test
    void valuesHaveExactlyTheSizeAskedForButForOneByte() {
        int least = plain.write(envelope(), status()).length;

        for (int size = least; size < least + 400; size++) {
            padded.padTo(size);
            byte[] value = padded.write(envelope(), status());
            assertThat(value).as("size %d, unpadded %d", size, least).hasSize(size == least + 1 ? size + 1 : size);
        }
    }

    /** A length of one byte more begins at 128, 16,384 and 2,097,152. */
    @Test
    void sizesAroundLongerLengthsAreExactToo() throws Exception {
        int least = plain.write(envelope(), status()).length;

        for (int length : new int[] {128, 16_384, 2_097_152}) {
            for (int size = least + length - 8; size < least + length + 16; size++) {
                padded.padTo(size);
                byte[] value = padded.write(envelope(), status());
                assertThat(value).hasSize(size);
                assertThat(reader.read(value)).isEqualTo(EventKind.STATUS_REPORTED);
                assertThat(Event.parseFrom(value).getPaddingCount()).isBetween(1, 2);
            }
        }
    }

    @Test
    void aLargerEventStaysAsItIsAndIsCounted() {
        byte[] unpadded = plain.write(envelope(), document());

        padded.padTo(unpadded.length - 1);
        assertThat(padded.write(envelope(), document())).isEqualTo(unpadded);
        assertThat(padded.larger()).isEqualTo(1);

        padded.padTo(unpadded.length);
        assertThat(padded.write(envelope(), document())).isEqualTo(unpadded);
        padded.padTo(0);
        assertThat(padded.write(envelope(), document())).isEqualTo(unpadded);
        assertThat(padded.larger()).isEqualTo(1);
    }

    @Test
    void theGeneratedClassesReadTheSameEventAndThePaddingBesideIt() throws Exception {
        Event unpadded = Event.parseFrom(plain.write(envelope(), document()));
        padded.padTo(1000);
        Event event = Event.parseFrom(padded.write(envelope(), document()));

        assertThat(event.toBuilder().clearPadding().clearCrc32C().build())
                .isEqualTo(unpadded.toBuilder().clearCrc32C().build());
        byte[] expected = new byte[event.getPadding(0).size()];
        POOL.copy(3, expected, 0, expected.length);
        assertThat(event.getPaddingList()).isEqualTo(List.of(ByteString.copyFrom(expected)));
    }

    @Test
    void readersReadAPaddedEventAsTheSameWithoutPadding() {
        for (int size : new int[] {200, 1000, 5000}) {
            padded.padTo(size);
            assertThat(reader.read(padded.write(envelope(), document()))).isEqualTo(EventKind.DOCUMENT_SENT);
            byte[] unpadded = plain.write(envelope(), document());
            assertThat(plain.write(reader.envelope(), reader.document())).isEqualTo(unpadded);
            assertThat(reader.contentHash()).isEqualTo(plain.lastContentHash()).isEqualTo(padded.lastContentHash());

            assertThat(reader.read(padded.write(envelope(), status()))).isEqualTo(EventKind.STATUS_REPORTED);
            unpadded = plain.write(envelope(), status());
            assertThat(plain.write(reader.envelope(), reader.status())).isEqualTo(unpadded);
        }
    }

    /** Another writer may write it in the order of field numbers. */
    @Test
    void readersReadPaddingInFrontOfTheContent() throws Exception {
        padded.padTo(300);
        byte[] value = padded.write(envelope(), status());
        byte[] other = EventCodecTest.seal(Event.parseFrom(value).toByteArray());

        assertThat(other).isNotEqualTo(value).hasSameSizeAs(value);
        assertThat(reader.read(other)).isEqualTo(EventKind.STATUS_REPORTED);
        assertThat(plain.write(reader.envelope(), reader.status())).isEqualTo(plain.write(envelope(), status()));
    }

    @Test
    void aChangedBitOfPaddingIsNoticed() {
        padded.padTo(500);
        byte[] value = padded.write(envelope(), status());
        value[value.length - 1] ^= 1;

        assertThat(reader.read(value)).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.problem()).isEqualTo(Unreadable.CHECKSUM);
    }

    @Test
    void paddingThatEndsBeyondTheValueIsMalformed() {
        padded.padTo(500);
        byte[] value = padded.write(envelope(), status());
        byte[] shorter = EventCodecTest.seal(Arrays.copyOf(value, value.length - 1));

        assertThat(reader.read(shorter)).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.problem()).isEqualTo(Unreadable.MALFORMED);
    }

    @Test
    void noValueHasTheSamePaddingAsTheOneBefore() throws Exception {
        padded.padTo(500);
        Event first = Event.parseFrom(padded.write(envelope(), status()));
        Event second = Event.parseFrom(padded.write(envelope(), status()));

        assertThat(second.getPaddingList()).isNotEqualTo(first.getPaddingList());
    }

    @Test
    void whatIsNoDocumentAndNoStatusIsPaddedWhereItIsAskedFor() {
        padded.padTo(400);
        assertThat(padded.unknownKind(envelope())).hasSize(400);
        assertThat(reader.read(padded.value(), 0, padded.length())).isEqualTo(EventKind.UNREADABLE);
        assertThat(reader.problem()).isEqualTo(Unreadable.UNKNOWN_KIND);
        RunEnded ended = RunEnded.newBuilder().setRecords(5).build();
        assertThat(reader.read(padded.write(envelope(), EventKind.RUN_ENDED, ended)))
                .isEqualTo(EventKind.RUN_ENDED);
        assertThat(reader.runEnded()).isEqualTo(ended);
    }

    @Test
    void aWriterWithoutPaddingCannotPad() {
        assertThatIllegalStateException().isThrownBy(() -> plain.padTo(1)).withMessageContaining("1 bytes");
    }

    private static Envelope envelope() {
        Envelope envelope = new Envelope();
        envelope.run = 0x0102030405060708L;
        envelope.source = 1;
        envelope.sequence = 300;
        envelope.emittedAt = 1_672_506_000L;
        envelope.intendedAtMs = 1_790_000_000_000L;
        envelope.intendedAtUs = 77;
        return envelope;
    }

    private static StatusReported status() {
        StatusReported s = new StatusReported();
        s.thread = 5;
        s.ordinal = 2;
        s.document = 1;
        s.receiver = 7;
        s.status = 3;
        s.occurredAt = 1_672_505_000L;
        return s;
    }

    private static DocumentSent document() {
        DocumentSent d = new DocumentSent();
        d.thread = 7;
        d.sender = 52;
        for (int i = 0; i < 40; i++) {
            d.addReceiver(i);
        }
        d.sentAt = 1_678_092_000;
        d.dueOn = 19_430;
        return d;
    }
}
