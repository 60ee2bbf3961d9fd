package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.hash.Hash;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.SentRecords.Sent;
import io.docaxis.producer.scenario.ScenarioFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries of a channel that does all it can, two partitions. */
class EventSenderTest {

    private static final int PARTITIONS = 2;
    private static final long NOW_NS = 5_000_000_000L;

    private final SentRecords sent = new SentRecords(new MovedClock(NOW_NS));
    private final SendCounts counts = new SendCounts();
    private final Ledger ledger = new Ledger(world());
    private long dropped;

    @Test
    void numbersWhatIsDroppedAndSendsAllElse() {
        sendAll(sender(SourceTail.Found.nothing(PARTITIONS)));

        assertThat(dropped).isPositive().isEqualTo(ledger.withheld());
        long missing = 0;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            List<Long> sequences = sequences(partition);
            assertThat(sequences).isSorted().doesNotHaveDuplicates();
            missing += sequences.get(sequences.size() - 1) - sequences.size();
        }
        assertThat(missing).isLessThanOrEqualTo(dropped);
        assertThat(counts.scheduled())
                .isEqualTo(sent.all().size())
                .isEqualTo(ledger.planned() + ledger.duplicated() - ledger.withheld());
    }

    @Test
    void givesRecordsThatNobodyCanReadTheirNumberBesideThem() {
        sendAll(sender(SourceTail.Found.nothing(PARTITIONS)));

        assertThat(sent.of(EventKind.UNREADABLE)).isNotEmpty().allMatch(record -> record.sequence() > 0);
    }

    @Test
    void tellsEachPartitionAtTheEndWhatItShouldHave() {
        EventSender sender = sender(SourceTail.Found.nothing(PARTITIONS));
        sendAll(sender);
        List<Sent> events = sent.events();

        sender.sendEnds(76, 77, NOW_NS);

        List<Sent> ends = sent.of(EventKind.RUN_ENDED);
        assertThat(ends).hasSize(PARTITIONS).allMatch(end -> end.emittedAt() == 77);
        for (Sent end : ends) {
            EventReader reader = new EventReader();
            reader.read(end.value());
            RunEnded said = reader.runEnded();
            assertThat(said.getEndsAt()).isEqualTo(76);
            List<Sent> there = events.stream()
                    .filter(event -> event.partition() == end.partition())
                    .toList();
            assertThat(said.getRecords()).isEqualTo(there.size());
            assertThat(said.getFingerprint())
                    .isEqualTo(there.stream()
                            .mapToLong(event -> Hash.mix(event.contentHash()))
                            .sum());
            assertThat(said.getComplete()).isTrue();
        }
    }

    @Test
    void sendsOnlyWhatTheLogDoesNotHaveAndCountsItAll() {
        sendAll(sender(SourceTail.Found.nothing(PARTITIONS)));
        List<Sent> all = List.copyOf(sent.all());
        SourceTail.Found found = SourceTail.Found.nothing(PARTITIONS);
        all.subList(0, all.size() / 2).forEach(record -> found.saw(record.partition(), record.sequence()));
        sent.all().clear();
        long before = counts.scheduled();

        sendAll(sender(found));

        assertThat(sent.all()).extracting(Sent::sequence).hasSize(all.size() - all.size() / 2);
        assertThat(counts.scheduled() - before).isEqualTo(all.size());
        assertThat(counts.resumed()).isEqualTo(all.size() / 2);
    }

    @Test
    void startsOnlyWherePartitionsHaveNothingYet() {
        SourceTail.Found found = SourceTail.Found.nothing(PARTITIONS);
        found.saw(1, 9);

        sender(found).sendToNew(EventKind.RUN_STARTED, RunStarted.getDefaultInstance(), 3, NOW_NS);

        assertThat(sent.all()).extracting(Sent::partition).containsExactly(0);
    }

    @Test
    void ticksNoPartitionBeforeItHasPassedOverWhatIsThere() {
        SourceTail.Found found = SourceTail.Found.nothing(PARTITIONS);
        found.saw(1, 9);

        sender(found).tickSilent(3, NOW_NS);

        assertThat(sent.of(EventKind.TICK)).extracting(Sent::partition).containsExactly(0);
    }

    /** What was sent late has been heard of now. */
    @Test
    void countsSilenceFromWhenSomethingWasSentNotFromWhenItWasWanted() {
        EventSender sender = sender(SourceTail.Found.nothing(PARTITIONS));
        Emission emission = new Emission(world(), 0, 1, ledger);
        Delivery delivery = new Delivery();
        while (sent.all().size() < 20 && emission.next(delivery)) {
            sender.send(delivery, NOW_NS - 10 * EventSink.TICK_NS, NOW_NS);
        }
        assertThat(sent.all()).extracting(Sent::partition).contains(0, 1);

        sender.tickSilent(3, NOW_NS + EventSink.TICK_NS - 1);
        assertThat(sent.of(EventKind.TICK)).isEmpty();
        sender.tickSilent(3, NOW_NS + EventSink.TICK_NS);
        assertThat(sent.of(EventKind.TICK)).extracting(Sent::partition).containsExactly(0, 1);
    }

    private EventSender sender(SourceTail.Found found) {
        Topics topics = new Topics("sender");
        BatchingProducer producer = sent.atFullSpeed(topics, counts);
        return new EventSender(producer, topics, new EventEncoder(1, 0), found, counts);
    }

    private void sendAll(EventSender sender) {
        Emission emission = new Emission(world(), 0, 1, ledger);
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            dropped += delivery.dropped ? 1 : 0;
            assertThat(delivery.damage == Damage.NONE || !delivery.dropped).isTrue();
            sender.send(delivery, NOW_NS, NOW_NS);
        }
    }

    private List<Long> sequences(int partition) {
        return sent.all().stream()
                .filter(record -> record.partition() == partition)
                .map(Sent::sequence)
                .toList();
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
