package io.docaxis.simulator.load.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingInstantsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsWhatIsNotCommittedUpToABound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int most = 4_096;
        PendingInstants pending = new PendingInstants(most);
        Deque<long[]> oracle = new ArrayDeque<>();
        long forgotten = 0;
        long offset = 0;
        for (int step = 0; step < 200; step++) {
            int more = random.nextInt(1, 1_500);
            for (int i = 0; i < more; i++) {
                offset += random.nextInt(1, 4);
                pending.add(offset, -offset);
                oracle.add(new long[] {offset, -offset});
                if (oracle.size() > most) {
                    oracle.remove();
                    forgotten++;
                }
            }
            if (random.nextInt(3) > 0) {
                long below = offset - random.nextInt(2_000);
                List<Long> taken = new ArrayList<>();
                pending.takeBelow(below, taken::add);
                List<Long> expected = new ArrayList<>();
                while (!oracle.isEmpty() && oracle.peek()[0] < below) {
                    expected.add(oracle.remove()[1]);
                }
                assertThat(taken).isEqualTo(expected);
            }
            assertThat(pending.size()).isEqualTo(oracle.size());
            assertThat(pending.forgotten()).isEqualTo(forgotten);
        }
        assertThat(forgotten).isPositive();
    }

    @Test
    void refusesABoundThatIsNoPowerOfTwo() {
        assertThatThrownBy(() -> new PendingInstants(3_000)).hasMessage("bound 3000: want a power of two from 1024 on");
    }
}
