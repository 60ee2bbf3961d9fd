package io.docaxis.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.docaxis.simulator.Waiting;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Whether everybody can use the page: by axe-core's rules in each theme and language, and with the keyboard alone. */
@ExtendWith(WithBrowser.class)
class PageAccessIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    /** More stops of the Tab key than the page has. */
    private static final int STOPS = 80;

    private static FixtureServer server;

    @BeforeAll
    static void serve() {
        server = new FixtureServer("silent-province");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Each view in both themes and languages; few rows of each kind, for the rules are the same for all. */
    @ParameterizedTest
    @CsvSource({
        "light, en, silent-province, ?agency=H53&find=H5, #filters, H53",
        "dark, en, silent-province, ?agency=H53&find=H5, #filters, H53",
        "light, vi, silent-province, ?agency=H53&find=H5, #filters, H53",
        "dark, vi, silent-province, ?agency=H53&find=H5, #filters, H53",
        "light, en, losing-group, ?view=map&doc=G01.2023.T4711-0&reason=malformed, #document, G01.2023.T4711-0",
        "dark, en, losing-group, ?view=map&doc=G01.2023.T4711-0&reason=malformed, #document, G01.2023.T4711-0",
        "light, vi, losing-group, ?view=map&doc=G01.2023.T4711-0&reason=malformed, #document, G01.2023.T4711-0",
        "dark, vi, losing-group, ?view=map&doc=G01.2023.T4711-0&reason=malformed, #document, G01.2023.T4711-0"
    })
    void axeFindsNothingSerious(
            String theme, String language, String fixture, String view, String css, String part, Browser browser) {
        browser.open(server.showing(fixture, view + "&theme=" + theme + "&lang=" + language));
        browser.await(css, part);
        browser.awaitScript("language", "return document.documentElement.lang === arguments[0]", language);

        Results results = axe().analyze(browser.driver());

        assertThat(results.getPasses()).as("rules that were tried").hasSizeGreaterThan(15);
        assertThat(results.getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(PageAccessIT::told))
                .isEmpty();
    }

    /** Of what is right nothing but the rule is wanted: otherwise each of some thousand elements is described. */
    private static AxeBuilder axe() {
        AxeBuilder axe = new AxeBuilder();
        axe.setOptions("{\"resultTypes\": [\"violations\"]}");
        return axe;
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + ") at "
                + rule.getNodes().stream()
                        .limit(4)
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }

    @Test
    void everythingIsReachedByKeyboard(Browser browser) {
        browser.open(server.showing("silent-province", ""));
        browser.await("#duties-rows", "G01.2023.T4711-0");

        browser.press(Keys.TAB);
        assertThat(browser.isFocused("a.skip")).isTrue();
        assertThat(browser.script("return document.activeElement.getBoundingClientRect().top"))
                .asString()
                .doesNotStartWith("-");
        browser.press(Keys.ENTER);
        assertThat(browser.isFocused("#main")).isTrue();

        assertThat(browser.tabTo("#agencies-head .sorter", STOPS)).isTrue();
        assertFocusIsSeen(browser);
        assertThat(browser.tabTo("#agencies-head th:nth-child(7) .sorter", STOPS))
                .isTrue();
        browser.press(Keys.ENTER);
        Waiting.until("the order", () -> browser.driver().getCurrentUrl().contains("worst=count"));
        assertThat(browser.script("return document.querySelector('#agencies-head th:nth-child(7)').ariaSort"))
                .isEqualTo("descending");
        assertThat(browser.isFocused("#agencies-head th:nth-child(7) .sorter")).isTrue();

        assertThat(browser.tabTo("#agencies-rows th, #agencies-rows td", STOPS)).isTrue();
        assertFocusIsSeen(browser);
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ARROW_RIGHT);
        browser.press(Keys.ENTER);
        Waiting.until("a filter", () -> browser.driver().getCurrentUrl().contains("agency="));
        assertThat(browser.isFocused("#agencies-rows td")).isTrue();
        browser.press(Keys.ENTER);
        Waiting.until("no filter", () -> !browser.driver().getCurrentUrl().contains("agency="));
        browser.await("#duties-rows", "G01.2023.T4711-0");

        assertThat(browser.tabTo("#duties-rows .number", STOPS)).isTrue();
        assertFocusIsSeen(browser);
        browser.press(Keys.ENTER);
        browser.awaitScript(
                "a document",
                "return document.querySelector('#document').open && !!document.querySelector('#document .timeline')");
        browser.press(Keys.ESCAPE);
        browser.awaitScript("no document", "return !document.querySelector('#document').open");
        assertThat(browser.isFocused("#duties-rows .number")).isTrue();
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("doc=");
        assertThat(browser.complaints()).isEmpty();
    }

    /** An outline around what has the focus, and nothing before it. */
    private static void assertFocusIsSeen(Browser browser) {
        assertThat(browser.script("""
                        const node = document.activeElement;
                        const {left, top, width, height} = node.getBoundingClientRect();
                        const above = document.elementFromPoint(left + width / 2, top + height / 2);
                        const style = getComputedStyle(node);
                        return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 && (node === above || node.contains(above))""")).isEqualTo(true);
    }
}
