package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, abc, 0",
        "abc, abd, 1",
        "abc, ac, 1",
        "quite, quiet, 1",
        "rnu, run, 1",
        "abcd, badc, 2",
        "kitten, sitting, 3"
    })
    void countsTheLettersToChange(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
        assertThat(Nearest.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void suggestsOnlyWhatIsNear() {
        List<String> known = List.of("late", "late-by", "not-signed");

        assertThat(Nearest.to("lateby", known)).contains("late-by");
        assertThat(Nearest.to("Late", known)).contains("late");
        assertThat(Nearest.to("horizon", known)).isEmpty();
    }
}
