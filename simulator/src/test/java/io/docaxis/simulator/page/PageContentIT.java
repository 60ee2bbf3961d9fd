package io.docaxis.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What the page shows of states from files, and keeps in its address. */
@ExtendWith(WithBrowser.class)
class PageContentIT {

    private static FixtureServer server;

    private Browser browser;

    @BeforeAll
    static void serve() {
        server = new FixtureServer("healthy");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void markupInNamesIsShownAndNeverRuns(Browser given) {
        browser = given;
        for (String query : List.of(
                "",
                "?agency=H53&view=map",
                "?group=%22%3E%3Cscript%3Edocument.title%3D%22broken%22%3C%2Fscript%3E",
                "?doc=%3Ci%3E1",
                "?find=%3Cb%3E&reason=malformed")) {
            browser.open(server.showing("markup", query));
            browser.await("#run-name", "<script>document.title=\"broken\"</script>");
            browser.await("#duties-rows", "<img src=x onerror=");
            browser.awaitScript("charts", "return document.querySelectorAll('#charts canvas').length === 4");
            assertThat(browser.driver().getTitle())
                    .as(query)
                    .contains("docaxis")
                    .doesNotContain("broken");
            assertThat(
                            browser.script(
                                    "return document.querySelectorAll('img, i:not([class]), b b, body script, iframe, object, [onerror]').length"))
                    .as(query)
                    .isEqualTo(0L);
        }
    }

    @Test
    void everyPanelIsThereWithoutData(Browser given) {
        browser = given;
        browser.open(server.showing("no-data", ""));
        browser.await("#strip-state", "Nothing is known yet");
        browser.await("#strip-first", "no topics of docaxis yet");
        assertThat(browser.shown("#figures .figure")).isEqualTo(5);
        assertThat(browser.text("#figures")).doesNotContain("undefined", "NaN", "null");
        assertThat(browser.all("#figures .value").stream().map(each -> each.getText()))
                .containsOnly("◇");
    }

    /** A string that there is not would be shown as the end of its key. */
    @ParameterizedTest
    @CsvSource({"en, What it is", "vi, Là gì"})
    void everyFigureExplainsItself(String language, String first, Browser given) {
        browser = given;
        browser.open(server.showing("silent-province", "?lang=" + language));
        browser.await("#duties-rows", "G01.2023.T4711-0");
        browser.awaitScript(
                "all panels", "return document.querySelectorAll('button[data-explain]:not([hidden])').length >= 14");
        List<?> keys = (List<?>)
                browser.script(
                        "return [...document.querySelectorAll('button[data-explain]:not([hidden])')].map(each => each.dataset.explain)");
        for (Object key : keys) {
            browser.script("document.querySelector(`button[data-explain='${arguments[0]}']`).click()", key);
            browser.awaitScript("the explanation", "return document.querySelector('#explain').open");
            assertThat(browser.text("#explain dl")).as("%s", key).startsWith(first);
            assertThat(browser.all("#explain dd")).as("%s", key).hasSize(4);
            assertThat(browser.all("#explain dd:not(:last-child)"))
                    .as("%s", key)
                    .hasSize(3)
                    .allMatch(each -> each.getText().length() > "formula".length());
            browser.press(Keys.ESCAPE);
            browser.awaitScript("no explanation", "return !document.querySelector('#explain').open");
        }
    }

    @Test
    void findsOneOfAHundredAndTwentyThousandAgencies(Browser given) {
        browser = given;
        browser.open(server.showing("agencies-120000", "?level=all"));
        browser.await("#agencies-note", "120,000");
        Waiting.until("a page", () -> browser.shown("#agencies-rows tr") == 50);
        browser.driver().findElement(By.id("agencies-find")).sendKeys("H03.03");
        Waiting.until("what is found", () -> browser.shown("#agencies-rows tr") < 10);

        assertThat(browser.text("#agencies-rows")).contains("H03.03.03");
        assertThat(browser.driver().getCurrentUrl()).contains("find=H03.03", "level=all");
        assertThat(server.answers().asked())
                .anyMatch(asked -> asked.startsWith("/api/v1/agencies?")
                        && asked.contains("search=H03.03")
                        && asked.contains("limit=50"));
    }

    @Test
    void whatIsChosenSurvivesAReload(Browser given) {
        browser = given;
        browser.open(server.showing("silent-province", ""));
        browser.await("#agencies-rows", "H53");
        browser.click("#agencies-rows tr[data-code=H53] td[data-obligation=acknowledge]");
        browser.await("#filters", "H53");
        browser.click("#agencies-worst button:nth-child(2)");
        browser.click("#themes button:nth-child(3)");
        String url = browser.driver().getCurrentUrl();
        assertThat(url).contains("agency=H53", "obligation=acknowledge", "worst=count", "theme=dark");

        browser.driver().navigate().refresh();
        browser.await("#filters", "H53");

        assertThat(browser.driver().getCurrentUrl()).isEqualTo(url);
        assertThat(browser.all("#agencies-rows tr.chosen")).hasSize(1);
        assertThat(browser.script("return document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        Waiting.until(
                "the documents of one agency",
                () -> List.of("H53")
                        .equals(
                                browser.script(
                                        "return [...new Set([...document.querySelectorAll('#duties-rows td:nth-child(2) b')].map(each => each.textContent))]")));
        browser.click("#filters .chip");
        Waiting.until(
                "documents of all", () -> !browser.driver().getCurrentUrl().contains("agency="));
        browser.driver().navigate().back();
        browser.await("#filters", "H53");
        browser.driver().navigate().back();
        browser.awaitScript("one step back", "return document.documentElement.dataset.theme !== 'dark'");
    }

    @Test
    void pauseHoldsWhatIsShownUntilItIsTakenBack(Browser given) {
        browser = given;
        browser.open(server.showing("silent-province", ""));
        browser.await("#figure-traffic .note", "sent");
        browser.click("#pause");
        browser.await("#strip-age", "paused");
        String before = browser.text("#figure-traffic .note");
        MovingState state = new MovingState(Fixture.of("silent-province"));
        server.answers().say(state.next());
        server.answers().say(state.next());
        // a message that ends the connection would be the next thing that the page hears
        browser.driver().findElement(By.id("agencies-find")).sendKeys("H5");
        Waiting.until("the table by the paused state", () -> browser.shown("#agencies-rows tr") < 60);
        assertThat(browser.text("#figure-traffic .note")).isEqualTo(before);
        assertThat(browser.driver().findElement(By.id("pause")).getDomAttribute("aria-pressed"))
                .isEqualTo("true");

        browser.driver().findElement(By.id("pause")).sendKeys(Keys.SPACE);

        Waiting.until("the newest", () -> !browser.text("#figure-traffic .note").equals(before));
    }
}
