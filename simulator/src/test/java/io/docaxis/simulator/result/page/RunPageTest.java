package io.docaxis.simulator.result.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.page.PageSections;
import io.docaxis.simulator.SmallRun;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RunPageTest {

    private static final Headline HEADLINE =
            new Headline("docaxis run: silent-province", "Seed 53.", "Verdict: exact", true, List.of("2,310 cells"));

    private static String html;

    @BeforeAll
    static void render() throws IOException {
        try (InputStream in = RunPageTest.class.getResourceAsStream("/run-page/sections.json")) {
            JsonNode all = JsonMapper.shared().readTree(in);
            html = RunPage.of(HEADLINE, name -> Optional.ofNullable((ObjectNode) all.get(name)));
        }
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("content=\"default-src 'none'; style-src 'sha256-")
                .doesNotContain("<script", "http://", "https://", "src=", "href=");
    }

    @Test
    void namesOfOthersAreTextAlone() {
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Ministry &lt;b&gt;of&lt;/b&gt; Health");
    }

    @Test
    void beginsWithTheVerdictAndTheFiveFigures() {
        assertThat(html).contains("<p class=\"verdict\">Verdict: exact</p>", "2,310 cells");
        assertThat(rows("Five figures"))
                .containsExactly(
                        "transport lag | 12 records | oldest 0.4 s",
                        "event lag | 2 h | partitions in which it is unknown: 1",
                        "response lag | 5 overdue | 1 final · 3 confirmed · 1 provisional · clock doubtful 4",
                        "traffic | 2,990 sent | 3,000 intended · 0 failed · unknown consumed",
                        "on time | 91.7 % | of the answered 95.2 %");
        assertThat(rows("Obligations"))
                .contains(
                        "send | 90 | 5 | 5 | 1 | 0 | 1 | 3 | 1 | 90.9 % | 94.7 %",
                        "answer recall | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | unknown | unknown");
    }

    @Test
    void agenciesStandWorstFirstAndWhatIsUnknownLast() {
        assertThat(rows("Who is late"))
                .containsExactly(
                        "H53 Quảng Ninh | 25.0 % | 5 of 20 | 5 of 10 | 0 of 10 | 1 d 1 h | since 2023-06-05 17:00",
                        "G01 Ministry &lt;b&gt;of&lt;/b&gt; Health | 1.0 % | 1 of 100 | 1 of 100 | 0 of 0 | – | unknown",
                        "H57 An Giang | unknown | unknown | unknown | 0 of 10 | – | no");
    }

    @Test
    void drawsWhatHappened() {
        assertThat(html)
                .contains(
                        "<h2>Events a second</h2>",
                        "<h2>Transport lag</h2>",
                        "<h2>Transport lag in time</h2>",
                        "<h2>Event lag</h2>",
                        "<h2>Response lag</h2>");
        // 1,000 a second twice, then as many in two seconds
        assertThat(points("Events a second", 0)).isEqualTo("M274.0 46.0h0L464.0 46.0L844.0 150.0");
        // a point that is unknown is neither drawn nor the beginning of a rate
        assertThat(points("Events a second", 2)).isEqualTo("M274.0 66.8h0");
        assertThat(rows("Marks")).containsExactly("3 s | agency H53 | silent | last report 2023-06-05 17:00");
    }

    @Test
    void groupsDocumentsAndDeadLettersAreThere() {
        assertThat(rows("Consumer groups"))
                .containsExactly(
                        "docaxis.exchange | Stable | 1 | OK | it reads what comes | 12 | 0 | 0.4 s | unknown",
                        "&lt;script&gt;alert(1)&lt;/script&gt; | unknown | unknown | unknown | unknown | unknown | unknown"
                                + " | unknown | never");
        assertThat(rows("Late documents"))
                .containsExactly("H53 | answer recall | G01.2023.T4711-0 | 2023-06-05 17:00 | 8 d 16 h |"
                        + " final, clock doubtful | 4711");
        assertThat(rows("Dead letters")).containsExactly("malformed | 3", "no receiver | 0");
    }

    @Test
    void truthStandsBesideWhatWasFound() {
        assertThat(rows("Truth: what was planted, and what was found"))
                .containsExactly(
                        "silence | H53 | 2023-06-05 08:00 | 2023-06-07 08:00",
                        "clock | tier central agency | 2023-06-05 08:00:30 | 2023-06-07 08:00",
                        "duplicate | 30 | 30",
                        "dead letters | 2 | unknown",
                        "orphan answer | 0 | 1",
                        "H53 | 2023-06-05 17:00 | 2023-06-06 11:00 | still | yes",
                        "H57 | 2023-06-05 17:00 | 2023-06-06 11:00 | 2023-06-06 12:00 | no: false alarm",
                        "G01 | 2023-06-05, 2023-06-06 | yes");
        assertThat(html)
                .contains(
                        "Windows planted: 2. Found silent: 2; found with a wrong clock: 1. False alarms: 1. Planted, over, and never noticed: unknown.");
    }

    @Test
    void whatIsUnknownIsSaidToBe() {
        PageSections nothing = name -> Optional.empty();

        String page = RunPage.of(new Headline("run", "", "Verdict: incomplete", false, List.of()), nothing);

        assertThat(page).contains("<p class=\"verdict bad\">Verdict: incomplete</p>", "unknown records");
        for (String heading : List.of("Obligations", "Who is late", "Consumer groups", "Late documents")) {
            assertThat(page).contains("<h2>" + heading + "</h2>\n<p class=\"soft\">unknown</p>");
        }
        assertThat(page).doesNotContain(">0<", ">0.0 %<");
    }

    @Test
    void isHeadedByWhatIsReportedOfTheRun() {
        RunCost cost = new RunCost(1, true, OptionalLong.empty(), OptionalLong.empty());

        Headline headline = Headline.of(RunReport.of(SmallRun.ledger(), SmallRun.tally(), cost));

        assertThat(headline.title()).isEqualTo("docaxis run: small-run");
        assertThat(headline.about()).startsWith("Seed ").contains(" to ");
        assertThat(headline.verdict()).isEqualTo("Verdict: exact");
        assertThat(headline.good()).isTrue();
        assertThat(headline.reasons()).isNotEmpty();
    }

    /** Of the tables below a heading, cell by cell. */
    private static List<String> rows(String heading) {
        return Pattern.compile("<tr>((<td[^>]*>[^<]*</td>)+)</tr>")
                .matcher(below(heading))
                .results()
                .map(row -> Pattern.compile("<td[^>]*>([^<]*)</td>")
                        .matcher(row.group(1))
                        .results()
                        .map(cell -> cell.group(1))
                        .reduce((one, other) -> one + " | " + other)
                        .orElseThrow())
                .toList();
    }

    /** Where the lines of a chart go. */
    private static String points(String heading, int line) {
        List<MatchResult> lines = Pattern.compile("<path class=\"line [a-z]+\" d=\"([^\"]*)\"/>\n")
                .matcher(below(heading))
                .results()
                .toList();
        return lines.get(line).group(1);
    }

    private static String below(String heading) {
        int begin = html.indexOf("<h2>" + heading + "</h2>");
        assertThat(begin).as(heading).isNotNegative();
        int end = html.indexOf("<h2>", begin + 4);
        return html.substring(begin, end < 0 ? html.length() : end);
    }
}
