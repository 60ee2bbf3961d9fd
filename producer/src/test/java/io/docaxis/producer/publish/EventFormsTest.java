package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.form.EventHeaders;
import io.docaxis.producer.form.Padding;
import io.docaxis.producer.form.RecordSize;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.SentRecords.Sent;
import io.docaxis.producer.scenario.ScenarioFixture;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Deliveries of a channel that does all it can, sent in other forms than events are by default. */
class EventFormsTest {

    private static final int PARTITIONS = 2;
    private static final long NOW_NS = 5_000_000_000L;
    private static final Topics TOPICS = new Topics("forms");

    @Test
    void everyRecordOfTheEventsHasTheHeaders() {
        SentRecords sent = send(form("1B", "env=load", "empty="), 0, 1);

        assertThat(sent.history()).isNotEmpty().allSatisfy(record -> {
            assertThat(header(record, "env")).isEqualTo("load");
            assertThat(header(record, "empty")).isEmpty();
        });
        assertThat(sent.history())
                .filteredOn(record -> new EventReader().read(record.value()) == EventKind.UNREADABLE)
                .isNotEmpty()
                .allMatch(record -> record.headers().lastHeader(RecordNumber.HEADER) != null);
    }

    @Test
    void theLedgerHasNoHeaders() {
        SentRecords sent = new SentRecords(new MovedClock(NOW_NS));
        sender(sent, form("1B", "env=load"), 0).sendLedger(new byte[] {1}, new byte[] {2});

        assertThat(sent.history())
                .singleElement()
                .satisfies(record -> assertThat(record.headers()).isEmpty());
    }

    @Test
    void documentsAndStatusesHaveTheSizeAndAllElseIsAsItIs() {
        SentRecords padded = send(form("600B"), 0, 1);
        SentRecords plain = send(EventForm.PLAIN, 0, 1);

        assertThat(padded.events())
                .isNotEmpty()
                .allMatch(event -> event.value().length == 600)
                .extracting(Sent::contentHash)
                .isEqualTo(plain.events().stream().map(Sent::contentHash).toList());
        assertThat(values(padded, EventKind.RUN_STARTED)).isEqualTo(values(plain, EventKind.RUN_STARTED));
        assertThat(values(padded, EventKind.TICK)).isNotEmpty().isEqualTo(values(plain, EventKind.TICK));
    }

    @Test
    void whatIsLargerStaysAsItIsAndIsCounted() {
        EventEncoder encoder = new EventEncoder(1, 0, form("70B"));
        Delivery delivery = new Delivery();
        Emission emission = new Emission(world(), 0, 1, new Ledger(world()));
        int larger = 0;
        EventEncoder plain = new EventEncoder(1, 0);
        while (emission.next(delivery)) {
            for (EventEncoder each : List.of(plain, encoder)) {
                each.envelope(1, delivery.emittedAt, NOW_NS);
            }
            int itself = plain.encode(delivery).length();
            larger += itself > 70 ? 1 : 0;
            assertThat(encoder.encode(delivery).length()).isEqualTo(itself == 69 ? 71 : Math.max(itself, 70));
        }
        assertThat(larger).isPositive();
        assertThat(encoder.larger()).isEqualTo(larger);
    }

    @Test
    void drawnSizesAreTheSameForAnyNumberOfSources() {
        Map<Long, Integer> ofOne = new TreeMap<>();
        send(form("300B..2KB"), 0, 1).events().forEach(event -> ofOne.put(event.contentHash(), event.value().length));
        Map<Long, Integer> ofThree = new TreeMap<>();
        for (int k = 0; k < 3; k++) {
            send(form("300B..2KB"), k, 3)
                    .events()
                    .forEach(event -> ofThree.put(event.contentHash(), event.value().length));
        }

        assertThat(ofThree).isEqualTo(ofOne);
        assertThat(ofOne.values().stream().distinct().count()).isGreaterThan(ofOne.size() / 2);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<String> values(SentRecords sent, EventKind kind) {
        return sent.of(kind).stream()
                .map(each -> HexFormat.of().formatHex(each.value()))
                .toList();
    }

    private static EventForm form(String size, String... headers) {
        return EventForm.of(
                EventFormat.PROTOBUF,
                Optional.of(RecordSize.parse(size)),
                Padding.RANDOM,
                EventHeaders.parse(List.of(headers)),
                world());
    }

    private static SentRecords send(EventForm form, int source, int sources) {
        SentRecords sent = new SentRecords(new MovedClock(NOW_NS));
        EventSender sender = sender(sent, form, source);
        sender.sendToNew(EventKind.RUN_STARTED, RunStarted.getDefaultInstance(), 76, NOW_NS);
        Emission emission = new Emission(world(), source, sources, new Ledger(world()));
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            sender.send(delivery, NOW_NS, NOW_NS);
        }
        sender.tickSilent(77, NOW_NS + EventSink.TICK_NS);
        sender.sendEnds(76, 77, NOW_NS);
        return sent;
    }

    private static EventSender sender(SentRecords sent, EventForm form, int source) {
        SendCounts counts = new SendCounts();
        return new EventSender(
                sent.atFullSpeed(TOPICS, counts),
                TOPICS,
                new EventEncoder(1, source, form),
                SourceTail.Found.nothing(PARTITIONS),
                counts);
    }

    private static World world() {
        return new World(
                new ScenarioFixture()
                        .documents(200)
                        .days("2023-03-01", "2023-03-31")
                        .disturbed()
                        .build(),
                1);
    }
}
