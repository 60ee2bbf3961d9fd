package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Cut;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RecordedSink.Given;
import io.docaxis.producer.publish.RecordedSink.Tick;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Arrivals;
import io.docaxis.producer.schedule.LoadShape;
import io.docaxis.producer.schedule.Rate;
import io.docaxis.producer.schedule.RatePlan;
import io.docaxis.producer.schedule.RateSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A load of a disturbed day's events, on a clock that moves where the loop waits. */
class RateDriveTest {

    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long START_NS = 1_700_000_000_123L * MS;
    private static final World WORLD = new World(
            new ScenarioFixture()
                    .documents(100)
                    .days("2023-03-06", "2023-03-06")
                    .disturbed()
                    .build(),
            1);

    private final MovedClock clock = new MovedClock(START_NS - SECOND);
    private final RecordedSink sink = new RecordedSink();
    private final DeliveryLoop loop = new DeliveryLoop(WORLD.startsAt(), new SendCounts(true), clock, new CommonEnd());
    private final List<Long> given = new ArrayList<>();

    @Test
    void sendsEachEventWhenTheRateWantsIt() {
        Cut cut = run("10/s", 20);

        assertThat(sent())
                .extracting(Given::intendedAtNs)
                .isEqualTo(LongStream.range(0, 200)
                        .mapToObj(event -> START_NS + event * 100 * MS)
                        .toList());
        assertThat(sent()).allMatch(event -> event.nowNs() == event.intendedAtNs());
        assertThat(given).isEqualTo(sent().stream().map(Given::nowNs).toList());
        assertThat(cut).isNotEqualTo(Cut.NONE);
        assertThat(clock.nowNs()).isEqualTo(START_NS + 20 * SECOND);
    }

    @Test
    void deliversWhatAnExcerptWithTheCutHasAndNothingElse() {
        for (int events = 1; events < 400; events += 7) {
            RecordedSink its = new RecordedSink();
            DeliveryLoop once = new DeliveryLoop(WORLD.startsAt(), new SendCounts(true), clock, new CommonEnd());
            Cut cut = once.runAtRate(emission(Excerpt.whole(WORLD)), its, plan(events + "/s", 1), (i, g) -> {});

            List<Boolean> expected = new ArrayList<>();
            Emission emission = emission(Excerpt.whole(WORLD).until(cut));
            Delivery delivery = new Delivery();
            while (emission.next(delivery)) {
                expected.add(delivery.dropped);
            }
            assertThat(its.given()).extracting(Given::dropped).isEqualTo(expected);
            assertThat(its.given()).filteredOn(each -> !each.dropped()).hasSize(events);
        }
    }

    @Test
    void simulatedTimeFollowsWhatIsSent() {
        run("2/s", 60);

        assertThat(sink.ticks()).extracting(Tick::emittedAt).isSorted();
        assertThat(sink.ticks()).hasSizeGreaterThan(100).allSatisfy(tick -> {
            long last = sink.given().stream()
                    .filter(each -> !each.dropped() && each.nowNs() <= tick.nowNs())
                    .mapToLong(Given::emittedAt)
                    .max()
                    .orElse(WORLD.startsAt());
            assertThat(tick.emittedAt()).isLessThanOrEqualTo(last);
        });
        assertThat(loop.simulatedAt()).isEqualTo(sent().get(sent().size() - 1).emittedAt());
    }

    @Test
    void sendsWhatItMissedAtOnceAndLaterEventsWhenTheyAreWanted() {
        clock.at(START_NS + SECOND, () -> clock.advance(3 * SECOND));

        run("100/s", 6);

        assertThat(sent()).hasSize(600);
        for (int event = 0; event < 600; event++) {
            Given its = sent().get(event);
            assertThat(its.intendedAtNs()).isEqualTo(START_NS + event * 10 * MS);
            long back = START_NS + 4 * SECOND;
            assertThat(its.nowNs()).isEqualTo(event >= 100 && its.intendedAtNs() < back ? back : its.intendedAtNs());
        }
        assertThat(loop.lag().mostMs()).isEqualTo(3_000);
    }

    @Test
    void endsInOrderAtOnceWhereItIsAskedTo() {
        clock.at(START_NS + 3 * SECOND, loop::stopInOrder);

        Cut cut = run("10/s", 20);

        assertThat(sent()).hasSize(30);
        assertThat(cut).isNotEqualTo(Cut.NONE);
        assertThat(loop.goesOn()).isTrue();
        assertThat(clock.nowNs()).isEqualTo(START_NS + 3 * SECOND);
    }

    @Test
    void endsWhereTheWorldDoes() {
        assertThat(run("1000/s", 600)).isEqualTo(Cut.NONE);
        assertThat(clock.nowNs()).isLessThan(START_NS + 100 * SECOND);
    }

    private Cut run(String rate, long durationS) {
        return loop.runAtRate(
                emission(Excerpt.whole(WORLD)),
                sink,
                plan(rate, durationS),
                (intendedAtNs, givenAtNs) -> given.add(givenAtNs));
    }

    private static RateSchedule plan(String rate, long durationS) {
        return new RatePlan(new LoadShape.Constant(Rate.parse(rate)).over(durationS * SECOND), Arrivals.EVEN)
                .schedule(0, 1, START_NS);
    }

    private static Emission emission(Excerpt excerpt) {
        return new Emission(WORLD, 0, 1, new Ledger(excerpt));
    }

    private List<Given> sent() {
        return sink.given().stream().filter(each -> !each.dropped()).toList();
    }
}
