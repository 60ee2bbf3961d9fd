package io.docaxis.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.SmallRun;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59, 59 s",
        "60, 1 min",
        "61, 1 min 1 s",
        "3600, 1 h",
        "12000, 3 h 20 min",
        "86400, 1 d",
        "187200, 2 d 4 h",
        "-90, -1 min 30 s"
    })
    void writesDurationsInTheirTwoLargestUnits(long seconds, String words) {
        assertThat(Wording.duration(seconds)).isEqualTo(words);
    }

    @Test
    void writesNumbersTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Wording.number(6_200_000)).isEqualTo("6,200,000");
            assertThat(Wording.percent(1, 3)).isEqualTo("33.3 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesInstantsAsTheRunsCalendarHasThem() {
        assertThat(Wording.instant(SmallRun.at(17), 7 * 3600)).isEqualTo("2023-03-07 17:00");
        assertThat(Wording.instant(SmallRun.at(17), 0)).isEqualTo("2023-03-07 10:00");
        assertThat(Wording.instant(SmallRun.at(17), -(3 * 3600 + 1800))).isEqualTo("2023-03-07 06:30");
        assertThat(Wording.date(SmallRun.at(23), 9 * 3600)).hasToString("2023-03-08");
        assertThat(Wording.instant(SmallRun.at(17) + 1, 7 * 3600)).isEqualTo("2023-03-07 17:00:01");
    }

    @Test
    void showsANumberThatNoAgencyHasAsItIs() {
        assertThat(Wording.agency(SmallRun.AGENCIES, 0)).isEqualTo("G01");
        assertThat(Wording.agency(SmallRun.AGENCIES, 88)).isEqualTo("#88");
    }
}
