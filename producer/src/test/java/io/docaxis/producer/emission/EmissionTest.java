package io.docaxis.producer.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.ScenarioFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is delivered, when, and whether the ledger says what comes of it. */
class EmissionTest {

    @Test
    void whatIsOpenedAheadIsGivenInItsTurn() {
        World world = new World(small().disturbed().build(), 7);
        List<String> expected = new ArrayList<>();
        run(world, 0, 1, ledger(world), delivery -> expected.add(words(delivery)));

        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Emission emission = new Emission(world, 0, 1, Ledger.withoutConclusions(Excerpt.whole(world)));
            Delivery delivery = new Delivery();
            List<String> given = new ArrayList<>();
            int opened = 0;
            while (emission.next(delivery)) {
                given.add(words(delivery));
                for (int more = random.nextInt(20) == 0 ? random.nextInt(300) : 0; more > 0; more--) {
                    opened += emission.openAhead() ? 1 : 0;
                }
            }
            assertThat(given).isEqualTo(expected);
            assertThat(opened).isGreaterThan(100);
            assertThat(emission.openAhead()).isFalse();
        }
    }

    @Test
    void opensNoMoreThanSoManyAhead() {
        World world = new World(small().documents(20_000).build(), 7);
        Emission emission = new Emission(world, 0, 1, Ledger.withoutConclusions(Excerpt.whole(world)));
        int opened = 0;
        while (emission.openAhead()) {
            opened++;
        }
        assertThat(opened).isEqualTo(4_096);
    }

    private static String words(Delivery delivery) {
        return delivery.emittedAt + " " + delivery.thread + " " + delivery.kind + " " + delivery.duplicate + " "
                + delivery.dropped + " " + delivery.damage + " "
                + (delivery.document == null ? delivery.status.ordinal : delivery.document.ordinal);
    }

    @Test
    void disturbedStreamHoldsEveryKindOfDelivery() {
        World world = new World(small().disturbed().build(), 7);
        Ledger ledger = ledger(world);
        long[] moved = new long[4];
        run(world, 0, 1, ledger, delivery -> {
            boolean document = delivery.kind == Delivery.Kind.DOCUMENT;
            long occurredAt = document ? delivery.document.sentAt : delivery.status.occurredAt;
            boolean late = delivery.kind != Delivery.Kind.DAMAGED && delivery.emittedAt > occurredAt;
            if (delivery.dropped) {
                moved[3]++;
                return;
            }
            moved[0]++;
            moved[1] += late ? 1 : 0;
            moved[2] += delivery.kind == Delivery.Kind.DAMAGED ? 1 : 0;
        });
        System.out.printf(
                "disturbed: of %,d deliveries %,d are second ones, %,d are delayed, %,d are damaged; %,d never came%n",
                moved[0], ledger.duplicated(), moved[1], moved[2], moved[3]);
        Tally expected = ledger.expected();
        for (Counter counter : List.of(
                Counter.APPLIED,
                Counter.DUPLICATE,
                Counter.REPEATED,
                Counter.UNMATCHED,
                Counter.TOO_LATE,
                Counter.REJECTED_UNKNOWN_SENDER,
                Counter.DEAD_LETTER_MALFORMED,
                Counter.DEAD_LETTER_CHECKSUM,
                Counter.DEAD_LETTER_UNKNOWN_KIND,
                Counter.DEAD_LETTER_NO_RECEIVER,
                Counter.ANSWER_UNMATCHED,
                Counter.REFUSED_AFTER_ACCEPTANCE,
                Counter.OFF_CLOCK,
                Counter.AHEAD,
                Counter.DELAYED,
                Counter.OUT_OF_ORDER,
                Counter.MISSING,
                Counter.REJECTED_UNKNOWN_AGENCY,
                Counter.RECALL_ANSWER_WITHOUT_REQUEST,
                Counter.SIGNED_AFTER_SENT,
                Counter.NOT_SIGNED,
                Counter.DUE_DATE_UNREADABLE,
                Counter.DUE_DATE_PAST,
                Counter.RECEIVER_REMOVED,
                Counter.RECEIVER_UNKNOWN,
                Counter.STATUS_BEFORE_DOCUMENT,
                Counter.REFUSED,
                Counter.RECALLED,
                Counter.SETTLED)) {
            assertThat(expected.count(counter)).as(counter.label()).isPositive();
        }
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.PLANTED) {
                assertThat(expected.count(counter)).as(counter.label()).isPositive();
            }
        }
        assertThat(moved[0]).isEqualTo(ledger.planned() + ledger.duplicated() - ledger.withheld());
        assertThat(moved[3]).isEqualTo(ledger.withheld());
        assertThat(expected.sorted().stream()
                        .filter(c -> CellKey.rollup(c.key()) == Rollup.COUNTERS
                                && Counter.of(CellKey.x(c.key())).kind() == Counter.Kind.RECORD)
                        .mapToLong(Cell::count)
                        .sum())
                .isEqualTo(moved[0]);
    }

    @Test
    void everyKindAndOutcomeThatCanOccurOccurs() {
        World world = new World(new ScenarioFixture().documents(20_000).build(), 1);
        Ledger ledger = ledger(world);
        run(world, 0, 1, ledger, delivery -> {});
        var counts = byOutcome(ledger.expected());
        assertThat(counts.keySet())
                .containsExactlyInAnyOrder(
                        "SEND ON_TIME",
                        "SEND LATE",
                        "ACKNOWLEDGE ON_TIME",
                        "ACKNOWLEDGE LATE",
                        "ACKNOWLEDGE OVERDUE",
                        "ACKNOWLEDGE OPEN",
                        "ACKNOWLEDGE VOIDED",
                        "RESPOND ON_TIME",
                        "RESPOND LATE",
                        "RESPOND OVERDUE",
                        "RESPOND OPEN",
                        "RESPOND VOIDED",
                        "ANSWER_RECALL ON_TIME",
                        "ANSWER_RECALL LATE",
                        "ANSWER_RECALL OVERDUE",
                        "ANSWER_RECALL OPEN");
    }

    @Test
    void emissionTimeNeverGoesBackAndEndsWithTheDrain() {
        ScenarioFixture fixture = small().disturbed();
        for (int sources = 1; sources <= 3; sources++) {
            World world = new World(fixture.build(), sources);
            for (int source = 0; source < sources; source++) {
                Delivery last = new Delivery();
                int which = source;
                int of = sources;
                run(world, source, sources, ledger(world), delivery -> {
                    assertThat(delivery.emittedAt).isGreaterThanOrEqualTo(last.emittedAt);
                    assertThat(delivery.emittedAt).isLessThan(world.endsAt() + fixture.disturbances.drainS);
                    assertThat(delivery.thread % of).isEqualTo(which);
                    last.emittedAt = delivery.emittedAt;
                });
            }
        }
    }

    @Test
    void anyNumberOfSourcesDeliversTheSameContent() {
        World world = new World(small().disturbed().build(), 3);
        long one = content(world, 1);
        for (int sources = 2; sources <= 5; sources++) {
            assertThat(content(world, sources)).isEqualTo(one);
        }
    }

    @Test
    void anyNumberOfSourcesExpectsTheSame() {
        World world = new World(small().disturbed().build(), 3);
        List<String> one = List.of();
        for (int sources = 1; sources <= 5; sources++) {
            Tally sum = new Tally();
            for (int source = 0; source < sources; source++) {
                Ledger ledger = ledger(world);
                run(world, source, sources, ledger, delivery -> {});
                sum.merge(ledger.expected());
            }
            one = sources == 1 ? cells(sum) : one;
            assertThat(cells(sum)).isEqualTo(one);
        }
    }

    @Test
    void sameSeedSameContentOtherSeedOtherContent() {
        Scenario scenario = new ScenarioFixture()
                .documents(500)
                .days("2023-03-01", "2023-03-07")
                .disturbed()
                .build();
        Set<Long> contents = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            long content = content(new World(scenario, seed), 1);
            contents.add(content);
            assertThat(content(new World(scenario, seed), 1 + (int) (seed % 5))).isEqualTo(content);
        }
        assertThat(contents).hasSize(200);
    }

    @Test
    void pendingFollowsTheRateAndNotTheVolume() {
        int oneMonth = peak(new ScenarioFixture().documents(10_000).days("2023-03-01", "2023-03-31"));
        int eightMonths = peak(new ScenarioFixture().documents(80_000).days("2023-02-01", "2023-09-30"));
        System.out.printf("pending at most: %,d in one month, %,d in eight%n", oneMonth, eightMonths);
        assertThat(eightMonths).isLessThan(2 * oneMonth);
    }

    private static int peak(ScenarioFixture fixture) {
        World world = new World(fixture.build(), 1);
        Emission emission = new Emission(world, 0, 1, ledger(world));
        Delivery delivery = new Delivery();
        int peak = 0;
        while (emission.next(delivery)) {
            peak = Math.max(peak, emission.pending());
        }
        return peak;
    }

    /** An order-free hash over the content of every delivery that carries any. */
    private static long content(World world, int sources) {
        EventWriter writer = new EventWriter();
        Envelope envelope = new Envelope();
        long[] sum = new long[1];
        for (int source = 0; source < sources; source++) {
            run(world, source, sources, ledger(world), delivery -> {
                switch (delivery.kind) {
                    case DOCUMENT -> writer.write(envelope, delivery.document);
                    case STATUS -> writer.write(envelope, delivery.status);
                    case DAMAGED -> {
                        sum[0] += Hash.mix(delivery.damageSeed);
                        return;
                    }
                }
                sum[0] += Hash.mix(writer.lastContentHash(), delivery.thread);
            });
        }
        return sum[0];
    }

    private static Ledger ledger(World world) {
        return new Ledger(world);
    }

    static SortedMap<String, Long> byOutcome(Tally tally) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Cell cell : tally.sorted()) {
            if (CellKey.rollup(cell.key()) == Rollup.PROOF) {
                counts.merge(
                        CellKey.obligation(cell.key()) + " " + CellKey.outcome(cell.key()), cell.count(), Long::sum);
            }
        }
        return counts;
    }

    private static ScenarioFixture small() {
        return new ScenarioFixture().documents(1_500).days("2023-03-01", "2023-03-31");
    }

    static List<String> cells(Tally tally) {
        return tally.sorted().stream()
                .map(c -> name(c) + " " + c.count() + " " + c.fingerprint() + " " + c.latenessS() + " " + c.histogram())
                .toList();
    }

    private static String name(Cell cell) {
        Rollup rollup = CellKey.rollup(cell.key());
        return rollup == Rollup.COUNTERS
                ? Counter.of(CellKey.x(cell.key())).label()
                : rollup + " " + CellKey.obligation(cell.key()) + " " + CellKey.outcome(cell.key()) + " "
                        + CellKey.x(cell.key()) + " " + CellKey.y(cell.key());
    }

    static void run(World world, int source, int sources, Ledger ledger, Consumer<Delivery> to) {
        Emission emission = new Emission(world, source, sources, ledger);
        Delivery delivery = new Delivery();
        while (emission.next(delivery)) {
            to.accept(delivery);
        }
        assertThat(emission.pending()).isZero();
    }
}
