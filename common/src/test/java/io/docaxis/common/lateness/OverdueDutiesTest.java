package io.docaxis.common.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.Lateness.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OverdueDutiesTest {

    private static final long RUN = 7;

    private final OverdueDuties duties = new OverdueDuties(RUN);
    private final LatenessReader reader = new LatenessReader(duties);
    private long records;

    @Test
    void isOverdueByTheLastRevision() {
        said(RUN, 1, 1, Kind.OVERDUE);
        said(RUN, 2, 1, Kind.FULFILLED_LATE);
        said(RUN, 3, 3, Kind.OVERDUE);
        assertThat(duties.all()).extracting(duty -> duty.duty().thread()).containsExactlyInAnyOrder(1L, 3L);
        said(RUN, 1, 2, Kind.FULFILLED_LATE);
        said(RUN, 2, 2, Kind.OVERDUE);
        said(RUN, 2, 3, Kind.OVERDUE);
        assertThat(duties.all()).extracting(LatenessRevision::revision).containsExactlyInAnyOrder(3, 3);
        said(RUN, 2, 4, Kind.WITHDRAWN);
        emptied(3);
        assertThat(duties.all()).isEmpty();
    }

    @Test
    void whatIsSaidOfOtherRunsIsPassedOver() {
        said(RUN, 1, 1, Kind.OVERDUE);
        said(8, 2, 1, Kind.OVERDUE);
        said(8, 1, 2, Kind.FULFILLED_LATE);
        assertThat(duties.all()).extracting(duty -> duty.duty().thread()).containsExactly(1L);
        assertThat(reader.records()).isEqualTo(3);
    }

    /** Of a hundred thousand duties that were overdue, ten at a time, nothing is kept but the ten. */
    @Test
    void keepsWhatIsOverdueHoweverMuchWas() {
        int overdue = 10;
        for (long thread = 0; thread < 100_000; thread++) {
            said(RUN, thread, 1, Kind.OVERDUE);
            if (thread >= overdue) {
                said(RUN, thread - overdue, 2, thread % 2 == 0 ? Kind.FULFILLED_LATE : Kind.WITHDRAWN);
            }
            said(8, thread, 1, Kind.OVERDUE);
            assertThat(duties.all().size()).isLessThanOrEqualTo(overdue + 1);
        }
        assertThat(duties.all()).hasSize(overdue);
        assertThat(reader.bad()).isZero();
    }

    private void said(long run, long thread, int revision, Kind kind) {
        Lateness said = Lateness.newBuilder()
                .setRun(run)
                .setRevision(revision)
                .setKind(kind)
                .setThread(thread)
                .setReceiver("H53")
                .setDebtor("H53")
                .setAsker("G01")
                .setObligation("respond")
                .setDeadline(1_000)
                .setDocumentNumber("G01.2023.T" + thread + "-0")
                .build();
        reader.read(0, records++, 0, key(thread), said.toByteArray());
    }

    private void emptied(long thread) {
        reader.read(0, records++, 0, key(thread), null);
    }

    private static byte[] key(long thread) {
        return (thread + "/0/H53/respond").getBytes(StandardCharsets.UTF_8);
    }
}
