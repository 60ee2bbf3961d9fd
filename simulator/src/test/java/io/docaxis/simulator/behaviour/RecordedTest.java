package io.docaxis.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where what is recorded is not so. */
class RecordedTest {

    private static final String RECORDED = "a | 1;b | one;b | two;c | 3";

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "a | 1;b | one;b | two;c | 3,   a b c,     ''",
        "c | 3,                         a b c,     ''",
        "a | 2,                         a b c,     a - 1 + 2",
        "b | one;b | 2,                 a b c,     b - two + 2",
        "b | one,                       a b c,     b - two",
        "b | one;b | two;b | three,     a b c,     b + three",
        "b | two;b | one,               a b c,     b has its rows in another order",
        "d | 4,                         a b c d,   d is not recorded + 4",
        "c | 3,                         a b c d,   d is not recorded",
        "a | 1,                         a b,       'c is recorded, and is no more - 3'",
        "a | 2;d | 4,                   a b c d,   a - 1 + 2 d is not recorded + 4"
    })
    void namesWhatIsNotAsRecorded(String now, String names, String said) {
        var differences = recorded(RECORDED).differences(recorded(now), Set.of(names.split(" ")));

        assertThat(String.join(" ", differences).replaceAll("\\s+", " ")).isEqualTo(said);
    }

    @Test
    void isReadAsItIsWritten() {
        Recorded recorded = new Recorded();
        recorded.add("help", "Usage: this | that");
        recorded.add("help", "");
        recorded.add("help", "  -h   help   ");
        recorded.add("all", "0");

        assertThat(recorded.text()).isEqualTo("""
                all | 0
                help | Usage: this | that
                help |
                help |   -h   help
                """);
        assertThat(Recorded.parse(recorded.text().lines()).text()).isEqualTo(recorded.text());
    }

    @Test
    void refusesALineWithoutAName() {
        assertThatThrownBy(() -> recorded("<<<<<<< HEAD")).hasMessage("'<<<<<<< HEAD': want 'name | row'");
    }

    private static Recorded recorded(String lines) {
        return Recorded.parse(Stream.of(lines.split(";")));
    }
}
