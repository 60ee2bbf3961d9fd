package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.Lateness.Kind;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.obligation.Obligation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One duty to respond, due at 1,000 s; an hour later it is confirmed overdue. */
class OverdueDutiesTest {

    private static final long RUN = 7;
    private static final long DEADLINE = 1_000;
    private static final long PROVISIONAL = DEADLINE + 3_600;
    private static final long CONFIRMED = PROVISIONAL + 1;

    private OverdueDuties duties = new OverdueDuties(604_800);
    private LatenessReader reader = new LatenessReader(duties);
    private int revision;

    @Test
    void whatIsOverdueIsThatByTheLastRevision() {
        said(Kind.OVERDUE, PROVISIONAL, "");
        assertThat(duties.overdue(RUN)).hasSize(1);
        assertThat(duties.overdue(8)).isEmpty();
        said(Kind.FULFILLED_LATE, CONFIRMED, "");
        assertThat(duties.overdue(RUN)).isEmpty();
    }

    @Test
    void confirmedOverdueAndThenLateIsCountedAsOverdueOnce() {
        said(Kind.OVERDUE, PROVISIONAL, "");
        said(Kind.FULFILLED_LATE, CONFIRMED, "");
        assertCounts(0, 1, 0, /* on time */ 0, /* late */ 0, /* overdue */ 1, /* revisions */ 1);
        said(Kind.CORRECTED, CONFIRMED, "");
        assertCounts(0, 1, 0, 0, 0, 1, 2);
        said(Kind.WITHDRAWN, CONFIRMED, "on_time");
        assertCounts(1, 0, 0, 0, 0, 1, 3);
    }

    @Test
    void overdueThatWasNeverConfirmedIsCountedAsWhatItBecomes() {
        said(Kind.OVERDUE, PROVISIONAL, "");
        said(Kind.FULFILLED_LATE, PROVISIONAL, "");
        assertCounts(0, 1, 0, 0, 1, 0, 0);
    }

    @Test
    void lateThatIsOnTimeAfterAllStaysCountedAsLate() {
        said(Kind.FULFILLED_LATE, CONFIRMED, "");
        assertCounts(0, 1, 0, 0, 1, 0, 0);
        said(Kind.WITHDRAWN, CONFIRMED, "on_time");
        assertCounts(1, 0, 0, 0, 1, 0, 1);
    }

    @Test
    void confirmedOverdueThatIsVoidedStaysCounted() {
        said(Kind.OVERDUE, PROVISIONAL, "");
        said(Kind.WITHDRAWN, CONFIRMED, "voided");
        assertCounts(0, 0, 0, 0, 0, 1, 1);
    }

    @Test
    void whereTheHorizonIsShorterThanTheAllowanceWhatIsBeyondItIsConfirmed() {
        duties = new OverdueDuties(60);
        reader = new LatenessReader(duties);
        said(Kind.OVERDUE, DEADLINE + 1, "");
        assertCounts(0, 0, 1, 0, 0, 1, 0);
        said(Kind.FULFILLED_LATE, DEADLINE + 61, "");
        assertCounts(0, 1, 0, 0, 0, 1, 1);
    }

    @Test
    void countsAlikeWhereTheRecordThatSaidOverdueIsCompactedAway() {
        revision = 1;
        said(Kind.FULFILLED_LATE, CONFIRMED, "");
        assertCounts(0, 1, 0, 0, 0, 1, 1);
    }

    private void said(Kind kind, long watermark, String instead) {
        Lateness said = Lateness.newBuilder()
                .setRun(RUN)
                .setRevision(++revision)
                .setKind(kind)
                .setThread(1)
                .setReceiver("H53")
                .setDebtor("H53")
                .setAsker("G01")
                .setObligation("respond")
                .setDeadline(DEADLINE)
                .setWatermark(watermark)
                .setOutcome(instead)
                .setDocumentNumber("G01.1970.T1-0")
                .build();
        reader.read(0, 0, 0, "1/0/H53/respond".getBytes(StandardCharsets.UTF_8), said.toByteArray());
        assertThat(reader.problems()).isEmpty();
    }

    private void assertCounts(
            long onTimeNow, long lateNow, long confirmedNow, long onTime, long late, long overdue, long revisions) {
        DutyCounts counts = duties.counts(RUN, respond(onTimeNow), respond(lateNow), respond(confirmedNow));
        int i = Obligation.RESPOND.ordinal();
        assertThat(counts.onTime()[i]).as("on time").isEqualTo(onTime);
        assertThat(counts.late()[i]).as("late").isEqualTo(late);
        assertThat(counts.overdue()[i]).as("overdue").isEqualTo(overdue);
        assertThat(counts.revisions()).as("revisions").isEqualTo(revisions);
    }

    private static long[] respond(long count) {
        long[] counts = new long[Obligation.values().length];
        counts[Obligation.RESPOND.ordinal()] = count;
        return counts;
    }
}
