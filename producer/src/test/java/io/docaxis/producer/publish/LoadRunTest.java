package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.SentRecords.Sent;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Arrivals;
import io.docaxis.producer.schedule.LoadShape;
import io.docaxis.producer.schedule.Rate;
import io.docaxis.producer.schedule.RatePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What a source of a load leaves in the log, whether every send succeeds or not. */
class LoadRunTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START_NS = 1_700_000_000L * SECOND;
    private static final int PARTITIONS = 3;
    private static final int EVENTS = 300;
    private static final Topics TOPICS = new Topics("load");
    private static final World WORLD = new World(
            new ScenarioFixture()
                    .documents(200)
                    .days("2023-03-06", "2023-03-06")
                    .disturbed()
                    .build(),
            1);
    private static final RunIdentity RUN = new RunIdentity(WORLD.scenario(), WORLD.seed(), 1);

    private final MovedClock clock = new MovedClock(START_NS - SECOND);
    private final SentRecords sent = new SentRecords(clock);
    private final SendCounts counts = new SendCounts(true);
    private final TallyReader ledger = new TallyReader();
    private final List<RunEnded> ends = new ArrayList<>();

    @Test
    void endsWithThePeriodThoughOnlyTheEventsOfTheDurationAreSent() {
        PublishResult result = play(true);

        assertThat(result).isEqualTo(new PublishResult(true, null));
        assertThat(counts.scheduled()).isEqualTo(counts.acknowledged()).isEqualTo(EVENTS);
        assertThat(ends).hasSize(PARTITIONS).allSatisfy(end -> {
            assertThat(end.getComplete()).isTrue();
            assertThat(end.getEndsAt()).isEqualTo(WORLD.endsAt());
        });
        PartHeader header = ledger.headers(RUN.hash()).get(0);
        assertThat(header.getEnded()).isTrue();
        assertThat(header.getComplete()).isTrue();
        assertThat(header.getEndsAt()).isEqualTo(WORLD.endsAt());
        SendBooks books = header.getBooks();
        assertThat(books.getWithheld()).isPositive();
        assertThat(books.getPlanned() + books.getDuplicated()).isEqualTo(EVENTS + books.getWithheld());
    }

    @Test
    void goesOnAfterSendsThatFailedAndSaysThatItIsNotComplete() {
        sent.failIf(number -> number > 20 && number < 200 && number % 5 == 0);

        PublishResult result = play(true);

        assertThat(result.complete()).isFalse();
        assertThat(result.failure()).hasMessage("planted");
        assertThat(counts.failed()).isPositive();
        assertThat(counts.scheduled()).isEqualTo(EVENTS).isEqualTo(counts.acknowledged() + counts.failed());
        assertThat(ends).hasSize(PARTITIONS).noneMatch(RunEnded::getComplete);
        PartHeader header = ledger.headers(RUN.hash()).get(0);
        assertThat(header.getEnded()).isTrue();
        assertThat(header.getComplete()).isFalse();
        assertThat(header.getBooks().getFailed()).isEqualTo(counts.failed());
    }

    @Test
    void everySendMayFail() {
        sent.failIf(number -> number > PARTITIONS + 1);

        assertThat(play(true).complete()).isFalse();
        assertThat(counts.scheduled()).isEqualTo(counts.failed()).isEqualTo(EVENTS);
        assertThat(counts.acknowledged()).isZero();
    }

    @Test
    void writesNoLedgerWhereNothingIsProved() {
        assertThat(play(false).complete()).isTrue();

        assertThat(sent.history()).noneMatch(record -> record.topic().equals(TOPICS.ledger()));
        assertThat(sent.of(EventKind.RUN_STARTED)).extracting(Sent::partition).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(ends).hasSize(PARTITIONS);
    }

    private PublishResult play(boolean isProved) {
        DeliveryLoop loop = new DeliveryLoop(RUN.startsAt(), counts, clock, new CommonEnd());
        EventSender sender = new EventSender(
                sent.paced(TOPICS, counts, loop.lag(), true),
                TOPICS,
                new EventEncoder(RUN.hash(), 0),
                SourceTail.Found.nothing(PARTITIONS),
                counts);
        Destination to = new Destination(Cluster.of("nowhere:1"), TOPICS, PreparedTopics.of(PARTITIONS));
        Optional<LedgerTopic> ledgerTopic =
                isProved ? Optional.of(new LedgerTopic(to, RUN, 0, Optional.empty())) : Optional.empty();
        LoadRun load = new LoadRun(RUN, 0, Excerpt.whole(WORLD), ledgerTopic, loop, counts, clock, sender);
        load.begin();
        RatePlan plan = new RatePlan(new LoadShape.Constant(new Rate(100)).over(EVENTS / 100 * SECOND), Arrivals.EVEN);
        PublishResult result = load.end(load.play(plan.schedule(0, 1, START_NS), (intendedAtNs, givenAtNs) -> {}));
        EventReader reader = new EventReader();
        for (ProducerRecord<byte[], byte[]> record : sent.history()) {
            if (record.topic().equals(TOPICS.ledger())) {
                ledger.read(record.key(), record.value());
            } else if (reader.read(record.value()) == EventKind.RUN_ENDED) {
                ends.add(reader.runEnded());
            }
        }
        return result;
    }
}
