package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.scenario.Traffic;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole numbers shared out, spread, and laid along time. */
class QuotasTest {

    @Test
    void sharesAddUpAndComeNearTheWeights() {
        assertThat(Apportionment.of(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
        assertThat(Apportionment.of(7, new long[] {0, 5, 2})).containsExactly(0, 5, 2);
        assertThat(Apportionment.of(0, new long[] {0})).containsExactly(0);
    }

    @Test
    void permutationIsABijectionAndNotTheSameForAllSeeds() {
        for (int bound = 1; bound < 300; bound++) {
            BitSet seen = new BitSet();
            Permutation permutation = new Permutation(bound, bound);
            for (int i = 0; i < bound; i++) {
                seen.set((int) permutation.at(i));
            }
            assertThat(seen.cardinality()).isEqualTo(bound);
            assertThat(seen.length()).isEqualTo(bound);
        }
        assertThat(new Permutation(1 << 20, 1).at(5)).isNotEqualTo(new Permutation(1 << 20, 2).at(5));
    }

    @Test
    void threadsBeginInTheOrderOfTheirNumbersWithinThePeriod() {
        for (long threads : List.of(1L, 10L, 5_000L)) {
            ScenarioFixture fixture = new ScenarioFixture();
            SendingTimes times = new SendingTimes(fixture.build(), threads, 3);
            WorkingCalendar calendar = fixture.calendar;
            long last = calendar.at(fixture.from.toEpochDay(), 0);
            for (long thread = 0; thread < threads; thread++) {
                assertThat(times.at(thread)).isGreaterThanOrEqualTo(last);
                last = times.at(thread);
            }
            assertThat(last).isLessThan(calendar.at(fixture.to.toEpochDay() + 1, 0));
        }
    }

    @Test
    void daysGetWhatMonthsBurstsAndDaysOffSay() {
        ScenarioFixture fixture = new ScenarioFixture().days("2023-03-01", "2023-03-31");
        fixture.bursts = List.of(new Traffic.Burst(LocalDate.of(2023, 3, 15), LocalDate.of(2023, 3, 15), 300));
        int threads = 100_000;
        SendingTimes times = new SendingTimes(fixture.build(), threads, 3);
        int[] byDay = new int[32];
        int[] byHour = new int[24];
        for (int thread = 0; thread < threads; thread++) {
            long at = times.at(thread);
            byDay[(int) (fixture.calendar.dayOf(at) - fixture.from.toEpochDay()) + 1]++;
            byHour[fixture.calendar.secondOfDay(at) / 3600]++;
        }
        assertThat(byDay[4] + byDay[5] + byDay[11] + byDay[12] + byDay[18] + byDay[19] + byDay[25] + byDay[26])
                .isEqualTo(1_000);
        assertThat(byDay[4]).isEqualTo(125);
        assertThat(byDay[1]).isEqualTo(99_000 / 25);
        assertThat(byDay[15]).isEqualTo(3 * 99_000 / 25);
        assertThat(byHour[9]).isBetween(13_000, 13_900);
        assertThat(byHour[2]).isLessThan(60);
    }
}
