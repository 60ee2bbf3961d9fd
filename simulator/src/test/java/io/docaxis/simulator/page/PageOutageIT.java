package io.docaxis.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page says while what it is about, or who tells it, does not answer. */
@ExtendWith(WithBrowser.class)
class PageOutageIT {

    private static final Pattern WATCHING = Pattern.compile("watching ");
    /** An age in the sentence of the strip: {@code for 3.0 s}. */
    private static final Pattern AGE = Pattern.compile("for (\\d+(?:\\.\\d)?) s");

    private static final String SINCE = "since \\d\\d:\\d\\d:\\d\\d";
    private static final double MOST_S = 3.5;
    private static final int TRIES = 3;

    @Test
    void marksWhatIsOldWithinThreeSeconds(Browser browser) {
        try (FixtureServer server = new FixtureServer("healthy")) {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < TRIES && best > MOST_S; i++) {
                browser.open(server.showing("healthy", ""));
                browser.await("#strip-state", "Nothing needs attention");
                // what the page says the moment that it is marked, and not when a test looks
                browser.script("""
                        new MutationObserver((all, observer) => document.body.classList.contains('stale') && (observer.disconnect(),
                            setTimeout(() => window.seen.stale = document.querySelector('#strip-first').textContent, 0)))
                            .observe(document.body, {attributes: true})""");
                server.answers().silent(true);
                browser.awaitScript("the mark", "return window.seen.stale !== undefined");
                String said = (String) browser.script("return window.seen.stale");
                assertThat(said).contains("heard nothing from the monitor").containsPattern(SINCE);
                best = Math.min(best, age(said));
            }
            assertThat(best).isBetween(2.9, MOST_S);

            server.answers().silent(false);
            browser.await("#strip-state", "Nothing needs attention");
            assertThat((Boolean) browser.script("return document.body.classList.contains('stale')"))
                    .isFalse();
        }
    }

    private static double age(String said) {
        Matcher age = AGE.matcher(said);
        assertThat(age.find()).as(said).isTrue();
        return Double.parseDouble(age.group(1));
    }

    @Test
    void saysThatTheClusterIsSilentAndComesBackByItselfAfterARestart(Browser browser) throws Exception {
        int port = freePort();
        try (Stage stage = Stage.open()) {
            ProgramProcess watch = watch(stage, port);
            browser.open("http://127.0.0.1:" + port + "/");
            browser.await("#strip-first", "has no topics of docaxis yet");

            stage.broker().signal("STOP");
            browser.await("#strip-first", "The cluster has not answered for");
            assertThat(browser.text("#strip-first")).containsPattern(SINCE);
            assertThat(browser.text("#strip-state")).contains("■");
            assertThat(browser.text("#answer-whose .said")).contains("cluster");
            stage.broker().signal("CONT");
            browser.await("#strip-first", "has no topics of docaxis yet");

            watch.kill();
            browser.await("#strip-first", "This page has heard nothing from the monitor");
            assertThat(browser.text("#strip-first")).containsPattern(SINCE);
            assertThat(browser.text("#strip-age")).contains("old");
            watch(stage, port);
            browser.await("#strip-first", "has no topics of docaxis yet");
            assertThat((Boolean) browser.script("return document.body.classList.contains('stale')"))
                    .isFalse();
            Waiting.until("fresh figures", () -> !browser.text("#strip-age").contains(" min"));
        }
    }

    private static ProgramProcess watch(Stage stage, int port) throws InterruptedException {
        ProgramProcess watch = stage.start(
                List.of(),
                "watch",
                "--interval",
                "1s",
                "--management-port",
                String.valueOf(port),
                "--bootstrap-servers",
                stage.cluster().bootstrapServers());
        watch.awaitPrinted(WATCHING);
        return watch;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
