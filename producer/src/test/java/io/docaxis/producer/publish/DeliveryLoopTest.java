package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.Topics;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.SentRecords.Sent;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.producer.schedule.SpeedSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A day of traffic at a simulated hour a second, on a clock that moves where the loop waits. */
class DeliveryLoopTest {

    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long START_NS = 1_700_000_000_123L * MS;
    /** When a source that was stopped goes on. */
    private static final long AGAIN_NS = START_NS + 1_000 * SECOND;

    private static final Topics TOPICS = new Topics("loop");
    private static final int PARTITIONS = 3;
    private static final Speed SPEED = Speed.parse("3600x");
    private static final World WORLD = new World(
            new ScenarioFixture().documents(60).days("2023-03-06", "2023-03-06").build(), 1);

    private final MovedClock clock = new MovedClock(START_NS);
    private final SentRecords sent = new SentRecords(clock);
    private final SendCounts counts = new SendCounts();
    private final DeliveryLoop loop = new DeliveryLoop(WORLD.startsAt(), counts, clock, new CommonEnd());

    @Test
    void sendsEachEventAtTheInstantAtWhichItIsDue() {
        run();

        List<Long> due = dueNs(START_NS, WORLD.startsAt());
        assertThat(sent.events()).hasSizeGreaterThan(200).hasSameSizeAs(due);
        assertThat(sent.events()).extracting(Sent::sentAtNs).isEqualTo(due);
        assertThat(sent.events())
                .extracting(Sent::intendedAtNs)
                .isEqualTo(due.stream().map(DeliveryLoopTest::toWholeUs).toList());
        assertThat(counts.scheduled()).isEqualTo(counts.acknowledged()).isEqualTo(events());
    }

    @Test
    void keepsItsScheduleWhereItWasHeldUp() {
        AtomicLong heldUpUntilNs = new AtomicLong();
        clock.at(START_NS + 10 * SECOND, () -> {
            clock.advance(3 * SECOND);
            heldUpUntilNs.set(clock.nowNs());
        });

        run();

        List<Long> due = dueNs(START_NS, WORLD.startsAt());
        assertThat(sent.events()).hasSize(events());
        for (int i = 0; i < due.size(); i++) {
            Sent event = sent.events().get(i);
            long lateNs = heldUpUntilNs.get() - due.get(i);
            assertThat(event.intendedAtNs()).isEqualTo(toWholeUs(due.get(i)));
            assertThat(event.sentAtNs())
                    .isEqualTo(lateNs > 0 && lateNs <= 3 * SECOND ? heldUpUntilNs.get() : due.get(i));
        }
        assertThat(loop.lag().mostMs()).isBetween(1L, 3_000L);
        assertThat(loop.lag().behindMs(clock.nowNs())).isZero();
    }

