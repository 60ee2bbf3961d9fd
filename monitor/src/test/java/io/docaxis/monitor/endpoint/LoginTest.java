package io.docaxis.monitor.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How somebody with a browser shows the token, and what that is worth. */
class LoginTest {

    private static final String HOST = "Host: localhost";
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    private static final Pattern COOKIE =
            Pattern.compile("Set-Cookie: ((docaxis_[0-9a-f]{8})=[0-9a-f]{64}); (.*)\r\n", Pattern.CASE_INSENSITIVE);

    /** A page, and something that is changed. */
    @RestController
    static class Shown {
        @GetMapping("/")
        String page() {
            return "the page";
        }

        @PostMapping("/change")
        String change() {
            return "changed";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Offered {
        @Bean
        Shown shown() {
            return new Shown();
        }
    }

    @TempDir
    private Path directory;

    private ServedEndpoint served;

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aBrowserPostsTheTokenOnceAndThenShowsACookie() throws IOException {
        serve(false);

        assertThat(served.get("/", HOST, BROWSER))
                .startsWith("HTTP/1.1 401")
                .contains("<form method=\"post\" action=\"/login\">", "Content-Security-Policy: default-src 'none'")
                .doesNotContain("the page\r\n", "role=\"alert\"");
        String cookie = cookie(served.post("/login", "token=" + SecretFiles.TOKEN, HOST, "Origin: http://localhost"));

        assertThat(served.get("/", HOST, BROWSER, "Cookie: other=1; " + cookie))
                .startsWith("HTTP/1.1 200")
                .endsWith("the page");
        assertThat(new String(served.ask("HEAD /", "", HOST, "Cookie: " + cookie)))
                .startsWith("HTTP/1.1 200");
        assertThat(served.get("/login.css", HOST)).startsWith("HTTP/1.1 200").contains("text/css");
    }

    @Test
    void theCookieIsForTheBrowserAlone() throws IOException {
        serve(false);

        String right = served.post("/login", "token=" + SecretFiles.TOKEN, HOST);

        assertThat(right)
                .startsWith("HTTP/1.1 303")
                .contains("Location: /\r\n", "Cache-Control: no-store")
                .doesNotContain(SecretFiles.TOKEN);
        assertThat(attributes(right)).contains("Path=/", "Max-Age=604800", "HttpOnly", "SameSite=Strict");
        assertThat(attributes(right)).doesNotContain("Secure");
        served.close();
        serve(true);
        assertThat(attributes(served.post("/login", "token=" + SecretFiles.TOKEN, HOST)))
                .contains("Secure");
    }

    @Test
    void aWrongTokenIsToldSo() throws IOException {
        serve(false);

        for (String form : List.of(
                "token=" + SecretFiles.TOKEN.replace('0', '1'),
                "token=",
                "",
                "other=" + SecretFiles.TOKEN,
                "token=" + "a".repeat(5_000) + "&token=" + SecretFiles.TOKEN)) {
            assertThat(served.post("/login", form, HOST))
                    .as(form)
                    .startsWith("HTTP/1.1 401")
                    .contains("That is not the token.", "<form")
                    .doesNotContainIgnoringCase("Set-Cookie");
        }
        assertThat(served.post("/login?token=" + SecretFiles.TOKEN, "", HOST)).startsWith("HTTP/1.1 401");
        assertThat(served.get("/login?token=" + SecretFiles.TOKEN, HOST)).startsWith("HTTP/1.1 401");
    }

    @Test
    void theCookieChangesNothingInAnybodysName() throws IOException {
        serve(false);
        String cookie = "Cookie: " + cookie(served.post("/login", "token=" + SecretFiles.TOKEN, HOST));

        assertThat(served.post("/change", "", HOST, cookie))
                .startsWith("HTTP/1.1 401")
                .doesNotContain("changed");
        assertThat(served.post("/change", "", HOST, "Authorization: Bearer " + SecretFiles.TOKEN))
                .endsWith("changed");
    }

    @Test
    void theCookieOutlivesTheProcessAndNotTheToken() throws IOException {
        serve(false);
        String cookie = "Cookie: " + cookie(served.post("/login", "token=" + SecretFiles.TOKEN, HOST));
        served.close();
        serve(false);
        assertThat(served.get("/", HOST, cookie)).startsWith("HTTP/1.1 200");
        served.close();

        serve(new SecretFiles(directory).write("other", SecretFiles.TOKEN.replace('0', '1'), "rw-------"));

        assertThat(served.get("/", HOST, cookie)).startsWith("HTTP/1.1 401");
        assertThat(served.get("/", HOST, cookie.replaceAll(".$", "x"))).startsWith("HTTP/1.1 401");
    }

    @Test
    void theNameIsLookedAtFirst() throws IOException {
        serve(true);
        String cookie = "Cookie: " + cookie(served.post("/login", "token=" + SecretFiles.TOKEN, HOST));

        assertThat(served.get("/", "Host: evil.example", BROWSER, cookie)).startsWith("HTTP/1.1 421");
        assertThat(served.get("/login.css", "Host: evil.example")).startsWith("HTTP/1.1 421");
        assertThat(served.post("/login", "token=" + SecretFiles.TOKEN, "Host: evil.example"))
                .startsWith("HTTP/1.1 421")
                .doesNotContainIgnoringCase("Set-Cookie");
        assertThat(served.get("/", "Host: page.example:443", BROWSER, cookie)).startsWith("HTTP/1.1 200");
    }

    @Test
    void onlyWhoWantsToSeeThePageIsShownAForm() throws IOException {
        serve(false);

        assertThat(served.get("/", HOST)).startsWith("HTTP/1.1 401").contains("want the token");
        assertThat(served.get("/api/v1/late", HOST, BROWSER))
                .startsWith("HTTP/1.1 401")
                .contains("WWW-Authenticate: Bearer", "want the token")
                .doesNotContain("<form");
    }

    @Test
    void thereIsNoFormWhereNoTokenIsWanted() throws IOException {
        served = new ServedEndpoint(EndpointSettings.loopback(0), Offered.class);

        assertThat(served.get("/", HOST, BROWSER)).startsWith("HTTP/1.1 200").endsWith("the page");
        assertThat(served.get("/login", HOST, BROWSER)).startsWith("HTTP/1.1 404");
    }

    private void serve(boolean behindTlsProxy) throws IOException {
        served = new ServedEndpoint(settings(new SecretFiles(directory).token(), behindTlsProxy), Offered.class);
    }

    private void serve(Path token) {
        served = new ServedEndpoint(settings(token, false), Offered.class);
    }

    /** Asked under a further name where there is a proxy alone. */
    private static EndpointSettings settings(Path token, boolean behindTlsProxy) {
        return new EndpointSettings(
                0,
                InetAddress.getLoopbackAddress(),
                Optional.of(BearerToken.read(token)),
                Optional.empty(),
                behindTlsProxy,
                behindTlsProxy ? List.of("page.example") : List.of());
    }

    private static String cookie(String answer) {
        return matched(answer).group(1);
    }

    private static List<String> attributes(String answer) {
        return List.of(matched(answer).group(3).split("; "));
    }

    private static Matcher matched(String answer) {
        Matcher cookie = COOKIE.matcher(answer);
        assertThat(cookie.find()).as(answer).isTrue();
        return cookie;
    }
}
