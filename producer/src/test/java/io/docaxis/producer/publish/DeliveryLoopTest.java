package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.SentRecords.Sent;
import io.docaxis.producer.scenario.ScenarioFixture;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A day of traffic at a simulated hour a second, on a clock that moves where the loop waits. */
class DeliveryLoopTest {

    private static final long START_MS = 1_700_000_000_000L;
    private static final int PARTITIONS = 3;
    private static final Speed SPEED = Speed.parse("3600x");
    private static final World WORLD = new World(
            new ScenarioFixture().documents(60).days("2023-03-06", "2023-03-06").build(), 1);

    private final MovedClock clock = new MovedClock(START_MS);
    private final SentRecords sent = new SentRecords(clock);
    private final SendCounts counts = new SendCounts();

    @Test
    void sendsEachEventAtTheInstantAtWhichItIsDue() {
        run(loop(SPEED), nothing(), 0);

        assertThat(sent.events()).hasSizeGreaterThan(200).allSatisfy(event -> {
            assertThat(event.intendedAtMs()).isEqualTo(dueAtMs(event, START_MS, WORLD.startsAt()));
            assertThat(event.sentAtMs()).isEqualTo(event.intendedAtMs());
        });
        assertThat(counts.scheduled()).isEqualTo(counts.acknowledged()).isEqualTo(events());
    }

    @Test
    void keepsItsScheduleWhereItWasHeldUp() {
        DeliveryLoop loop = loop(SPEED);
        AtomicLong heldUpUntilMs = new AtomicLong();
        clock.at(START_MS + 10_000, () -> {
            clock.advance(3_000);
            heldUpUntilMs.set(clock.nowMs());
        });

        run(loop, nothing(), 0);

        assertThat(sent.events()).hasSize(events()).allSatisfy(event -> {
            long dueAtMs = dueAtMs(event, START_MS, WORLD.startsAt());
            long lateMs = heldUpUntilMs.get() - dueAtMs;
            assertThat(event.intendedAtMs()).isEqualTo(dueAtMs);
            assertThat(event.sentAtMs()).isEqualTo(lateMs > 0 && lateMs <= 3_000 ? heldUpUntilMs.get() : dueAtMs);
        });
        assertThat(loop.lag().mostMs()).isBetween(1L, 3_000L);
        assertThat(loop.lag().behindMs(counts.completed(), clock.nowMs())).isZero();
    }

    @Test
    void ticksEachPartitionThatHearsNothingForAQuarterOfASecond() {
        run(loop(SPEED), nothing(), 0);

        assertThat(sent.of(EventKind.TICK)).isNotEmpty();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int of = partition;
            List<Sent> there =
                    sent.all().stream().filter(s -> s.partition() == of).toList();
            for (int i = 1; i < there.size(); i++) {
                long silentMs = there.get(i).sentAtMs() - there.get(i - 1).sentAtMs();
                assertThat(silentMs).isLessThan(2 * DeliveryLoop.TICK_MS);
                if (there.get(i).kind() == EventKind.TICK) {
                    assertThat(silentMs).isGreaterThanOrEqualTo(DeliveryLoop.TICK_MS);
                }
            }
        }
    }

    @Test
    void ticksSayNoMoreThanTheScheduleToTheMillisecond() {
        run(loop(SPEED), nothing(), 0);

        assertThat(sent.all()).extracting(Sent::emittedAt).isSorted();
        assertThat(sent.of(EventKind.TICK))
                .allSatisfy(tick -> assertThat(tick.emittedAt())
                        .isBetween(
                                WORLD.startsAt(), WORLD.startsAt() + SPEED.simulatedS(tick.sentAtMs() + 1 - START_MS)));
    }

    @Test
    void sendsNothingMoreOnceItIsStopped() {
        DeliveryLoop loop = loop(SPEED);
        clock.at(START_MS + 12_000, loop::stop);

        run(loop, nothing(), 0);

        assertThat(loop.goesOn()).isFalse();
        assertThat(sent.all()).isNotEmpty().allMatch(record -> record.sentAtMs() < START_MS + 12_000);
        assertThat(sent.events()).hasSizeLessThan(events());
    }

    @Test
    void sendsAndTicksNothingMoreAfterAFailure() {
        sent.failAt(20);
        DeliveryLoop loop = loop(SPEED);

        run(loop, nothing(), 0);

        assertThat(loop.goesOn()).isFalse();
        assertThat(sent.all()).hasSize(20);
        assertThat(counts.failure()).hasMessage("planted");
    }

    @Test
    void goesOnWhereItWasStoppedWithoutWaitingThroughWhatIsThere() {
        DeliveryLoop first = loop(SPEED);
        clock.at(START_MS + 12_000, first::stop);
        run(first, nothing(), 0);
        List<Sent> before = sent.events();
        SourceTail.Found found = nothing();
        before.forEach(event -> found.saw(event.partition(), event.sequence()));

        long againAtMs = START_MS + 1_000_000;
        MovedClock later = new MovedClock(againAtMs);
        SentRecords rest = new SentRecords(later);
        SendCounts restCounts = new SendCounts();
        DeliveryLoop second = new DeliveryLoop(SPEED, WORLD.startsAt(), restCounts, later);
        run(second, found, first.simulatedAt(), rest, restCounts);

        assertThat(restCounts.resumed()).isEqualTo(before.size());
        assertThat(rest.events()).hasSize(events() - before.size()).allSatisfy(event -> {
            assertThat(event.intendedAtMs()).isEqualTo(dueAtMs(event, againAtMs, first.simulatedAt()));
            assertThat(event.sentAtMs()).isEqualTo(event.intendedAtMs());
        });
    }

    @Test
    void waitsForNothingAtFullSpeed() {
        run(loop(Speed.MAX), nothing(), 0);

        assertThat(sent.events()).hasSize(events()).allMatch(event -> event.intendedAtMs() == START_MS);
        assertThat(clock.waits()).isZero();
    }

    @Test
    void numbersTheEventsOfEachPartitionWithoutAGap() {
        run(loop(Speed.MAX), nothing(), 0);

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

    private DeliveryLoop loop(Speed speed) {
        return new DeliveryLoop(speed, WORLD.startsAt(), counts, clock);
    }

    private void run(DeliveryLoop loop, SourceTail.Found found, long stoppedAt) {
        run(loop, found, stoppedAt, sent, counts);
    }

    private static void run(
            DeliveryLoop loop, SourceTail.Found found, long stoppedAt, SentRecords sent, SendCounts counts) {
        Topics topics = new Topics("loop");
        BatchingProducer producer = new BatchingProducer(
                sent, topics.events(), new FastPath(FastPath.Side.PRODUCER, FastClients.OFF), counts::complete);
        EventSender events = new EventSender(producer, topics, new EventEncoder(1, 0), found, counts);
        loop.run(new Emission(WORLD, 0, 1, new Ledger(WORLD)), events, stoppedAt);
    }

    private static SourceTail.Found nothing() {
        return SourceTail.Found.nothing(PARTITIONS);
    }

    private static long dueAtMs(Sent event, long anchoredAtMs, long anchoredAt) {
        return anchoredAtMs + SPEED.wallMs(event.emittedAt() - anchoredAt);
    }

    private static int events() {
        Ledger ledger = new Ledger(WORLD);
        Emission emission = new Emission(WORLD, 0, 1, ledger);
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            // the ledger counts
        }
        return (int) ledger.planned();
    }
}
