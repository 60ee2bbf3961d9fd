package io.docaxis.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The page of a whole run in a process of its own, from its first line until after its end: four days in about 29 seconds. */
@ExtendWith(WithBrowser.class)
class PageRunIT {

    private static final Pattern FIRST_LINE = Pattern.compile("^(http://127\\.0\\.0\\.1:\\d+)/ shows it");
    private static final String AGENCIES_OF_DOCUMENTS =
            "return [...new Set([...document.querySelectorAll('#duties-rows td:nth-child(2) b')].map(each => each.textContent))]";

    /** How many duties are overdue: as a figure, agency by agency, and as a list, each as the page shows it and as the API says it; null: the page changed meanwhile. */
    private static final String BOTH = """
            const done = arguments[0];
            const first = css => Number((/[0-9,]+/.exec(document.querySelector(css).textContent) ?? ['-1'])[0].replaceAll(',', ''));
            const shown = () => [first('#figure-response .value'),
                [...document.querySelectorAll('#agencies-rows tr')].reduce((sum, row) => sum + Number(row.children[6].textContent.replaceAll(',', '')), 0),
                first('#duties-note')];
            const sum = (list, of) => list.reduce((all, each) => all + of(each), 0);
            const before = shown();
            Promise.all(['obligations', 'agencies?level=1&limit=1000', 'late?limit=1'].map(path => fetch('api/v1/' + path).then(answer => answer.json())))
                .then(([obligations, agencies, late]) => done(String(before) !== String(shown()) ? null : [before, [
                    sum(obligations.obligations, duty => duty.overdue),
                    sum(agencies.agencies, agency => sum(Object.values(agency.duties), duties => duties.overdue)),
                    late.overdue]]), () => done(null))""";

    @Test
    void isFollowedFromItsFirstLineToItsVerdict(Browser browser) throws Exception {
        try (ProgramProcess run =
                ProgramProcess.start("run", "quiet-day", "--speed", "12000x", "--until", "2023-03-10 00:00")) {
            browser.open(run.awaitPrinted(FIRST_LINE).group(1) + "/");
            fills(browser);
            opensADocument(browser);
            filters(browser);
            saysWhatTheApiSays(browser, run);
            assertThat(browser.complaints()).isEmpty();
            System.out.println("all of it was seen by " + browser.text("#run-clock") + " of the run");
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

    /** Figures change all the time: each is looked at until the page shows what it was told and the API says the same. */
    private static void saysWhatTheApiSays(Browser browser, ProgramProcess run) {
        Set<Integer> same = new HashSet<>();
        Waiting.until("the figures of the API", () -> browser.text("#run-clock"), () -> {
            assertThat(run.isRunning()).as("same so far: %s", same).isTrue();
            if (browser.driver().executeAsyncScript(BOTH) instanceof List<?> both) {
                List<?> shown = (List<?>) both.get(0);
                List<?> told = (List<?>) both.get(1);
                for (int i = 0; i < shown.size(); i++) {
                    if (shown.get(i).equals(told.get(i)) && !shown.get(i).equals(0L)) {
                        same.add(i);
                    }
                }
            }
            return same.size() == 3;
        });
    }
}
