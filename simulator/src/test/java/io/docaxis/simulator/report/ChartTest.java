package io.docaxis.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.docaxis.simulator.report.Chart.Look;
import io.docaxis.simulator.report.Chart.Point;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Axis TIME = Axis.seconds(10);

    @Test
    void whatIsUnknownIsAGapAndAPointAloneIsADot() {
        String svg = new Chart("x", TIME, Axis.counted("y", 10))
                .line(
                        "known",
                        Look.SOLID,
                        List.of(
                                new Point(0, 0),
                                new Point(5, 10),
                                new Point(6, Double.NaN),
                                new Point(7, 10),
                                new Point(8, Double.NaN)))
                .svg();

        assertThat(path(svg, "solid")).isEqualTo("M84.0 254.0h0L464.0 46.0M616.0 46.0h0");
        assertThat(svg).doesNotContain("NaN");
    }

    @Test
    void aLineOfWhichNothingIsKnownIsNamedAndNotDrawn() {
        String svg = new Chart("x", TIME, Axis.counted("y", 10))
                .line("a < b", Look.DASHED, List.of(new Point(1, Double.NaN)))
                .svg();

        assertThat(svg).contains("a &lt; b (unknown)");
        assertThat(path(svg, "dashed")).as("the one of the legend").isEqualTo("M84.0 30h30");
    }

    @Test
    void axesEndAtRoundNumbers() {
        assertThat(Axis.counted("", 4_321).ticks()).containsExactly(0.0, 1_000.0, 2_000.0, 3_000.0, 4_000.0, 5_000.0);
        assertThat(Axis.counted("", 1_000).to()).isEqualTo(1_000);
        assertThat(Axis.counted("", 0).ticks()).containsExactly(0.0, 1.0);
        assertThat(written(Axis.measured("", 1.2))).containsExactly("0", "0.5", "1", "1.5");
        assertThat(written(Axis.durations("", 900, 4_800_000)))
                .containsExactly("100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s");
        assertThat(written(Axis.durations("", 0, 0))).containsExactly("1 µs", "10 µs");
        assertThat(written(Axis.percentiles(20_000)))
                .containsExactly("0 %", "50 %", "75 %", "90 %", "95 %", "99 %", "99.9 %", "99.99 %");
        assertThat(Axis.seconds(3_600).ticks()).contains(0.0, 300.0, 3_600.0).hasSize(13);
    }

    @Test
    void eachNineTakesTheSameRoom() {
        Axis axis = Axis.percentiles(10_000);

        assertThat(axis.at(0.9)).isCloseTo(0.25, offset(1e-6));
        assertThat(axis.at(0.99)).isCloseTo(0.5, offset(1e-6));
        assertThat(axis.at(0.9999)).isCloseTo(1, offset(1e-6));
    }

    private static List<String> written(Axis axis) {
        return axis.ticks().stream().map(axis.written()::apply).toList();
    }

    private static String path(String svg, String look) {
        Matcher path =
                Pattern.compile("class=\"line " + look + "\" d=\"([^\"]*)\"").matcher(svg);
        assertThat(path.find()).isTrue();
        return path.group(1);
    }
}
