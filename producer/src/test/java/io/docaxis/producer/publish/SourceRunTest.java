package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.producer.schedule.SpeedSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What a source of a live run leaves in the log, in its order, where it is asked to end. */
class SourceRunTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START_MS = 1_700_000_000_123L;
    private static final int PARTITIONS = 3;
    private static final Topics TOPICS = new Topics("run");
    private static final World WORLD = new World(
            new ScenarioFixture()
                    .documents(60)
                    .days("2023-03-06", "2023-03-06")
                    .disturbed()
                    .build(),
            1);
    private static final RunIdentity RUN =
            new RunIdentity(WORLD.scenario(), WORLD.seed(), 1, WORLD.startsAt() + 2 * 3_600);

    private final LiveRun live = new LiveRun(Speed.parse("3600x"));
    private final Live anchor = live.anchor(Optional.empty(), START_MS, RUN.startsAt());
    private final MovedClock clock = new MovedClock(START_MS * 1_000_000);
    private final SentRecords sent = new SentRecords(clock);
    private final SendCounts counts = new SendCounts();

    @Test
    void writesDownTheAgreedEndBeforeAnyEndMarkerAndTheLedgerOfWhatWasDelivered() {
        clock.at(START_MS * 1_000_000 + 9 * SECOND, live.end()::ask);

        assertThat(play().complete()).isTrue();

        List<PartHeader> headers = new ArrayList<>();
        List<RunEnded> ends = new ArrayList<>();
        TallyReader ledger = new TallyReader();
        EventReader events = new EventReader();
        for (ProducerRecord<byte[], byte[]> record : sent.history()) {
            if (record.topic().equals(TOPICS.ledger())) {
                ledger.read(record.key(), record.value());
                PartHeader header = ledger.headers(RUN.hash()).get(0);
                if (headers.isEmpty() || !headers.get(headers.size() - 1).equals(header)) {
                    assertThat(ends.isEmpty()).isEqualTo(!header.getEnded());
                    headers.add(header);
                }
            } else if (events.read(record.value()) == EventKind.RUN_ENDED) {
                ends.add(events.runEnded());
            }
        }
        long endsAt = headers.get(1).getEndsAt();
        assertThat(endsAt).isBetween(RUN.startsAt() + 8 * 3_600, RUN.startsAt() + 9 * 3_600 + 1);
        assertThat(headers).extracting(PartHeader::getEnded).containsExactly(false, false, true);
        assertThat(headers).extracting(PartHeader::getEndsAt).containsExactly(WORLD.endsAt(), endsAt, endsAt);
        assertThat(headers).allSatisfy(header -> {
            assertThat(header.getLive()).isEqualTo(anchor);
            assertThat(header.getBeginAt()).isEqualTo(RUN.startsAt());
        });
        assertThat(ends).hasSize(PARTITIONS).allMatch(end -> end.getEndsAt() == endsAt);
        SendBooks books = headers.get(2).getBooks();
        assertThat(books.getWithheld()).isPositive();
        assertThat(books.getPlanned() + books.getDuplicated()).isEqualTo(books.getScheduled() + books.getWithheld());
        Ledger expected = new Ledger(Excerpt.whole(WORLD).from(RUN.startsAt()).until(endsAt));
        Emission emission = new Emission(WORLD, 0, 1, expected);
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            // the ledger takes note
        }
        assertThat(ledger.sum(RUN.hash()).sorted())
                .hasSameSizeAs(expected.expected().sorted());
        assertThat(ledger.sum(RUN.hash())
                        .sketch()
                        .minus(expected.expected().sketch())
                        .onlyHere())
                .isEmpty();
    }

    private PublishResult play() {
        live.end().join();
        DeliveryLoop loop = new DeliveryLoop(RUN.startsAt(), counts, clock, live.end());
        BatchingProducer producer = sent.paced(TOPICS, counts, loop.lag());
        EventSender sender = new EventSender(
                producer, TOPICS, new EventEncoder(RUN.hash(), 0), SourceTail.Found.nothing(PARTITIONS), counts);
        Destination to = new Destination(Cluster.of("nowhere:1"), TOPICS, PreparedTopics.of(PARTITIONS));
        LedgerTopic ledgerTopic = new LedgerTopic(to, RUN, 0, Optional.of(anchor));
        return new SourceRun(RUN, 0, ledgerTopic, Optional.of(anchor), loop, counts, clock)
                .play(
                        Excerpt.whole(WORLD).from(RUN.startsAt()),
                        sender,
                        (emission, sink) -> loop.runLive(emission, sink, SpeedSchedule.of(anchor), 0, RUN.endsAt()));
    }
}
