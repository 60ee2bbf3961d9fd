package io.docaxis.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndHistoryTest {

    private final EndHistory history = new EndHistory();

    private void look(long askedMs, long answeredMs, long end) {
        history.look(new LookTime(askedMs, answeredMs, answeredMs), 0, end);
    }

    @Test
    void saysBetweenWhichLooksAnOffsetWasReached() {
        look(1_000, 1_100, 10);
        look(2_000, 2_100, 20);
        look(3_000, 3_100, 20);
        look(4_000, 4_100, 30);
        assertThat(history.reachedAfterMs(9)).as("there at the first look").isEmpty();
        assertThat(history.reachedUntilMs(9)).hasValue(1_100);
        assertThat(history.reachedAfterMs(10)).as("when the look was asked for").hasValue(1_000);
        assertThat(history.reachedUntilMs(10)).as("when it was answered").hasValue(2_100);
        assertThat(history.reachedAfterMs(20)).as("the last look without it").hasValue(3_000);
        assertThat(history.reachedUntilMs(29)).hasValue(4_100);
        assertThat(history.reachedUntilMs(30)).as("not there yet").isEmpty();
    }

    @Test
    void knowsNothingBeforeTheFirstLook() {
        assertThat(history.reachedAfterMs(0)).isEmpty();
        assertThat(history.reachedUntilMs(0)).isEmpty();
    }

    @Test
    void leavesOutAnAnswerThatCameLate() {
        look(1_000, 1_100, 10);
        look(1_050, 1_200, 20);
        look(1_060, 1_210, 15);
        assertThat(history.reachedUntilMs(19)).hasValue(1_200);
    }

    @Test
    void beginsAnewWithAnotherLog() {
        look(1_000, 1_100, 10);
        look(2_000, 2_100, 20);
        look(3_000, 3_100, 5);
        assertThat(history.reachedAfterMs(4)).isEmpty();
        assertThat(history.reachedUntilMs(4)).hasValue(3_100);
    }

    /** Whatever was given up, and however looks come: the instant of each offset lies within what is said of it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isNeverWrongAndAsSharpAsItsMemoryAllows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int records = 20_000;
        long[] reachedMs = new long[records];
        long at = 0;
        for (int i = 0; i < records; i++) {
            // bursts, and pauses of hours
            at += random.nextInt(100) < 90 ? random.nextInt(3_000) : random.nextInt(100) < 98 ? 60_000 : 7_200_000;
            reachedMs[i] = at;
        }
        int end = 0;
        long now = 0;
        while (end < records) {
            long asked = now + 4_000 + random.nextInt(2_000);
            long answered = asked + random.nextInt(400);
            long between = asked + (answered > asked ? random.nextInt((int) (answered - asked)) : 0);
            while (end < records && reachedMs[end] <= between) {
                end++;
            }
            history.look(new LookTime(asked, answered, answered), 0, end);
            now = answered + (random.nextInt(500) == 0 ? 900_000 : 0);
        }
        double widest = 0;
        for (int offset = 0; offset < records; offset++) {
            OptionalLong after = history.reachedAfterMs(offset);
            long until = history.reachedUntilMs(offset).getAsLong();
            assertThat(until).isGreaterThanOrEqualTo(reachedMs[offset]);
            assertThat(after.orElse(Long.MIN_VALUE)).isLessThanOrEqualTo(reachedMs[offset]);
            long ageMs = now - reachedMs[offset];
            if (after.isPresent() && ageMs > 60_000) {
                widest = Math.max(widest, (until - after.getAsLong() - 900_000) / (double) ageMs);
            }
        }
        assertThat(widest).as("width by age").isLessThan(0.35);
    }
}
