package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.Live;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.SentRecords.Sent;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.producer.schedule.SpeedSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A live day at a simulated hour a second, on clocks that move where the loops wait. */
class LiveSourcesTest {

    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long START_MS = 1_700_000_000_123L;
    private static final int PARTITIONS = 3;
    private static final Speed SPEED = Speed.parse("3600x");
    private static final World WORLD = new World(
            new ScenarioFixture().documents(60).days("2023-03-06", "2023-03-06").build(), 1);
    private static final Excerpt WHOLE = Excerpt.whole(WORLD);

    private final LiveRun live = new LiveRun(SPEED);
    private final Live anchor = live.anchor(Optional.empty(), START_MS, WORLD.startsAt());

    /** One source on a clock of its own. */
    private final class Source {
        final MovedClock clock;
        final SentRecords sent;
        final SendCounts counts = new SendCounts();
        final DeliveryLoop loop;
        final Emission emission;

        Source(int number, int sources, Excerpt excerpt, long nowMs) {
            clock = new MovedClock(nowMs * MS);
            sent = new SentRecords(clock);
            live.end().join();
            loop = new DeliveryLoop(WORLD.startsAt(), counts, clock, live.end());
            emission = new Emission(WORLD, number, sources, new Ledger(excerpt));
        }

        /** @param foundAt how far its clock had come before */
        long play(long foundAt, long endsAt) {
            Topics topics = new Topics("live");
            BatchingProducer producer = sent.paced(topics, counts, loop.lag());
            EventSender sender = new EventSender(
                    producer, topics, new EventEncoder(1, 0), SourceTail.Found.nothing(PARTITIONS), counts);
            try {
                return loop.runLive(emission, sender, SpeedSchedule.of(anchor), foundAt, endsAt);
            } finally {
                loop.leave();
            }
        }
    }

    @Test
    void isAnchoredOnceAndAllowsFiveSecondsOfWallClock() {
        assertThat(anchor.getWallMs()).isEqualTo(START_MS);
        assertThat(anchor.getSimulatedS()).isEqualTo(WORLD.startsAt());
        assertThat(anchor.getSpeed()).isEqualTo(3_600_000);
        assertThat(anchor.getAllowanceS()).isEqualTo(5 * 3_600);
        assertThat(live.anchor(Optional.empty(), START_MS + 99, 7)).isEqualTo(anchor);
        assertThat(new LiveRun(SPEED).anchor(Optional.of(anchor), START_MS + 99, 7))
                .isEqualTo(anchor);
        assertThatThrownBy(() -> new LiveRun(Speed.MAX)).hasMessageContaining("full speed");
    }

    @Test
    void endsWhenItsClockHasComeToTheEndOfTheRun() {
        Source source = new Source(0, 1, WHOLE, START_MS);

        long agreedAt = source.play(0, WORLD.endsAt());

        assertThat(agreedAt).isEqualTo(CommonEnd.NONE);
        assertThat(source.loop.simulatedAt()).isEqualTo(WORLD.endsAt());
        assertThat(source.clock.nowNs()).isEqualTo(START_MS * MS + 24 * SECOND);
        List<Sent> ticks = source.sent.of(EventKind.TICK);
        assertThat(ticks.get(ticks.size() - 1).emittedAt()).isGreaterThan(WORLD.endsAt() - 2 * 3_600);
    }

    @Test
    void sendsAtOnceWhatWasDueMeanwhileAndLateAsItIs() {
        Source source = new Source(0, 1, WHOLE, START_MS + 12_000);

        source.play(0, WORLD.endsAt());

        long nowNs = (START_MS + 12_000) * MS;
        assertThat(source.sent.events())
                .filteredOn(event -> event.intendedAtNs() < nowNs)
                .isNotEmpty()
                .allMatch(event -> event.sentAtNs() == nowNs);
        assertThat(source.sent.events())
                .filteredOn(event -> event.intendedAtNs() > nowNs + MS)
                .isNotEmpty()
                .allMatch(event -> event.sentAtNs() - event.intendedAtNs() < 1_000);
        assertThat(source.sent.events().get(0).intendedAtNs())
                .isEqualTo(START_MS * MS
                        + SPEED.wallNs(source.sent.events().get(0).emittedAt() - WORLD.startsAt()) / 1_000 * 1_000);
    }

