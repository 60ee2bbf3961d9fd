package io.docaxis.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.report.Page.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void escapesEveryTextAndNeedsNothingFromElsewhere() {
        String html = new Page("a < b")
                .doubts(List.of("<script>"))
                .bars("c & d", List.of(new Bar("e > f", new Spread(2, 1, 3), "\"2\"")))
                .table(List.of("<g>"), List.of(List.of("<h>")))
                .html();

        assertThat(html)
                .contains(
                        "a &lt; b",
                        "&lt;script&gt;",
                        "c &amp; d",
                        "e &gt; f",
                        "&quot;2&quot;",
                        "&lt;g&gt;",
                        "&lt;h&gt;")
                .contains("Don't trust this", "prefers-color-scheme: dark")
                .doesNotContain("http:", "https:", "<script", "@import");
    }

    @Test
    void saysNothingOfTrustWhereThereIsNoDoubt() {
        assertThat(new Page("x").doubts(List.of()).html()).doesNotContain("trust");
    }

    @Test
    void leavesOutWhatIsUnknown() {
        String html = new Page("x")
                .bars("y", List.of(new Bar("known", new Spread(1, 1, 1), "1"), new Bar("gone", nothing(), "–")))
                .html();

        assertThat(html).contains("known").doesNotContain("gone", "NaN");
    }

    private static Spread nothing() {
        return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
}
