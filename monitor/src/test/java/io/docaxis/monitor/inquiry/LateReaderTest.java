package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LateReaderTest {

    private static final long HORIZON_S = 604_800;
    private static final long NOW = 10_000_000;

    @Test
    void whatIsOverdueNowIsListedWorstFirst() {
        WhoIsLate late = late(
                watermarks(NOW, NOW),
                Duties.overdue(1, "H53", Obligation.RESPOND, NOW - 60),
                Duties.overdue(2, "H52", Obligation.RESPOND, NOW - 5_000),
                Duties.revision(3, "H52", Obligation.RESPOND, NOW - 9_000, 2, Lateness.Kind.FULFILLED_LATE),
                Duties.revision(4, "H52", Obligation.RESPOND, NOW - 9_000, 2, Lateness.Kind.WITHDRAWN),
                Duties.overdue(5, "H01", Obligation.RESPOND, NOW - HORIZON_S - 1));

        assertThat(late.duties())
                .extracting(duty -> duty.last().duty().thread(), OverdueDuty::overdueS, OverdueDuty::known)
                .containsExactly(
                        tuple(5L, HORIZON_S + 1, Optional.of(OverdueAsKnown.FINAL)),
                        tuple(2L, 5_000L, Optional.of(OverdueAsKnown.CONFIRMED)),
                        tuple(1L, 60L, Optional.of(OverdueAsKnown.PROVISIONAL)));
        assertThat(late.count(OverdueAsKnown.PROVISIONAL)
                        + late.count(OverdueAsKnown.CONFIRMED)
                        + late.count(OverdueAsKnown.FINAL)
                        + late.uncertain())
                .isEqualTo(late.duties().size());
    }

    @Test
    void theWatermarkIsThatOfTheThreadsPartition() {
        WhoIsLate late = late(watermarks(NOW + 90_000, NOW), Duties.overdue(1, "H53", Obligation.RESPOND, NOW - 60));

        assertThat(late.duties().get(0).overdueS()).isEqualTo(60);
        assertThat(late.watermark()).hasValue(NOW);
    }

    /** The tally is read before. */
    @Test
    void whatIsAnnouncedLaterThanTheTallyTellsOfALaterWatermark() {
        LatenessRevision announced = Duties.overdue(1, "H53", Obligation.RESPOND, NOW + 500);

        assertThat(late(watermarks(NOW, NOW), announced).duties().get(0).overdueS())
                .isOne();
    }

    @Test
    void nothingIsSaidOfHowSureItIsWithoutAWatermark() {
        SortedMap<Integer, PartHeader> first = watermarks(NOW, NOW);
        first.remove(1);
        WhoIsLate late = late(first, Duties.overdue(1, "H53", Obligation.RESPOND, NOW - 60));

        assertThat(late.uncertain()).isOne();
        assertThat(late.watermark()).isEmpty();
        assertThat(LateJson.of(late, 10).get("watermark").isNull()).isTrue();
    }

    @Test
    void countsAreUnknownWhereThereIsNoTally() {
        WhoIsLate late = late(new TreeMap<>());

        assertThat(late.run()).isEmpty();
        assertThat(LateJson.of(late, 10).get("overdue").isNull()).isTrue();
        assertThat(LateJson.of(late, 10).get("final").isNull()).isTrue();
    }

    @Test
    void aFewAgenciesOweMostWithAllBelowThem() {
        List<LatenessRevision> duties = new ArrayList<>();
        for (int i = 0; i < 85; i++) {
            duties.add(Duties.overdue(i, i % 2 == 0 ? "H53" : "H53.01", Obligation.RESPOND, NOW - 60));
        }
        for (int i = 0; i < 15; i++) {
            duties.add(Duties.overdue(100 + i, "H0" + (1 + i / 6), Obligation.RESPOND, NOW - 60));
        }
        WhoIsLate late = late(watermarks(NOW, NOW), duties.toArray(LatenessRevision[]::new));

        assertThat(late.most()).isEqualTo(new WhoIsLate.Most(91, 2));
        assertThat(late(watermarks(NOW, NOW)).most()).isEqualTo(new WhoIsLate.Most(0, 0));
    }

    private static WhoIsLate late(SortedMap<Integer, PartHeader> headers, LatenessRevision... revisions) {
        return LateReader.of(headers, List.of(revisions), LateFilter.NONE, List.of());
    }

    private static SortedMap<Integer, PartHeader> watermarks(long first, long second) {
        return new TreeMap<>(Map.of(0, header(first), 1, header(second)));
    }

    private static PartHeader header(long watermark) {
        return PartHeader.newBuilder()
                .setParts(2)
                .setWatermark(watermark)
                .setStart(RunStarted.newBuilder().setHorizonS(HORIZON_S))
                .setAnnouncedUntil(watermark)
                .build();
    }
}
