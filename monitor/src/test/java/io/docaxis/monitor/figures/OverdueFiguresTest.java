package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

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

    private OverdueFigures overdue(long thread) {
        return Published.response(tally, thread).orElseThrow().overdue();
    }
}
