package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceBookTest {

    private final SequenceBook book = new SequenceBook();

    @Test
    void findsNothingInAnUnbrokenRow() {
        LongStream.rangeClosed(1, 1_000).forEach(book::take);
        book.takeUpTo(1_000);
        assertCounts(0, 0, 0);
    }

    @Test
    void countsAGapUntilItIsFilled() {
        LongStream.of(1, 2, 6).forEach(book::take);
        assertCounts(3, 0, 0);
        book.take(4);
        assertCounts(2, 0, 1);
        book.take(4);
        assertCounts(2, 1, 1);
        book.take(3);
        book.take(5);
        assertCounts(0, 1, 3);
    }

    @Test
    void countsWhatIsMissingBeforeTheFirstAndAfterTheLast() {
        book.take(3);
        book.takeUpTo(5);
        assertCounts(4, 0, 0);
        book.takeUpTo(5);
        assertCounts(4, 0, 0);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAsASetWould(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet come = new BitSet();
        long duplicates = 0;
        long late = 0;
        int highest = 0;
        for (int step = 0; step < 500; step++) {
            int sequence = Math.max(1, highest + random.nextInt(-20, 8));
            if (come.get(sequence)) {
                duplicates++;
            } else if (sequence < highest) {
                late++;
            }
            come.set(sequence);
            highest = Math.max(highest, sequence);
            book.take(sequence);
        }
        assertCounts(highest - come.cardinality(), duplicates, late);
    }

    private void assertCounts(long missing, long duplicates, long late) {
        assertThat(new long[] {book.missing(), book.duplicates(), book.late()})
                .containsExactly(missing, duplicates, late);
    }
}
