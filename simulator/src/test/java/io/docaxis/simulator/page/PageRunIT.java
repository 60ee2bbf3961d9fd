package io.docaxis.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of a whole run in a process of its own, from its first line until after its end: four days in about 25 seconds. */
@ExtendWith(WithBrowser.class)
class PageRunIT {

    private static final Pattern FIRST_LINE = Pattern.compile("^(http://127\\.0\\.0\\.1:\\d+)/ shows it");
    private static final String AGENCIES_OF_DOCUMENTS =
            "return [...new Set([...document.querySelectorAll('#duties-rows td:nth-child(2) b')].map(each => each.textContent))]";

    private final HttpClient client = HttpClient.newHttpClient();
    private String url;

    @Test
    void isFollowedFromItsFirstLineToItsVerdict(Browser browser) throws Exception {
        try (ProgramProcess run =
                ProgramProcess.start("run", "quiet-day", "--speed", "14000x", "--until", "2023-03-10 00:00")) {
            url = run.awaitPrinted(FIRST_LINE).group(1);
            browser.open(url + "/");
            fills(browser);
            opensADocument(browser);
            filters(browser);
            saysWhatTheApiSays(browser);
            assertThat(browser.complaints()).isEmpty();
            assertThat(run.isRunning()).as("all this was seen while it ran").isTrue();

            browser.await("#strip-verdict", "exact");
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
        }
        browser.await("#strip-first", "The run is over");
        browser.await("#strip-age", "ended");
        assertThat(browser.text("#strip-verdict")).contains("exact");
        assertThat(browser.text("#run-clock")).contains("Mar 2023");
        assertThat(browser.text("#figures")).doesNotContain("undefined", "NaN");
        assertThat(browser.shown("#duties-rows tr")).isPositive();
    }

    private static void fills(Browser browser) {
        browser.await("#run-name", "quiet-day");
        browser.await("#run-phase", "playing");
        String first = browser.text("#run-clock");
        Waiting.until(
                "simulated time to go on",
                () -> browser.text("#run-clock").contains("2023")
                        && !browser.text("#run-clock").equals(first));
        Waiting.until("late documents", () -> browser.text("#run-clock"), () -> browser.shown("#duties-rows tr") > 0);
        assertThat(browser.shown("#agencies-rows tr")).isEqualTo(88);
        browser.await("#groups-rows", "docaxis.exchange");
        browser.awaitScript("charts", "return document.querySelectorAll('#charts canvas').length === 4");
    }

    private static void opensADocument(Browser browser) {
        String number = (String) browser.script("""
                const number = document.querySelector('#duties-rows .number');
                number.focus();
                number.click();
                return number.textContent""");
        browser.await("#document-title", number);
        Waiting.until("its timeline", () -> browser.shown("#document .timeline li") >= 3);
        assertThat(browser.driver().getCurrentUrl()).contains("doc=" + number.substring(0, 3));
        assertThat(browser.text("#document .story")).contains(" 2023 ");
        browser.press(Keys.ESCAPE);
        browser.awaitScript("no document", "return !document.querySelector('#document').open");
        assertThat(browser.isFocused("#duties-rows .number")).isTrue();
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("doc=");
    }

    private static void filters(Browser browser) {
        String agency = browser.text("#duties-rows td:nth-child(2) b");
        browser.script(
                "document.querySelector('#agencies-rows tr[data-code=' + arguments[0] + '] th').click()", agency);
        browser.await("#filters", agency);
        assertThat(browser.driver().getCurrentUrl()).contains("agency=" + agency);
        Waiting.until(
                "documents of " + agency,
                () -> browser.text("#run-clock"),
                () -> List.of(agency).equals(browser.script(AGENCIES_OF_DOCUMENTS)));
        assertThat(browser.text("#one-agency")).contains(agency);
        browser.script("document.querySelector('#filters .chip').click()");
        Waiting.until("all documents", () -> !browser.driver().getCurrentUrl().contains("agency="));
    }

    /** Figures change all the time, so both are looked at until nothing changed in between. */
    private void saysWhatTheApiSays(Browser browser) {
        Waiting.until("the figures of the API", () -> browser.text("#run-clock"), () -> {
            List<Long> before = figures();
            List<Long> seen = List.of(
                    digits(browser.text("#figure-response .value")),
                    (Long) browser.script("""
                            return [...document.querySelectorAll('#agencies-rows tr')]
                                .reduce((sum, row) => sum + Number(row.children[6].textContent.replaceAll(',', '')), 0)"""),
                    digits(browser.text("#duties-note")));
            return seen.equals(before)
                    && before.equals(figures())
                    && Set.copyOf(seen).size() == 1;
        });
    }

    /** How many duties are overdue, as three answers have it. */
    private List<Long> figures() throws IOException, InterruptedException {
        return List.of(
                sum(get("obligations").get("obligations"), "overdue"),
                stream(get("agencies?level=1&limit=1000").get("agencies"))
                        .flatMap(agency -> stream(agency.get("duties")))
                        .mapToLong(duties -> duties.get("overdue").asLong())
                        .sum(),
                get("late").get("overdue").asLong());
    }

    private static long sum(JsonNode all, String name) {
        return stream(all).mapToLong(each -> each.get(name).asLong()).sum();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    /** The first number of a text. */
    private static long digits(String text) {
        String found = text.replaceAll("^\\D*([\\d,]+).*", "$1").replace(",", "");
        return found.matches("\\d+") ? Long.parseLong(found) : -1;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/" + path)).build();
        return JsonMapper.shared()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
