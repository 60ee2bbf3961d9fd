package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MomentNumberTest {

    private final MomentNumber numbers = new MomentNumber(5_000);
    private final TallySnapshot tally = Published.snapshot(1);

    @Test
    void changesWithWhateverDecidesAboutWhatIsOverdue() {
        long first = numbers.of(7, 10, tally);

        assertThat(first).isGreaterThan(5_000);
        assertThat(numbers.of(7, 10, Published.snapshot(2))).as("read again").isEqualTo(first);
        assertThat(numbers.of(7, 11, tally)).as("more was said").isEqualTo(first + 1);
        assertThat(numbers.of(8, 11, tally)).as("another run").isEqualTo(first + 2);
        assertThat(numbers.of(8, 11, TallySnapshot.unknown()))
                .as("other watermarks")
                .isEqualTo(first + 3);
    }
}
