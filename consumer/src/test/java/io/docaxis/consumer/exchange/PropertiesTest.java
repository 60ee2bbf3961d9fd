package io.docaxis.consumer.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What must hold for every stream, over many seeds. */
class PropertiesTest {

    private static final int SEEDS = 200;
    private static final int THREADS = 60;
    private static final long DAY_S = RandomStream.DAY_S;

    /** Long enough that nothing is forgotten or too late within a thread of 12 days and 5 days of delay. */
    private static final Rules PATIENT = new Rules(30 * DAY_S, 60, false, false, 14_400, 7_200, 3_600);

    /** Short enough that threads are forgotten while records for them still come. */
    private static final Rules FORGETFUL = new Rules(2 * DAY_S, 3, false, true, 14_400, 7_200, 3_600);

    @Test
    void orderAndDuplicatesChangeNoOutcome() {
        long records = 0;
        long moved = 0;
        long duplicates = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var events = RandomStream.world(seed, THREADS, 12);
            var plain = RandomStream.undisturbed(events);
            var disturbed = RandomStream.disturbed(events, seed, 5 * DAY_S, 10);
            Partition one = read(RandomStream.records(plain, PATIENT));
            Partition other = read(RandomStream.records(disturbed, PATIENT));
            assertThat(Partition.outcomes(other.tally())).as("seed " + seed).isEqualTo(Partition.outcomes(one.tally()));
            assertThat(factsOf(other)).as("seed " + seed).isEqualTo(factsOf(one));
            records += events.size();
            moved += RandomStream.moved(disturbed);
            duplicates += other.count(Counter.DUPLICATE);
            assertThat(RandomStream.moved(plain)).isZero();
            assertThat(RandomStream.moved(disturbed)).isPositive();
        }
        System.out.println("order and duplicates: " + SEEDS + " seeds, " + moved + " of " + records
                + " records overtaken within their thread, " + duplicates + " duplicates counted");
        assertThat(duplicates).isPositive();
    }

    /** Observations of how events came, not of what they say. */
    private static final Set<Counter> OF_DELIVERY =
            EnumSet.of(Counter.STATUS_BEFORE_DOCUMENT, Counter.DELAYED, Counter.AHEAD, Counter.OUT_OF_ORDER);

    /** Counters that may not depend on order; a status under two identities is applied once and repeated once, either way. */
    private static Map<String, Long> factsOf(Partition partition) {
        Map<String, Long> facts = new TreeMap<>();
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.OBSERVATION && !OF_DELIVERY.contains(counter)) {
                facts.put(counter.label(), partition.count(counter));
            }
        }
        for (Counter counter : List.of(Counter.APPLIED, Counter.REPEATED, Counter.TOO_LATE)) {
            facts.put(counter.label(), partition.count(counter));
        }
        return facts;
    }

    @Test
    void partitionsSourcesAndTheirPaceChangeNothing() {
        long forgotten = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, THREADS, 12), seed, 4 * DAY_S, 10);
            Partition whole = read(RandomStream.records(deliveries, FORGETFUL));
            Tally sum = new Tally();
            for (var log : RandomStream.partitions(deliveries, FORGETFUL, 1 + seed % 5, 1 + seed % 7, seed)) {
                Partition part = read(log);
                assertThat(part.counted()).isEqualTo(log.size());
                sum.merge(part.tally());
            }
            assertThat(Partition.world(sum)).as("seed " + seed).isEqualTo(Partition.world(whole.tally()));
            forgotten += whole.count(Counter.UNMATCHED)
                    + whole.count(Counter.ANSWER_UNMATCHED)
                    + whole.count(Counter.CONCERNS_UNMATCHED);
        }
        System.out.println(
                "partitions and sources: " + SEEDS + " seeds, " + forgotten + " records or documents unmatched");
        assertThat(forgotten).isPositive();
    }

    @Test
    void lookingAheadChangesNothing() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, THREADS, 12), seed, 4 * DAY_S, 10);
            List<byte[]> log = RandomStream.records(deliveries, FORGETFUL);
            Partition plain = read(log);
            Partition ahead = new Partition();
            // threads of before, of now and of later, and what is none
            long[] numbers = new long[THREADS + 2];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i - 1;
            }
            for (byte[] value : log) {
                ahead.state.lookAhead(numbers, numbers.length);
                ahead.apply(value);
            }
            assertThat(Partition.world(ahead.tally())).as("seed " + seed).isEqualTo(Partition.world(plain.tally()));
            assertThat(ahead.announced).as("seed " + seed).isEqualTo(plain.announced);
        }
    }

    @Test
    void everyRecordAndEveryDutyIsInTheBooks() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, THREADS, 12), seed, 4 * DAY_S, 10);
            Partition partition = read(RandomStream.records(deliveries, FORGETFUL));
            Tally tally = partition.tally();
            assertThat(partition.counted())
                    .isEqualTo(partition.state.progress().recordsRead())
                    .isEqualTo(deliveries.size() + 2L);
            long dispatches = sum(tally, Rollup.DISPATCHES, null);
            assertThat(partition.openDispatches()).isBetween(0L, dispatches);
            for (Obligation obligation : Obligation.values()) {
                assertThat(sum(tally, Rollup.PROOF, obligation))
                        .isEqualTo(sum(tally, Rollup.AGENCY, obligation))
                        .isEqualTo(sum(tally, Rollup.KIND, obligation))
                        .isEqualTo(sum(tally, Rollup.DAY, obligation));
            }
            assertThat(sum(tally, Rollup.DUE, null)).isEqualTo(open(tally));
            assertThat(sum(tally, Rollup.REPORTS, null))
                    .isEqualTo(partition.count(Counter.APPLIED) + partition.count(Counter.REPEATED));
            assertThat(sum(tally, Rollup.PROOF, Obligation.ANSWER_RECALL)).isEqualTo(partition.count(Counter.RECALLED));
            for (Cell cell : tally.sorted()) {
                assertThat(cell.count()).isPositive();
            }
        }
    }

    private static long open(Tally tally) {
        return tally.sorted().stream()
                .filter(cell -> CellKey.rollup(cell.key()) == Rollup.PROOF)
                .filter(cell -> CellKey.outcome(cell.key()) == Outcome.OPEN)
                .mapToLong(Cell::count)
                .sum();
    }

    private static long sum(Tally tally, Rollup rollup, Obligation obligation) {
        long sum = 0;
        for (Cell cell : tally.sorted()) {
            if (CellKey.rollup(cell.key()) == rollup
                    && (obligation == null || CellKey.obligation(cell.key()) == obligation)) {
                sum += cell.count();
            }
        }
        return sum;
    }

    @Test
    void theLastAnnouncementsAreTheConclusions() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var deliveries = RandomStream.disturbed(RandomStream.world(seed, THREADS, 12), seed, 4 * DAY_S, 10);
            for (Rules rules : List.of(PATIENT, FORGETFUL)) {
                Partition partition = read(RandomStream.records(deliveries, rules));
                Map<String, String> concluded = new TreeMap<>();
                for (ObligationId o : partition.obligations()) {
                    if (o.outcome() == Outcome.LATE || o.outcome() == Outcome.OVERDUE) {
                        String receiver = o.receiver() == ObligationId.NO_RECEIVER
                                ? ""
                                : RandomStream.AGENCIES.code(o.receiver()).value();
                        concluded.put(
                                o.thread() + "/" + o.document() + "/" + receiver + "/"
                                        + o.obligation().name().toLowerCase(java.util.Locale.ROOT),
                                o.deadline() + " " + o.latenessS());
                    }
                }
                assertThat(partition.late()).as("seed " + seed).isEqualTo(concluded);
            }
        }
    }

    private static Partition read(List<byte[]> log) {
        Partition partition = new Partition();
        partition.applyAll(log);
        assertThat(partition.exchange.progress().ended()).isTrue();
        return partition;
    }
}
