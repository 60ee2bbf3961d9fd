package io.docaxis.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.ServedEndpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is sent of the page, and what nobody is. */
class PageFilesControllerTest {

    private static final String HOST = "Host: localhost";
    private static final String UPLOT = "/page/uPlot.esm.js";
    private static final Pattern ETAG = Pattern.compile("ETag: (\"[0-9a-f]{24}(-gzip)?\")", Pattern.CASE_INSENSITIVE);

    private static ServedEndpoint served;

    @BeforeAll
    static void serve() {
        served = new ServedEndpoint(EndpointSettings.loopback(0), PageFilesConfiguration.class);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void sendsThePage() throws IOException {
        assertThat(served.get("/", HOST, "Accept: text/html"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/html;charset=UTF-8", "Cache-Control: no-cache")
                .containsIgnoringCase("<!doctype html>");
        assertThat(new String(served.ask("HEAD /", "", HOST), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("<");
    }

    @Test
    void sendsWhatThePageIsMadeOf() throws IOException {
        assertThat(served.get(UPLOT, HOST, "Accept: */*"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/javascript;charset=UTF-8", "export { uPlot as default }");
        assertThat(served.get("/page/uPlot.iife.min.js", HOST))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/javascript;charset=UTF-8", "var uPlot=");
        assertThat(served.get("/page/uPlot.min.css", HOST))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/css;charset=UTF-8", ".uplot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", UPLOT, "/nothing", "/page/nothing.js", "/page/..%2findex.html", "/actuator/health"})
    void everyAnswerKeepsTheBrowserToThisEndpoint(String path) throws IOException {
        assertThat(served.get(path, HOST))
                .contains(
                        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer",
                        "Cross-Origin-Resource-Policy: same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/page",
                "/page/",
                "/page/nothing.js",
                "/page/index.html",
                "/page/UPLOT.ESM.JS",
                "/page/uPlot.esm.js/",
                "/page/uPlot.esm.js;x=1",
                "/page/uPlot%2Eesm.js",
                "/page/uPlot.iife.js",
                "/page/../login/login.html",
                "/page/%2e%2e/login/login.html",
                "/page/..%2flogin%2flogin.html",
                "/page/..%5clogin.html",
                "/page//uPlot.esm.js",
                "/page/%00",
                "/page/%zz",
                "/webjars/uplot/1.6.30/dist/uPlot.esm.js",
                "/login/login.html",
                "/index.html",
                "/application.properties",
                "/META-INF/MANIFEST.MF",
                "/error"
            })
    void sendsNothingElse(String path) throws IOException {
        String answer = served.get(path, HOST, "Accept: text/html");

        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*");
        assertThat(answer).doesNotContain("export", "<form", "<script", "Exception", "Whitelabel", "\tat ", "org.");
    }

    @Test
    void saysInJsonThatThereIsNothing() throws IOException {
        for (String accept : List.of("text/html", "*/*", "application/xml")) {
            assertThat(served.get("/nothing", HOST, "Accept: " + accept))
                    .startsWith("HTTP/1.1 404")
                    .contains("Content-Type: application/json", "{\"error\":\"404 Not Found\"}");
        }
        assertThat(new String(served.ask("DELETE /", "", HOST), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 405")
                .contains("{\"error\":\"405 Method Not Allowed\"}");
    }

    @Test
    void aFileThatIsStillTheSameIsNotSentAgain() throws IOException {
        String tag = tag(served.get(UPLOT, HOST));
        String packedTag = tag(served.get(UPLOT, HOST, "Accept-Encoding: gzip"));

        assertThat(packedTag).isNotEqualTo(tag);
        assertThat(served.get(UPLOT, HOST, "If-None-Match: " + tag))
                .startsWith("HTTP/1.1 304")
                .doesNotContain("export");
        assertThat(served.get(UPLOT, HOST, "Accept-Encoding: gzip", "If-None-Match: \"x\", " + packedTag))
                .startsWith("HTTP/1.1 304");
        assertThat(served.get(UPLOT, HOST, "If-None-Match: \"other\"")).startsWith("HTTP/1.1 200");
    }

    @Test
    void packedItIsTheSameFile() throws IOException {
        byte[] plain = body(served.ask("GET " + UPLOT, "", HOST));
        byte[] answer = served.ask("GET " + UPLOT, "", HOST, "Accept-Encoding: br, gzip");

        assertThat(new String(answer, StandardCharsets.ISO_8859_1))
                .contains("Content-Encoding: gzip", "Vary: Accept-Encoding");
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body(answer)))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                 | true",
                "deflate, GZIP;q=0.5  | true",
                "br,gzip; q=1.0       | true",
                "gzip;q=0             | false",
                "gzip;q=0.000         | false",
                "gzipped              | false",
                "identity             | false",
                "''                   | false",
                "                     | false"
            })
    void packsForWhoeverUnpacks(String accepted, boolean packs) {
        assertThat(PageFilesController.takesGzip(accepted)).isEqualTo(packs);
    }

    private static String tag(String answer) {
        Matcher tag = ETAG.matcher(answer);
        assertThat(tag.find()).as(answer).isTrue();
        return tag.group(1);
    }

    private static byte[] body(byte[] answer) {
        int head = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return Arrays.copyOfRange(answer, head + 4, answer.length);
    }
}