    @Test
    void ticksEachPartitionThatHearsNothingForAQuarterOfASecond() {
        run();

        assertThat(sent.of(EventKind.TICK)).isNotEmpty();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int of = partition;
            List<Sent> there =
                    sent.all().stream().filter(s -> s.partition() == of).toList();
            for (int i = 1; i < there.size(); i++) {
                long silentNs = there.get(i).sentAtNs() - there.get(i - 1).sentAtNs();
                assertThat(silentNs).isLessThan(2 * EventSink.TICK_NS);
                if (there.get(i).kind() == EventKind.TICK) {
                    assertThat(silentNs).isGreaterThanOrEqualTo(EventSink.TICK_NS);
                }
            }
        }
    }

    @Test
    void ticksSayNoMoreThanTheScheduleToTheMicrosecond() {
        run();

        assertThat(sent.all()).extracting(Sent::emittedAt).isSorted();
        assertThat(sent.of(EventKind.TICK))
                .allSatisfy(tick -> assertThat(tick.emittedAt())
                        .isBetween(
                                WORLD.startsAt(),
                                WORLD.startsAt() + SPEED.simulatedS(tick.sentAtNs() + 1_000 - START_NS)));
    }

    @Test
    void sendsNothingMoreOnceItIsStopped() {
        clock.at(START_NS + 12 * SECOND, loop::stop);

        run();

        assertThat(loop.goesOn()).isFalse();
        assertThat(sent.all()).isNotEmpty().allMatch(record -> record.sentAtNs() < START_NS + 12 * SECOND);
        assertThat(sent.events()).hasSizeLessThan(events());
    }

    @Test
    void sendsAndTicksNothingMoreAfterAFailure() {
        sent.failAt(20);

        run();

        assertThat(loop.goesOn()).isFalse();
        assertThat(sent.all()).hasSize(20);
        assertThat(counts.failure()).hasMessage("planted");
    }

    /** What a source sends that begins anew at {@link #AGAIN_NS}, from where the first one was stopped. */
    private List<Sent> resumed(SourceTail.Found found, SendCounts itsCounts) {
        MovedClock later = new MovedClock(AGAIN_NS);
        SentRecords rest = new SentRecords(later);
        DeliveryLoop second = new DeliveryLoop(WORLD.startsAt(), itsCounts, later, new CommonEnd());
        second.runOnSchedule(
                emission(),
                sender(second, found, rest, itsCounts),
                SpeedSchedule.goingOnFrom(SPEED, loop.simulatedAt()));
        return rest.events();
    }

    @Test
    void goesOnWhereItWasStoppedWithoutWaitingThroughWhatIsThere() {
        clock.at(START_NS + 12 * SECOND, loop::stop);
        run();
        List<Sent> before = sent.events();
        SourceTail.Found found = nothing();
        before.forEach(event -> found.saw(event.partition(), event.sequence()));

        SendCounts restCounts = new SendCounts();
        List<Sent> rest = resumed(found, restCounts);

        assertThat(restCounts.resumed()).isEqualTo(before.size());
        List<Long> due = dueNs(AGAIN_NS, loop.simulatedAt());
        assertThat(rest).extracting(Sent::sentAtNs).isEqualTo(due.subList(before.size(), due.size()));
    }

    @Test
    void sendsWhatTheLogLostFromWhenItGoesOn() {
        clock.at(START_NS + 12 * SECOND, loop::stop);
        run();
        List<Sent> before = sent.events();
        int kept = before.size() - 30;
        SourceTail.Found found = nothing();
        before.subList(0, kept).forEach(event -> found.saw(event.partition(), event.sequence()));

        List<Sent> rest = resumed(found, new SendCounts());

        long lostAt = before.get(kept).emittedAt();
        List<Long> due = dueNs(AGAIN_NS, lostAt);
        assertThat(lostAt).isLessThan(loop.simulatedAt());
        assertThat(rest).extracting(Sent::sentAtNs).isEqualTo(due.subList(kept, due.size()));
        assertThat(rest.get(0).sentAtNs()).isBetween(AGAIN_NS, AGAIN_NS + SPEED.wallNs(1));
    }

    @Test
    void waitsForNothingAtFullSpeed() {
        loop.runAtOnce(emission(), fullSpeed());

        assertThat(sent.events()).hasSize(events()).allMatch(event -> event.intendedAtNs() == START_NS);
        assertThat(clock.waits()).isZero();
    }

    @Test
    void numbersTheEventsOfEachPartitionWithoutAGap() {
        loop.runAtOnce(emission(), fullSpeed());

        for (int partition = 0; partition < PARTITIONS; partition++) {
            int of = partition;
            List<Long> sequences = sent.events().stream()
                    .filter(event -> event.partition() == of)
                    .map(Sent::sequence)
                    .toList();
            assertThat(sequences)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, sequences.size())
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    private void run() {
        loop.runOnSchedule(
                emission(), sender(loop, nothing(), sent, counts), SpeedSchedule.goingOnFrom(SPEED, WORLD.startsAt()));
    }

    private EventSender fullSpeed() {
        return new EventSender(sent.atFullSpeed(TOPICS, counts), TOPICS, new EventEncoder(1, 0), nothing(), counts);
    }

    private static EventSender sender(DeliveryLoop loop, SourceTail.Found found, SentRecords sent, SendCounts counts) {
        BatchingProducer producer = sent.paced(TOPICS, counts, loop.lag());
        return new EventSender(producer, TOPICS, new EventEncoder(1, 0), found, counts);
    }

    private static SourceTail.Found nothing() {
        return SourceTail.Found.nothing(PARTITIONS);
    }

    private static Emission emission() {
        return new Emission(WORLD, 0, 1, new Ledger(WORLD));
    }

    /** When each event is due: those of one second at even distances from its beginning on. */
    private static List<Long> dueNs(long anchoredAtNs, long anchoredAt) {
        List<Long> seconds = seconds();
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            long second = seconds.get(i);
            int first = seconds.indexOf(second);
            int places = seconds.lastIndexOf(second) + 1 - first;
            due.add(anchoredAtNs + SPEED.wallNs(second - anchoredAt) + SPEED.wallNs(1) * (i - first) / places);
        }
        return due;
    }

    /** When each event is emitted. */
    private static List<Long> seconds() {
        List<Long> seconds = new ArrayList<>();
        Emission emission = emission();
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            seconds.add(delivery.emittedAt);
        }
        return seconds;
    }

    private static int events() {
        return seconds().size();
    }

    private static long toWholeUs(long ns) {
        return ns / 1_000 * 1_000;
    }
}
