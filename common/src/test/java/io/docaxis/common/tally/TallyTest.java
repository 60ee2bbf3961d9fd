package io.docaxis.common.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.proto.CellValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final AgencyCatalogue AGENCIES = AgencyCatalogue.level1();
    private static final long OPENED_ON = 19_422; // 2023-03-06

    @Test
    void takesBackExactlyWhatItAdded() {
        Tally tally = new Tally();
        conclude(tally, 1, 1, Outcome.OPEN, 0);
        conclude(tally, -1, 1, Outcome.OPEN, 0);
        conclude(tally, 1, 1, Outcome.LATE, 90);
        conclude(tally, -1, 1, Outcome.LATE, 90);
        assertThat(tally.sorted()).isEmpty();
        assertThat(tally.sketch().minus(new Sketch()).onlyHere()).isEmpty();
    }

    @Test
    void countsOutcomesByDebtorMonthTypeAndDay() {
        Tally tally = new Tally();
        conclude(tally, 1, 1, Outcome.LATE, 90);
        conclude(tally, 1, 2, Outcome.LATE, 30);
        Cell cell = tally.get(CellKey.of(Rollup.PROOF, Obligation.ACKNOWLEDGE, Outcome.LATE, 5, 2023 * 12 + 2));
        assertThat(cell.count()).isEqualTo(2);
        assertThat(cell.latenessS()).isEqualTo(120);
        assertThat(cell.inBucket(Cell.bucket(90))).isOne();
        assertThat(tally.get(CellKey.of(Rollup.DAY, Obligation.ACKNOWLEDGE, Outcome.LATE, (int) OPENED_ON, 0))
                        .count())
                .isEqualTo(2);
        assertThat(tally.get(CellKey.of(Rollup.KIND, Obligation.ACKNOWLEDGE, Outcome.LATE, 3, 1))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aReaderPassesOverCellsThatAreNotWanted() {
        Tally tally = new Tally();
        conclude(tally, 1, 1, Outcome.LATE, 90);
        tally.count(Counter.PLANTED_DROP, 3);
        TallyReader reader = new TallyReader(
                (run, cell, count, fingerprint) ->
                        assertThat(CellKey.rollup(cell)).isEqualTo(Rollup.COUNTERS),
                cell -> CellKey.rollup(cell) == Rollup.COUNTERS);
        tally.sorted().forEach(cell -> reader.read(TallyCodec.cellKey(1, 0, cell.key()), TallyCodec.cell(cell)));

        assertThat(reader.problems()).isEmpty();
        assertThat(reader.sum(1).sorted()).extracting(Cell::key).containsExactly(CellKey.of(Counter.PLANTED_DROP));
    }

    @Test
    void tracesSayOfWhatTheyWereCounted() {
        Tally one = new Tally();
        one.count(Counter.DUPLICATE, 1, TraceId.event(7, 3));
        one.count(Counter.DUPLICATE, 2, TraceId.event(7, 4));
        Tally other = new Tally();
        other.count(Counter.DUPLICATE, 1, TraceId.event(7, 4));
        other.count(Counter.DUPLICATE, 1, TraceId.event(7, 3));
        assertThat(values(other)).isNotEqualTo(values(one));
        other.count(Counter.DUPLICATE, 1, TraceId.event(7, 5));
        assertThat(other.count(Counter.DUPLICATE)).isEqualTo(one.count(Counter.DUPLICATE));
        assertThat(values(other)).isNotEqualTo(values(one));
        other.count(Counter.DUPLICATE, -1, TraceId.event(7, 5));
        other.count(Counter.DUPLICATE, 1, TraceId.event(7, 4));
        assertThat(values(other)).isEqualTo(values(one));
    }

    @Test
    void whatKeepsNoTraceForgetsOfWhatItWasCounted() {
        Tally tally = new Tally();
        tally.count(Counter.APPLIED, 1, TraceId.event(7, 3));
        assertThat(tally.get(CellKey.of(Counter.APPLIED)).fingerprint()).isZero();
    }

    @Test
    void everyTraceHasAnIdentityOfItsOwn() {
        assertThat(TraceId.event(1, 0)).isNotEqualTo(TraceId.event(0, 0xFFFF));
        assertThat(TraceId.dispatch(1, 2, 3)).isNotEqualTo(TraceId.dispatch(1, 3, 2));
    }

    @Test
    void countsNoDutyNowhere() {
        Tally tally = new Tally();
        conclude(tally, 1, 1, Outcome.NONE, 0);
        assertThat(tally.sorted()).isEmpty();
    }

    @Test
    void isTheSameInAnyOrderAndAnySplit() {
        List<Integer> threads = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            threads.add(i);
        }
        Tally whole = new Tally();
        threads.forEach(t -> conclude(whole, 1, t, Outcome.of(t % 5), t % 5 == 1 ? t : 0));
        Collections.shuffle(threads, new Random(3));
        Tally[] parts = {new Tally(), new Tally(), new Tally()};
        threads.forEach(t -> conclude(parts[t % 3], 1, t, Outcome.of(t % 5), t % 5 == 1 ? t : 0));
        Tally merged = new Tally();
        for (Tally part : parts) {
            merged.merge(part);
        }
        assertThat(values(merged)).isEqualTo(values(whole));
        assertThat(whole.sketch().minus(merged.sketch())).isEqualTo(new Sketch.Difference(List.of(), List.of(), false));
    }

    @Test
    void namesWhatDiffersAmongAMillion() {
        Tally expected = new Tally();
        Tally found = new Tally();
        for (int t = 0; t < 1_000_000; t++) {
            conclude(expected, 1, t, Outcome.ON_TIME, 0);
            if (t != 77_777) {
                conclude(found, 1, t, t == 123_456 ? Outcome.LATE : Outcome.ON_TIME, t == 123_456 ? 60 : 0);
            }
        }
        conclude(found, 1, 4242, Outcome.ON_TIME, 0);
        Sketch.Difference difference = expected.sketch().minus(found.sketch());
        assertThat(difference.more()).isFalse();
        assertThat(difference.onlyHere()).extracting(ObligationId::thread).containsExactlyInAnyOrder(77_777L, 123_456L);
        assertThat(difference.onlyThere())
                .extracting(ObligationId::thread, ObligationId::outcome, ObligationId::latenessS)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(123_456L, Outcome.LATE, 60L),
                        org.assertj.core.groups.Tuple.tuple(4242L, Outcome.ON_TIME, 0L));
        ObligationId named = difference.onlyHere().get(0);
        assertThat(named.receiver()).isEqualTo(5);
        assertThat(named.debtor()).isEqualTo(5);
        assertThat(named.document()).isEqualTo(2);
        assertThat(named.obligation()).isEqualTo(Obligation.ACKNOWLEDGE);
        assertThat(named.deadline()).isEqualTo(1_678_183_200L);
    }

    @Test
    void namesAThousandDifferencesAndSaysWhenThereAreMore() {
        for (int differences : new int[] {1, 10, 100, 1000, 2000}) {
            Tally tally = new Tally();
            for (int t = 0; t < differences; t++) {
                conclude(tally, 1, t * 31L, Outcome.ON_TIME, 0);
            }
            Sketch.Difference difference = tally.sketch().minus(new Sketch());
            assertThat(difference.onlyHere()).hasSize(differences);
            assertThat(difference.more()).isFalse();
        }
        Tally tally = new Tally();
        for (int t = 0; t < 20_000; t++) {
            conclude(tally, 1, t, Outcome.ON_TIME, 0);
        }
        assertThat(tally.sketch().minus(new Sketch()).more()).isTrue();
    }

    @Test
    void aDamagedSketchComesToAnEnd() {
        Tally tally = new Tally();
        conclude(tally, 1, 7, Outcome.ON_TIME, 0);
        Sketch sketch = tally.sketch();
        int damaged = 0;
        while (sketch.word(damaged) == 0) {
            damaged++;
        }
        for (int i = damaged; sketch.word(i) != 0; i++) {
            sketch.setWord(i, 0);
        }
        assertThat(sketch.minus(new Sketch()).more()).isTrue();
    }

    @Test
    void comesThroughTheTopicUnchanged() {
        Tally tally = new Tally();
        for (int t = 0; t < 300; t++) {
            conclude(tally, 1, t, Outcome.of(t % 5), t % 5 == 1 ? 1L << t % 30 : 0);
        }
        tally.count(Counter.APPLIED, 300);
        tally.report(7, ReportKind.RECEIVER, 19_400);
        tally.report(87, ReportKind.RECEIVER, 19_400);
        TallyReader reader = new TallyReader();
        tally.takeChanged(
                Tally.PUBLISHED, cell -> reader.read(TallyCodec.cellKey(9, 2, cell.key()), TallyCodec.cell(cell)));
        reader.read(TallyCodec.sketchKey(9, 2), TallyCodec.sketch(tally.sketch()));
        assertThat(values(reader.sum(9))).isEqualTo(values(tally));
        assertThat(reader.sum(9).sketch().minus(tally.sketch()).more()).isFalse();
        assertThat(reader.sum(8).sorted()).isEmpty();
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void countsReportsByKindDayAndAgency() {
        Tally tally = new Tally();
        long today = CellKey.of(Rollup.REPORTS, ReportKind.RECEIVER.ordinal(), 19_400);
        tally.report(7, ReportKind.RECEIVER, 19_400);
        tally.report(7, ReportKind.RECEIVER, 19_401);
        tally.report(87, ReportKind.RECEIVER, 19_400);
        tally.report(7, ReportKind.SENDER_AHEAD, 19_400);
        assertThat(tally.sorted()).hasSize(3);
        assertThat(tally.get(today).count()).isEqualTo(2);
        assertThat(tally.get(today).inBucket(7)).isOne();
        assertThat(tally.get(today).inBucket(87)).isOne();
        assertThat(CellKey.reportKind(today)).isEqualTo(ReportKind.RECEIVER);
        assertThat(taken(tally, Tally.STORED)).isEqualTo(3);
        tally.report(7, ReportKind.RECEIVER, 19_400);
        assertThat(taken(tally, Tally.STORED)).isOne();
        tally.clear();
        tally.report(7, ReportKind.RECEIVER, 19_400);
        assertThat(tally.get(today).count()).isOne();
    }

    @Test
    void aHistogramThatIsTooLongIsAProblem() {
        for (long cell : new long[] {CellKey.of(Rollup.REPORTS, 3, 19_400), CellKey.of(Rollup.AGENCY, 3, 0)}) {
            TallyReader reader = new TallyReader();
            int most = CellKey.buckets(cell);
            CellValue.Builder value = CellValue.newBuilder();
            for (int i = 0; i < most; i++) {
                value.addHistogram(1);
            }
            reader.read(TallyCodec.cellKey(9, 2, cell), value.build().toByteArray());
            assertThat(reader.problems()).isEmpty();
            reader.read(
                    TallyCodec.cellKey(9, 2, cell),
                    value.addHistogram(1).build().toByteArray());
            assertThat(reader.problems())
                    .containsExactly("a record that cannot be read: cell with a histogram of " + (most + 1)
                            + " numbers; want " + most + " at most");
        }
    }

    @Test
    void somebodyElsesRecordsAreProblemsOfWhichTheFirstAreKept() {
        TallyReader reader = new TallyReader();
        reader.read(null, new byte[] {1});
        assertThat(reader.problems()).containsExactly("a record without a key");
        for (int i = 0; i < 1_000; i++) {
            reader.read(new byte[] {1}, new byte[] {2});
        }
        assertThat(reader.problems()).hasSize(10);
        assertThat(reader.hasHeader()).isFalse();
    }

    @Test
    void givesEachReaderWhatChangedSinceItsLastCall() {
        Tally tally = new Tally();
        conclude(tally, 1, 1, Outcome.OPEN, 0);
        assertThat(taken(tally, Tally.STORED)).isEqualTo(5);
        assertThat(taken(tally, Tally.STORED)).isZero();
        conclude(tally, -1, 1, Outcome.OPEN, 0);
        conclude(tally, 1, 1, Outcome.ON_TIME, 0);
        assertThat(taken(tally, Tally.STORED)).isEqualTo(9);
        assertThat(taken(tally, Tally.PUBLISHED)).as("zeros are given too").isEqualTo(9);
        assertThat(taken(tally, Tally.STORED)).as("an hour that is not kept").isEqualTo(1);
        tally.markAllChanged(Tally.PUBLISHED);
        assertThat(taken(tally, Tally.PUBLISHED)).isEqualTo(8);
    }

    @Test
    void packsAndUnpacksCellKeys() {
        long key = CellKey.of(Rollup.PROOF, Obligation.ANSWER_RECALL, Outcome.VOIDED, 119_999, 24_285);
        assertThat(CellKey.rollup(key)).isEqualTo(Rollup.PROOF);
        assertThat(CellKey.obligation(key)).isEqualTo(Obligation.ANSWER_RECALL);
        assertThat(CellKey.outcome(key)).isEqualTo(Outcome.VOIDED);
        assertThat(CellKey.x(key)).isEqualTo(119_999);
        assertThat(CellKey.y(key)).isEqualTo(24_285);
    }

    private static int taken(Tally tally, int reader) {
        int[] count = {0};
        tally.takeChanged(reader, cell -> count[0]++);
        return count[0];
    }

    private static List<String> values(Tally tally) {
        return tally.sorted().stream()
                .map(c -> c.key() + " " + c.count() + " " + c.fingerprint() + " " + c.latenessS() + " " + c.inBucket(7))
                .toList();
    }

    private static void conclude(Tally tally, int sign, long thread, Outcome outcome, long latenessS) {
        Conclusion conclusion = new Conclusion()
                .about(thread, 2, 7, 3, 1)
                .obligation(Obligation.ACKNOWLEDGE, 5, OPENED_ON)
                .outcome(outcome, 1_678_183_200L, latenessS);
        tally.conclude(sign, AGENCIES, conclusion);
    }
}
