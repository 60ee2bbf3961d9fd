package io.docaxis.simulator.page;

import io.docaxis.simulator.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Debian's Chromium without a window, used as a person would. One thread. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 1_000;
    /** Runs before any script of a page: what a person sees jump, and when figures are first there. */
    private static final String OBSERVER = """
            window.seen = {shift: 0, moved: [], figuresMs: null};
            const place = ({node, previousRect: was, currentRect: is}) => (node?.id || node?.parentNode?.id || node?.className || node?.nodeName) + ' '
                + [was.x, was.y, was.width, was.height].map(Math.round) + ' -> ' + [is.x, is.y, is.width, is.height].map(Math.round);
            // rows of a table that is ordered by what comes do change places
            const jumps = shift => !shift.hadRecentInput && !shift.sources.every(({node}) => node?.parentNode?.closest?.('tbody'));
            new PerformanceObserver(list => list.getEntries().filter(jumps).forEach(shift => {
                window.seen.shift += shift.value;
                window.seen.moved.push(shift.value.toFixed(4) + ': ' + shift.sources.map(place).join('; '));
            })).observe({type: 'layout-shift', buffered: true});
            new MutationObserver((all, observer) => {
                const values = [...document.querySelectorAll('#figures .value')];
                if (values.length === 5 && values.every(value => value.textContent && value.textContent !== '◇')) {
                    observer.disconnect();
                    requestAnimationFrame(() => setTimeout(() => window.seen.figuresMs = performance.now(), 0));
                }
            }).observe(document, {childList: true, subtree: true, characterData: true});
            """;

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                // in a container there are neither the rights nor the memory that these take
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--lang=en-US",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, Level.ALL.getName()));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        size(HEIGHT);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", OBSERVER));
    }

    /** Which program is not there; null: none lacks. */
    static String missing() {
        List<Path> missing = Stream.of(CHROMIUM, DRIVER)
                .filter(program -> !Files.isExecutable(program))
                .toList();
        return missing.isEmpty() ? null : "no " + missing + " here (Debian: chromium, chromium-driver)";
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Makes the window so tall. */
    void size(int height) {
        driver.manage().window().setSize(new Dimension(WIDTH, height));
    }

    /** Opens a page anew, with nothing kept from before. */
    void open(String url) {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        complaints();
        driver.get(url);
    }

    /** What a script returns. */
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** All text of the first such element, shown or not; empty if there is none. */
    String text(String css) {
        return (String) script("return document.querySelector(arguments[0])?.textContent ?? ''", css);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** How many elements there are that are not hidden. */
    long shown(String css) {
        return (Long) script(
                "return [...document.querySelectorAll(arguments[0])].filter(each => each.checkVisibility()).length",
                css);
    }

    /** Waits until the text of an element contains something. */
    void await(String css, String part) {
        Waiting.until(
                "'" + part + "' in " + css, () -> text(css), () -> text(css).contains(part));
    }

    /** Waits until a script returns true. */
    void awaitScript(String what, String script, Object... arguments) {
        Waiting.until(what, () -> Boolean.TRUE.equals(script(script, arguments)));
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses Tab until an element has the focus; says whether it ever had. */
    boolean tabTo(String css, int atMost) {
        for (int i = 0; i < atMost; i++) {
            press(Keys.TAB);
            if (isFocused(css)) {
                return true;
            }
        }
        return false;
    }

    boolean isFocused(String css) {
        return (Boolean) script("return document.activeElement?.matches(arguments[0]) ?? false", css);
    }

    void click(String css) {
        // what a sticky head covers is clicked all the same
        script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css);
        driver.findElement(By.cssSelector(css)).click();
    }

    /** Errors and warnings since the last time that this was asked, violations of the security policy among them. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What was seen to move since the page was opened, as Chromium counts it: 0, nothing. */
    double shift() {
        return ((Number) script("return window.seen.shift")).doubleValue();
    }

    /** What moved, from where to where, for the message of a test that fails. */
    String moved() {
        return String.valueOf(script("return window.seen.moved.join('\\n')"));
    }

    /** Addresses of all that the page has loaded. */
    @SuppressWarnings("unchecked")
    List<String> loaded() {
        return (List<String>) script("return performance.getEntriesByType('resource').map(each => each.name)");
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
