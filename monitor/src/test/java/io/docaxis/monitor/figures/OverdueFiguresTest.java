package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Obligation;
import org.junit.jupiter.api.Test;

class OverdueFiguresTest {

    private final TallySnapshot tally = Published.snapshot(5_000);

    @Test
    void agreesWithATallyOfTheSameDuties() {
        assertThat(overdue(1).agreesWith(tally)).isTrue();
    }

    /** As many, of the same agency and obligation; but one of them is overdue no more, or another not yet. */
    @Test
    void differsFromATallyOfAsManyOthers() {
        assertThat(overdue(2).agreesWith(tally)).isFalse();
    }

    @Test
    void whatNoTallyCanCountAgreesWithNone() {
        assertThat(overdue(-1).agreesWith(tally)).isFalse();
    }

    /** Due at 500 s; partition 0 has announced deadlines up to 1,060 s. */
    @Test
    void tellsOfWhatIsOverdueForLongest() {
        OverdueFigures overdue = overdue(1);

        assertThat(overdue.oldest(86, Obligation.ACKNOWLEDGE)).hasValue(500);
        assertThat(overdue.longestS(86, Obligation.ACKNOWLEDGE)).hasValue(560);
        assertThat(overdue.overdueS()).isEqualTo(560);
        assertThat(overdue.oldest(86, Obligation.RESPOND)).isEmpty();
        assertThat(overdue.longestS(87, Obligation.ACKNOWLEDGE)).isEmpty();
        assertThat(overdue.duties()).hasSize(1);
        assertThat(overdue.isOnDoubtfulClock(0)).isFalse();
        assertThat(overdue.onDoubtfulClock()).isZero();
    }

    private OverdueFigures overdue(long thread) {
        return Published.response(tally, thread).orElseThrow().overdue();
    }
}
