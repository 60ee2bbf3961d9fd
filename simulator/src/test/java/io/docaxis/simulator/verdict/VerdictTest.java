package io.docaxis.simulator.verdict;

import static io.docaxis.simulator.SmallRun.at;
import static io.docaxis.simulator.SmallRun.conclude;
import static io.docaxis.simulator.SmallRun.firstReceiver;
import static io.docaxis.simulator.SmallRun.secondReceiver;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.SmallRun;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    @Test
    void isExactWhereBothSidesSayTheSame() {
        Verdict verdict = Verdict.of(SmallRun.ledger(), SmallRun.tally());

        assertThat(verdict.finding()).isEqualTo(Finding.EXACT);
        assertThat(verdict.compared().obligations()).isEqualTo(36);
        assertThat(verdict.compared().documents()).isEqualTo(12);
        assertThat(verdict.compared().dispatches()).isEqualTo(24);
        assertThat(verdict.compared().records()).isEqualTo(36);
    }

    @Test
    void saysThatOnlyWhatHasAPlanHasAVerdict() {
        Verdict verdict = Verdict.of(Statement.ledger(new TallyReader(), 1), SmallRun.tally());

        assertThat(verdict.finding()).isEqualTo(Finding.INCOMPLETE);
        assertThat(verdict.gaps())
                .first()
                .asString()
                .startsWith("ledger: there is none of run ")
                .endsWith(", and only what has a plan has a verdict");
    }

    @Test
    void isIncompleteWhereSourcesEndAtDifferentInstants() {
        Statement ledger = SmallRun.ledger();
        PartHeader first = ledger.headers().get(0);
        ledger.headers().put(0, first.toBuilder().setParts(2).build());
        ledger.headers()
                .put(
                        1,
                        first.toBuilder()
                                .setParts(2)
                                .setEndsAt(first.getEndsAt() - 60)
                                .build());

        assertThat(Verdict.of(ledger, SmallRun.tally()).gaps())
                .singleElement()
                .asString()
                .startsWith(
                        "ledger: source 1 ends at " + (first.getEndsAt() - 60) + ", the first at " + first.getEndsAt())
                .contains("--until");
    }

    @Test
    void namesTheObligationThatTheTallyLacks() {
        Verdict verdict = judge(
                tally -> conclude(tally, -1, 7, firstReceiver(7), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0));

        assertThat(verdict.finding()).isEqualTo(Finding.DIFFERS);
        assertThat(verdict.obligations()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(ObligationDifference.Kind.MISSING);
            assertThat(difference.expected().thread()).isEqualTo(7);
            assertThat(difference.expected().receiver()).isEqualTo(firstReceiver(7));
            assertThat(difference.expected().obligation()).isEqualTo(Obligation.ACKNOWLEDGE);
        });
        assertThat(verdict.more()).isFalse();
    }

    @Test
    void namesTheObligationThatTheTallyCountsTwice() {
        Verdict verdict = judge(
                tally -> conclude(tally, 1, 2, firstReceiver(2), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0));

        assertThat(verdict.obligations()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(ObligationDifference.Kind.EXTRA);
            assertThat(difference.found().thread()).isEqualTo(2);
        });
    }

    @Test
    void namesTheDeadlineThatIsOffByAMinute() {
        Verdict verdict = judge(tally -> {
            conclude(tally, -1, 8, firstReceiver(8), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0);
            conclude(tally, 1, 8, firstReceiver(8), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17) + 60, 0);
        });

        assertThat(verdict.finding()).isEqualTo(Finding.DIFFERS);
        assertThat(verdict.cells())
                .as("no count differs, the fingerprints do")
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.expected().count())
                        .isEqualTo(cell.found().count()))
                .allSatisfy(cell -> assertThat(cell.sameObligations()).isFalse());
        assertThat(verdict.obligations()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(ObligationDifference.Kind.CHANGED);
            assertThat(difference.expected().deadline()).isEqualTo(at(17));
            assertThat(difference.found().deadline()).isEqualTo(at(17) + 60);
        });
    }

    @Test
    void namesTheLatenessThatIsOffByAMinute() {
        Verdict verdict = judge(tally -> {
            conclude(tally, -1, 6, secondReceiver(6), Obligation.ACKNOWLEDGE, Outcome.LATE, at(17), 7 * 3600);
            conclude(tally, 1, 6, secondReceiver(6), Obligation.ACKNOWLEDGE, Outcome.LATE, at(17), 7 * 3600 + 60);
        });

        assertThat(verdict.obligations()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(ObligationDifference.Kind.CHANGED);
            assertThat(difference.expected().latenessS()).isEqualTo(7 * 3600);
            assertThat(difference.found().latenessS()).isEqualTo(7 * 3600 + 60);
        });
    }

    @Test
    void namesBothAgenciesWhereOneTookTheOthersPlace() {
        Verdict verdict = judge(tally -> {
            conclude(tally, -1, 9, firstReceiver(9), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0);
            conclude(tally, 1, 9, 80, Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0);
        });

        assertThat(verdict.obligations())
                .extracting(ObligationDifference::kind)
                .containsExactly(ObligationDifference.Kind.MISSING, ObligationDifference.Kind.EXTRA);
        assertThat(verdict.obligations())
                .extracting(difference -> difference.either().receiver())
                .containsExactly(firstReceiver(9), 80);
    }

    @Test
    void seesACounterThatIsOffByOne() {
        Verdict verdict = judge(tally -> {
            tally.count(Counter.APPLIED, -1);
            tally.count(Counter.DUPLICATE, 1);
        });

        assertThat(verdict.finding()).isEqualTo(Finding.DIFFERS);
        assertThat(verdict.cells())
                .extracting(CellDifference::key)
                .containsExactly(CellKey.of(Counter.APPLIED), CellKey.of(Counter.DUPLICATE));
        assertThat(verdict.obligations()).isEmpty();
    }

    /** In every cell of what is late, one that is late is booked as late by half as much, or twice; all else is as it was. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void seesLatenessThatIsSpreadOtherwise(int toBucket) {
        List<Long> late = SmallRun.whole().sorted().stream()
                .filter(cell -> cell.latenessS() > 0)
                .map(Cell::key)
                .toList();
        assertThat(late).hasSizeGreaterThan(3);
        for (long key : late) {
            Verdict verdict = judge(tally -> moveOne(tally, key, toBucket));

            assertThat(verdict.finding()).isEqualTo(Finding.DIFFERS);
            assertThat(verdict.obligations()).isEmpty();
            assertThat(verdict.cells()).singleElement().satisfies(cell -> {
                assertThat(cell.key()).isEqualTo(key);
                assertThat(cell.sameObligations()).isTrue();
                assertThat(cell.expected().latenessS()).isEqualTo(cell.found().latenessS());
                assertThat(cell.firstOtherBucket()).isPositive();
            });
        }
    }

    @Test
    void seesLatenessInACellThatHasNothingElse() {
        long key = CellKey.of(Rollup.AGENCY, Obligation.RESPOND, Outcome.LATE, 40, 0);

        assertThat(judge(tally -> tally.restore(key, 0, 0, 0, List.of(0L, 1L))).cells())
                .extracting(CellDifference::key)
                .containsExactly(key);
    }

    private static void moveOne(Tally tally, long key, int by) {
        Cell cell = tally.get(key);
        List<Long> spread = new ArrayList<>();
        for (int bucket = 0; bucket <= Cell.bucket(Long.MAX_VALUE); bucket++) {
            spread.add(cell.inBucket(bucket));
        }
        int from = IntStream.range(0, spread.size())
                .filter(bucket -> spread.get(bucket) > 0)
                .findFirst()
                .orElseThrow();
        spread.set(from, spread.get(from) - 1);
        spread.set(from + by, spread.get(from + by) + 1);
        tally.restore(key, cell.count(), cell.fingerprint(), cell.latenessS(), spread);
    }

    @Test
    void doesNotCompareWhatDependsOnDelivery() {
        Verdict verdict = Verdict.of(
                SmallRun.ledger(),
                SmallRun.tally(
                        tally -> tally.count(Counter.TICK, 40),
                        header -> header.toBuilder()
                                .setRecords(header.getRecords() + 40)
                                .build()));

        assertThat(verdict.finding()).isEqualTo(Finding.EXACT);
    }

    @Test
    void saysThatThereAreMoreThanItCanName() {
        Verdict verdict = judge(tally -> {
            for (int thread = 0; thread < 5000; thread++) {
                conclude(tally, 1, thread, 20, Obligation.RESPOND, Outcome.ON_TIME, at(17), 0);
            }
        });

        assertThat(verdict.more()).isTrue();
        assertThat(verdict.cells())
                .filteredOn(cell -> CellKey.rollup(cell.key()) == Rollup.PROOF)
                .singleElement()
                .extracting(cell -> cell.found().count())
                .isEqualTo(5000L);
    }

    @Test
    void isIncompleteWhileAPartitionHasNotEnded() {
        Statement tally = SmallRun.tally(
                found -> {}, header -> header.toBuilder().setEnded(false).build());

        assertThat(Verdict.of(SmallRun.ledger(), tally))
                .returns(Finding.INCOMPLETE, Verdict::finding)
                .returns(List.of("tally: part 1 of 2 has not ended"), Verdict::gaps);
    }

    @Test
    void isIncompleteWhereAPartIsMissing() {
        Statement none = new Statement("tally", new Tally(), new TreeMap<>(), List.of());

        assertThat(Verdict.of(SmallRun.ledger(), none).gaps())
                .containsExactly("tally: nothing of this run is there yet");
    }

    @Test
    void isIncompleteWhereASendFailed() {
        Statement ledger = SmallRun.ledger(
                tally -> {},
                header -> header.toBuilder()
                        .setComplete(false)
                        .setBooks(header.getBooks().toBuilder()
                                .setAcknowledged(header.getBooks().getAcknowledged() - 1)
                                .setFailed(1))
                        .build());

        assertThat(Verdict.of(ledger, SmallRun.tally()))
                .returns(Finding.INCOMPLETE, Verdict::finding)
                .returns(List.of("ledger: source 0: 1 sends failed, of 0 nobody knows"), Verdict::gaps);
    }

    @Test
    void isIncompleteWhereTheSidesBelongToDifferentRuns() {
        Statement ledger = SmallRun.ledger(
                tally -> {}, header -> header.toBuilder().setSeed(2).build());

        assertThat(Verdict.of(ledger, SmallRun.tally()).gaps())
                .containsExactly(
                        "tally: partition 0 belongs to run small-run-1 of small-run, seed 1, not to run small-run-1 of small-run, seed 2",
                        "tally: partition 1 belongs to run small-run-1 of small-run, seed 1, not to run small-run-1 of small-run, seed 2");
    }

    @Test
    void isNotExactWhereTheProducersBooksDoNotBalance() {
        Statement ledger = SmallRun.ledger(
                tally -> {},
                header -> header.toBuilder()
                        .setBooks(header.getBooks().toBuilder().setWithheld(1))
                        .build());

        assertThat(Verdict.of(ledger, SmallRun.tally()))
                .returns(Finding.INCOMPLETE, Verdict::finding)
                .returns(
                        List.of("source 0: planned + duplicated 36, but scheduled + withheld 37"), Verdict::imbalances);
    }

    @Test
    void isNotExactWhereARecordWasReadButNotCounted() {
        Statement tally = SmallRun.tally(
                found -> {},
                header -> header.toBuilder().setRecords(header.getRecords() + 1).build());

        assertThat(Verdict.of(SmallRun.ledger(), tally).imbalances())
                .containsExactly("records in the log 44, but counted under a name 43");
    }

    @Test
    void isNotExactWhereOtherRecordsCameThanWereAnnounced() {
        Statement tally = SmallRun.tally(
                found -> {},
                header -> header.toBuilder()
                        .setSources(0, header.getSources(0).toBuilder().setAnnouncedFingerprint(1))
                        .build());

        assertThat(Verdict.of(SmallRun.ledger(), tally).imbalances())
                .containsExactly("partition 1, source 0: as many records as announced, but not the same ones");
    }

    @Test
    void isNotExactWhereDispatchesAreNeitherSettledNorOpen() {
        Consumer<Tally> oneLess = tally -> tally.count(Counter.SETTLED, -1);

        Verdict verdict = Verdict.of(SmallRun.ledger(oneLess, header -> header), SmallRun.tally(oneLess));

        assertThat(verdict.finding()).isEqualTo(Finding.INCOMPLETE);
        assertThat(verdict.imbalances())
                .containsExactly(
                        "dispatches 24 less settled 21 leaves 3 open; open and overdue obligations want 2 to 2");
    }

    @Test
    void isIncompleteWhereSomebodyElseWroteWhatNobodyCanRead() {
        Verdict verdict = Verdict.of(SmallRun.ledger(), withStrays(found -> {}));

        assertThat(verdict.finding()).isEqualTo(Finding.INCOMPLETE);
        assertThat(verdict.imbalances())
                .containsExactly("partition 1: unreadable records that no source of this run sent, at offsets 7, 12");
    }

    @Test
    void differsWhereARecordOfASourceIsMissingBesides() {
        Verdict verdict = Verdict.of(SmallRun.ledger(), withStrays(found -> found.count(Counter.MISSING, 1)));

        assertThat(verdict.finding()).isEqualTo(Finding.DIFFERS);
        assertThat(verdict.imbalances()).anyMatch(books -> books.contains("at offsets 7, 12"));
    }

    @Test
    void isIncompleteWhereTheEventsTopicHasGrown() {
        Statement ledger = SmallRun.ledger(
                tally -> {}, header -> header.toBuilder().setEventsPartitions(1).build());

        assertThat(Verdict.of(ledger, SmallRun.tally()).gaps())
                .containsExactly("ledger: source 0 began with 1 partitions of events, the consumers read 2");
    }

    private static Statement withStrays(Consumer<Tally> change) {
        return SmallRun.tally(
                found -> {
                    found.count(Counter.DEAD_LETTER_STRAY, 2);
                    change.accept(found);
                },
                header -> header.toBuilder()
                        .setRecords(header.getRecords() + 2)
                        .addStrayOffsets(7)
                        .addStrayOffsets(12)
                        .build());
    }

    private static Verdict judge(Consumer<Tally> change) {
        return Verdict.of(SmallRun.ledger(), SmallRun.tally(change));
    }
}
