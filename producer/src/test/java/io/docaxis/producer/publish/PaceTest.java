package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RecordedSink.Given;
import io.docaxis.producer.publish.RecordedSink.Tick;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.producer.schedule.SpeedSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A busy day through a channel that does all it can, at ten simulated minutes a second, on a clock that moves where somebody waits. */
class PaceTest {

    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long START_NS = 1_700_000_000_123L * MS;
    private static final Speed SPEED = Speed.parse("600x");
    private static final World WORLD = new World(
            new ScenarioFixture()
                    .documents(6_000)
                    .days("2023-03-06", "2023-03-06")
                    .disturbed()
                    .build(),
            1);
    private static final List<Given> UNDISTURBED = play(new MovedClock(START_NS), new RecordedSink());

    @Test
    void spreadsTheDeliveriesOfASecondEvenlyWithinItWhateverBecomesOfThem() {
        SortedMap<Long, List<Given>> seconds = new TreeMap<>();
        UNDISTURBED.forEach(given -> seconds.computeIfAbsent(given.emittedAt(), second -> new ArrayList<>())
                .add(given));

        assertThat(seconds.values()).anyMatch(second -> second.size() > 4);
        assertThat(UNDISTURBED).anyMatch(Given::dropped);
        seconds.forEach((second, all) -> {
            long beginsAtNs = START_NS + SPEED.wallNs(second - WORLD.startsAt());
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).intendedAtNs()).isEqualTo(beginsAtNs + SPEED.wallNs(1) * i / all.size());
            }
        });
        assertThat(UNDISTURBED).extracting(Given::intendedAtNs).isSorted();
        assertThat(UNDISTURBED).allMatch(given -> given.nowNs() == given.intendedAtNs());
    }

    @Test
    void isTheSameEachTime() {
        assertThat(play(new MovedClock(START_NS), new RecordedSink())).isEqualTo(UNDISTURBED);
    }

    /** The client has no room for three seconds. */
    @Test
    void catchesUpWithWhatWasDueAndNoFurtherAfterAClientThatFroze() {
        MovedClock clock = new MovedClock(START_NS);
        AtomicLong sends = new AtomicLong();
        int frozen = UNDISTURBED.size() / 2;
        RecordedSink sink = new RecordedSink(0, () -> {
            if (sends.getAndIncrement() == frozen) {
                clock.advance(3 * SECOND);
            }
        });

        List<Given> given = play(clock, sink);

        long thawedAtNs = UNDISTURBED.get(frozen).intendedAtNs() + 3 * SECOND;
        assertThat(given)
                .extracting(Given::intendedAtNs)
                .isEqualTo(UNDISTURBED.stream().map(Given::intendedAtNs).toList());
        assertThat(given.subList(frozen + 1, given.size()))
                .allMatch(each -> each.nowNs() == Math.max(each.intendedAtNs(), thawedAtNs));
        assertThat(given).anyMatch(each -> each.nowNs() == thawedAtNs);
        assertThat(sink.ticks()).extracting(Tick::emittedAt).isSorted();
        assertThat(sink.ticks()).anyMatch(tick -> tick.nowNs() == thawedAtNs);
    }

    /** The wall clock is set an hour forth, then two back, in mid-run. */
    @Test
    void doesNotNoticeThatTheWallClockIsSet() {
        AtomicLong wallMs = new AtomicLong(START_NS / MS);
        AtomicLong monotonicNs = new AtomicLong();
        SteadyClock steady = new SteadyClock(() -> Instant.ofEpochMilli(wallMs.get()), monotonicNs::get);
        Clock clock = new Clock() {
            private int waits;

            @Override
            public long nowNs() {
                return steady.nowNs();
            }

            @Override
            public void waitNs(long mostNs) {
                monotonicNs.addAndGet(mostNs);
                waits++;
                if (waits == 1_000 || waits == 2_000) {
                    wallMs.addAndGet(waits == 1_000 ? 3_600_000 : -7_200_000);
                }
            }
        };

        List<Given> given = play(clock, new RecordedSink());

        assertThat(wallMs.get()).isEqualTo(START_NS / MS - 3_600_000);
        assertThat(given).isEqualTo(UNDISTURBED);
    }

    /** At a simulated hour a second an event is due every few hundred microseconds. */
    @Test
    void wakesOnceForAllThatGoesTogether() {
        Speed faster = Speed.parse("3600x");
        MovedClock clock = new MovedClock(START_NS);
        RecordedSink sink = new RecordedSink(MS, () -> {});

        List<Given> given = play(clock, sink, faster);

        assertThat(given).hasSameSizeAs(UNDISTURBED);
        assertThat(given)
                .allMatch(each -> each.nowNs() >= each.intendedAtNs() && each.nowNs() - each.intendedAtNs() <= MS);
        assertThat(sink.flushes()).isLessThan(given.size() / 2);
        assertThat(clock.waits()).isLessThan(given.size());
    }

    private static List<Given> play(Clock clock, RecordedSink sink) {
        return play(clock, sink, SPEED);
    }

    private static List<Given> play(Clock clock, RecordedSink sink, Speed speed) {
        new DeliveryLoop(WORLD.startsAt(), new SendCounts(), clock, new CommonEnd())
                .runOnSchedule(
                        new Emission(WORLD, 0, 1, new Ledger(WORLD)),
                        sink,
                        SpeedSchedule.goingOnFrom(speed, WORLD.startsAt()));
        return sink.given();
    }
}