    @Test
    void endsAtTheInstantAfterItsClockOnceItIsAskedTo() {
        Source source = new Source(0, 1, WHOLE, START_MS);
        source.clock.at(START_MS * MS + 10 * SECOND, live.end()::ask);

        long agreedAt = source.play(0, WORLD.endsAt());

        assertThat(agreedAt).isBetween(WORLD.startsAt() + 9 * 3_600, WORLD.startsAt() + 10 * 3_600 + 1);
        assertIsAllBefore(agreedAt, List.of(source));
        assertThat(source.sent.all()).allMatch(record -> record.emittedAt() < agreedAt);
    }

    @Test
    void endsAfterAllThatItsLogMayHaveFromBefore() {
        long foundAt = WORLD.startsAt() + 14 * 3_600;
        Source source = new Source(0, 1, WHOLE, START_MS);
        source.clock.at(START_MS * MS + 10 * SECOND, live.end()::ask);

        assertThat(source.play(foundAt, WORLD.endsAt())).isEqualTo(foundAt + 1);

        assertIsAllBefore(foundAt + 1, List.of(source));
    }

    @Test
    void severalSourcesEndTogetherAndSendAllBeforeAndNothingLater() {
        for (int seed = 0; seed < 20; seed++) {
            LiveSourcesTest run = new LiveSourcesTest();
            List<Source> sources = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                sources.add(run.new Source(number, 3, WHOLE, START_MS + 700L * number * seed));
            }
            sources.get(seed % 3).clock.at((START_MS + 14_500 + 50L * seed) * MS, run.live.end()::ask);
            List<CompletableFuture<Long>> playing = sources.stream()
                    .map(source -> CompletableFuture.supplyAsync(() -> source.play(0, WORLD.endsAt())))
                    .toList();

            List<Long> ends = playing.stream().map(CompletableFuture::join).toList();

            long end = sources.stream()
                            .mapToLong(source -> source.sent.all().stream()
                                    .mapToLong(Sent::emittedAt)
                                    .max()
                                    .orElseThrow())
                            .max()
                            .orElseThrow()
                    + 1;
            for (long each : ends) {
                // a source that had ended by then, because its clock is its own here, agrees to nothing
                assertThat(each).isIn(ends.stream().min(Long::compare).orElseThrow(), CommonEnd.NONE);
            }
            if (!ends.contains(CommonEnd.NONE)) {
                assertThat(ends.get(0)).isGreaterThanOrEqualTo(end);
                assertIsAllBefore(ends.get(0), sources);
            }
        }
    }

    @Test
    void doesNotWaitForASourceThatHasFailed() {
        Source failing = new Source(0, 2, WHOLE, START_MS);
        Source other = new Source(1, 2, WHOLE, START_MS);
        failing.sent.failAt(20);
        failing.play(0, WORLD.endsAt());
        other.clock.at(START_MS * MS + 10 * SECOND, live.end()::ask);

        long agreedAt = other.play(0, WORLD.endsAt());

        assertThat(failing.loop.goesOn()).isFalse();
        assertThat(agreedAt).isLessThan(WORLD.endsAt());
    }

    private static void assertIsAllBefore(long end, List<Source> sources) {
        Excerpt played = WHOLE.until(end);
        for (int number = 0; number < sources.size(); number++) {
            Emission expected = new Emission(WORLD, number, sources.size(), new Ledger(played));
            Delivery delivery = new Delivery();
            List<Long> instants = new ArrayList<>();
            while (expected.next(delivery)) {
                instants.add(delivery.emittedAt);
            }
            assertThat(sources.get(number).sent.events())
                    .extracting(Sent::emittedAt)
                    .isEqualTo(instants);
        }
    }
}
