package io.docaxis.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes the pictures of the page in {@code docs/images} anew; run by hand, for only a person can say whether they are right. */
@ExtendWith(WithBrowser.class)
class PageScreenshots {

    private static final File IMAGES = new File("../docs/images");
    private static final long MOST_BYTES = 120_000;

    @ParameterizedTest
    @CsvSource({
        "healthy, 1000, theme=light, healthy",
        "silent-province, 1000, theme=light, silent-province",
        "silent-province, 1110, theme=dark&view=map, silent-province-dark",
        "broker-frozen, 1000, theme=light, broker-frozen",
        "no-data, 1000, theme=light, no-data",
        "agencies-120000, 1000, theme=light&level=all, agencies-120000"
    })
    void takesAPicture(String fixture, int height, String view, String name, Browser browser) throws IOException {
        File file = new File(IMAGES, name + ".png");
        try (FixtureServer server = new FixtureServer(fixture)) {
            browser.size(height);
            browser.driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
            browser.open(server.showing(fixture, "?" + view));
            browser.awaitScript("figures", "return document.querySelectorAll('#figures .value').length === 5");
            browser.awaitScript("charts", "return document.querySelectorAll('#charts canvas').length === 4");
            if (view.contains("level=all")) {
                browser.await("#agencies-note", "120,000");
                browser.awaitScript("agencies", "return document.querySelectorAll('#agencies-rows tr').length === 50");
            }
            // two more frames, for what is drawn after it is there
            browser.driver().executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
            assertThat(IMAGES.isDirectory() || IMAGES.mkdirs()).isTrue();
            FewColours.write(browser.picture(), file);
        }
        System.out.println(file + ": " + file.length() + " bytes");
        assertThat(file.length()).isLessThan(MOST_BYTES);
    }
}
