package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.event.ValueWriter;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.producer.form.JsonEventWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events in both formats have the same heads. */
class JsonHeadsTest {

    private final JsonHeads heads = new JsonHeads();
    private final RecordHead head = new RecordHead();

    @Test
    void eventsOfEveryKindHaveTheHeadsThatTheyHaveInProtobuf() {
        alike(writer -> {
            writer.encode(envelope(42), new DocumentSent());
            return writer.toBytes();
        });
        alike(writer -> {
            writer.encode(envelope(43), new StatusReported());
            return writer.toBytes();
        });
        alike(writer -> writer.tick(envelope(0)));
        alike(writer -> writer.write(envelope(0), EventKind.RUN_STARTED, RunStarted.getDefaultInstance()));
        RunEnded ended = RunEnded.newBuilder().setRecords(7).setSequence(99).build();
        assertThat(alike(writer -> writer.write(envelope(0), EventKind.RUN_ENDED, ended)).lastSequence)
                .isEqualTo(99);
    }

    @Test
    void whatIsDamagedIsKnownByTheNumberBesideIt() {
        RecordNumber number = new RecordNumber(5, 3, 8);
        for (byte[] value : new byte[][] {{0, 1}, document(), null}) {
            assertThat(heads.read(value, headers(number), head)).isTrue();
            assertThat(head.run).isEqualTo(5);
            assertThat(head.source).isEqualTo(3);
            assertThat(head.sequence).isEqualTo(8);
            assertThat(head.isEvent).isTrue();
            assertThat(head.intendedAtNs).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "7",
                "{\"content\":{}}",
                "{\"intended_at_epoch_us\":1,\"run\":\"01\",\"source\":1,\"sequence\":1,\"kind\":\"tick\"}",
                "{\"intended_at_epoch_us\":1,\"run\":\"01\",\"source\":1,\"kind\":\"tick\",\"content\":{}}",
                "{\"intended_at_epoch_us\":\"x\",\"run\":\"01\",\"source\":1,\"sequence\":1,\"kind\":\"tick\",\"content\":{}}",
                "{\"intended_at_epoch_us\":9223372036854775807,\"run\":\"01\",\"source\":1,\"sequence\":1,\"kind\":\"tick\",\"content\":{}}",
                "{\"intended_at_epoch_us\":1,\"run\":\"xy\",\"source\":1,\"sequence\":1,\"kind\":\"tick\",\"content\":{}}",
                "{\"intended_at_epoch_us\":1,\"run\":null,\"source\":1,\"sequence\":1,\"kind\":\"tick\",\"content\":{}}",
                "{\"intended_at_epoch_us\":1,\"run\":{},\"source\":1,\"sequence\":1,\"kind\":\"tick\",\"content\":{}}"
            })
    void whatIsNoEventSaysNotWhoseItIs(String text) {
        assertThat(heads.read(text.getBytes(StandardCharsets.UTF_8), headers(null), head))
                .isFalse();
    }

    @Test
    void noValueSaysNothing() {
        assertThat(heads.read(null, headers(null), head)).isFalse();
    }

    private RecordHead alike(Function<ValueWriter, byte[]> write) {
        RecordHead expected = new RecordHead();
        assertThat(new ProtobufHeads().read(write.apply(new EventWriter()), headers(null), expected))
                .isTrue();
        RecordHead read = new RecordHead();
        byte[] value = write.apply(new JsonEventWriter(AgencyCatalogue.level1()));
        assertThat(heads.read(value, headers(null), read)).isTrue();
        assertThat(read).usingRecursiveComparison().isEqualTo(expected);
        return read;
    }

    private static byte[] document() {
        JsonEventWriter writer = new JsonEventWriter(AgencyCatalogue.level1());
        writer.encode(envelope(1), new DocumentSent());
        return writer.toBytes();
    }

    private static Headers headers(RecordNumber number) {
        Headers headers = new ProducerRecord<byte[], byte[]>("t", null).headers();
        if (number != null) {
            headers.add(RecordNumber.HEADER, number.toBytes());
        }
        return headers;
    }

    private static Envelope envelope(long sequence) {
        Envelope envelope = new Envelope();
        envelope.run = 0xfedcba9876543210L;
        envelope.source = 2;
        envelope.sequence = sequence;
        envelope.emittedAt = 1_678_092_000;
        envelope.intendedAtMs = 1_795_867_200_123L;
        envelope.intendedAtUs = 456;
        return envelope;
    }
}
