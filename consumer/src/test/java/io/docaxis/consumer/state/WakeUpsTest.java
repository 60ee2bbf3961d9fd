package io.docaxis.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Deadlines;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WakeUpsTest {

    private static final long START = 1_700_000_000;
    private static final int THREADS = 300;

    private final WakeUps wakeUps = new WakeUps();

    /** Hours, days and years ahead, in the past too, earlier than wanted before, and wanted again. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, 50_000_000})
    void givesEachThreadOnceInTheOrderOfTheirTimes(int span) {
        Random random = new Random(span);
        List<ThreadState> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(new ThreadState(i));
        }
        long now = START;
        int given = 0;
        for (int round = 0; round < 2_000; round++) {
            for (int i = 0; i < 5; i++) {
                wakeBy(threads.get(random.nextInt(THREADS)), now - span / 10 + random.nextInt(span));
            }
            now += random.nextInt(span / 100);
            List<Long> expected = due(threads, now);
            List<Long> taken = takeAll(now);
            assertThat(taken).isEqualTo(expected);
            given += taken.size();
        }
        assertThat(given).isGreaterThan(THREADS);
    }

    @Test
    void keepsWhatLiesFartherAheadThanItHasListsFor() {
        ThreadState soon = new ThreadState(1);
        ThreadState inTime = new ThreadState(2);
        wakeBy(soon, START);
        wakeBy(inTime, START + 100L * 365 * 86_400);
        assertThat(takeAll(START + 1)).containsExactly(START);
        assertThat(wakeUps.take(inTime.wakeAt, inTime.wakeAt)).isNull();
        assertThat(wakeUps.take(inTime.wakeAt + 1, inTime.wakeAt + 1)).isSameAs(inTime);
    }

    /** However far deadlines are announced. */
    @Test
    void holdsForTheWatermarkWhatOnlyTheWatermarkCanForget() {
        ThreadState late = new ThreadState(1);
        ThreadState dropped = new ThreadState(2);
        ThreadState soon = new ThreadState(3);
        wakeUps.hold(late, START + 20);
        wakeUps.hold(dropped, START + 10);
        wakeUps.hold(soon, START);
        dropped.drop(new RowPool());
        assertThat(wakeUps.take(START + 100, START)).isNull();
        assertThat(wakeUps.take(START + 100, START + 20)).isSameAs(soon);
        assertThat(wakeUps.take(START + 100, START + 20)).isNull();
        assertThat(wakeUps.take(START + 100, START + 21)).isSameAs(late);
        wakeUps.hold(late, START);
        wakeUps.clear();
        assertThat(wakeUps.take(START + 100, START + 100)).isNull();
    }

    @Test
    void givesWhoeverWantsToBeLookedAtAtOnceAndThenAtTheirTimes() {
        for (int round = 0; round < 3; round++) {
            wakeUps.clear();
            ThreadState first = new ThreadState(1);
            ThreadState second = new ThreadState(2);
            wakeBy(first, 0);
            wakeBy(second, 0);
            assertThat(takeAll(START)).containsExactly(0L, 0L);
            wakeBy(first, START + 30L * 86_400);
            wakeBy(second, START + 10);
            assertThat(takeAll(START + 10)).isEmpty();
            assertThat(takeAll(START + 11)).containsExactly(START + 10);
            assertThat(takeAll(START + 31L * 86_400)).containsExactly(START + 30L * 86_400);
        }
    }

    @Test
    void givesNobodyAfterClearing() {
        wakeBy(new ThreadState(1), START);
        wakeBy(new ThreadState(2), START + 86_400);
        wakeUps.clear();
        assertThat(wakeUps.take(Deadlines.NEVER, Deadlines.NEVER)).isNull();
    }

    private void wakeBy(ThreadState thread, long instant) {
        if (instant < thread.wakeAt) {
            thread.wakeAt = instant;
            wakeUps.add(thread);
        }
    }

    private static List<Long> due(List<ThreadState> threads, long before) {
        return threads.stream()
                .map(thread -> thread.wakeAt)
                .filter(at -> at < before)
                .sorted()
                .toList();
    }

    private List<Long> takeAll(long before) {
        List<Long> taken = new ArrayList<>();
        for (ThreadState thread = wakeUps.take(before, before); thread != null; thread = wakeUps.take(before, before)) {
            taken.add(thread.wakeAt);
            thread.wakeAt = Deadlines.NEVER;
        }
        return taken;
    }
}
