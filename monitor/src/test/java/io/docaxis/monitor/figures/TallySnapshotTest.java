package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallySnapshotTest {

    private final TallySnapshot snapshot = Published.snapshot(5_000);

    @Test
    void addsUpWhatPartitionsPublished() {
        assertThat(snapshot.recordsRead()).isEqualTo(7);
        assertThat(snapshot.count(Counter.APPLIED)).isEqualTo(2);
        assertThat(snapshot.documents()).isEqualTo(1);
        assertThat(snapshot.dispatches()).isEqualTo(2);
        assertThat(snapshot.openDispatches()).isEqualTo(1);
        assertThat(snapshot.ended()).isFalse();
    }

    @Test
    void tellsObligationsByTheTierOfWhoOwesThem() {
        assertThat(snapshot.obligations(Obligation.ACKNOWLEDGE, Outcome.LATE, Tier.PROVINCE))
                .isEqualTo(1);
        assertThat(snapshot.obligations(Obligation.ACKNOWLEDGE, Outcome.OVERDUE, Tier.PROVINCE))
                .isEqualTo(1);
        assertThat(snapshot.obligations(Obligation.ACKNOWLEDGE, Outcome.LATE, Tier.MINISTRY))
                .isZero();
    }

    @Test
    void whatIsOverdueIsOwedStillAndWhatWasLateIsNot() {
        assertThat(snapshot.owes(86)).isTrue();
        assertThat(snapshot.owes(87)).isFalse();
    }

    @Test
    void isAsFarAsTheSlowestPartition() {
        assertThat(snapshot.watermark()).hasValue(400);
        assertThat(snapshot.watermark(0)).hasValue(1_000);
        assertThat(snapshot.event().lagS(0)).hasValue(200);
        assertThat(snapshot.event().lagS(1)).hasValue(800);
        assertThat(snapshot.announcedUntil(0)).hasValue(1_060);
    }

    @Test
    void theBooksBalanceToTheRecordWhileARunGoesOn() {
        assertThat(balances(header(5).setWaiting(2))).isTrue();
        assertThat(balances(header(6).setWaiting(2))).as("one has no name").isFalse();
        assertThat(balances(header(4).setWaiting(2))).as("one has two").isFalse();
        assertThat(balances(header(5))).as("any number may wait").isTrue();
        assertThat(balances(header(5).setEnded(true))).isFalse();
    }

    private static PartHeader.Builder header(long records) {
        return PartHeader.newBuilder().setParts(1).setRecords(records);
    }

    /** Three records have a name. */
    private static boolean balances(PartHeader.Builder header) {
        TallySums sums = new TallySums();
        sums.add(CellKey.of(Counter.TICK), 3, 0, AgencyCatalogue.level1());
        return new TallySnapshot(new TreeMap<>(Map.of(0, header.build())), OptionalLong.of(0), sums).booksBalance();
    }

    @Test
    void whatBecameOfDutiesIsUnknownWhereAPartDoesNotSayIt() {
        assertThat(snapshot.revisions().orElseThrow().getRevisions()).isEqualTo(2);
        assertThat(new TallySnapshot(new TreeMap<>(Map.of(0, header(1).build())), OptionalLong.of(0), new TallySums())
                        .revisions())
                .isEmpty();
    }

    @Test
    void isAsOfWhenItWasTaken() {
        assertThat(snapshot.takenAtMs()).hasValue(5_000);
    }

    @Test
    void countsPartitionsWhoseSimulatedTimeIsUnknown() {
        assertThat(snapshot.unknownWatermarks(2)).isZero();
        assertThat(snapshot.unknownWatermarks(3)).isEqualTo(1);
        assertThat(TallySnapshot.unknown().unknownWatermarks(6)).isEqualTo(6);
    }

    @Test
    void knowsNothingBeforeAnythingWasPublished() {
        TallySnapshot unknown = TallySnapshot.unknown();
        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.watermark()).isEmpty();
        assertThat(unknown.watermark(0)).isEmpty();
        assertThat(unknown.event().lagS(0)).isEmpty();
        assertThat(unknown.announcedUntil(0)).isEmpty();
        assertThat(unknown.ended()).isFalse();
        assertThat(unknown.takenAtMs()).isEmpty();
    }
}
