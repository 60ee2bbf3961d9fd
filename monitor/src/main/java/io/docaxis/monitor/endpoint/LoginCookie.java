package io.docaxis.monitor.endpoint;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What stands for the token in a browser. It follows from the token, so it outlives this process, and is worth nothing once the token is another; nobody
 * learns the token from it. It counts for questions alone: nothing is changed in its name. Thread-safe.
 */
final class LoginCookie {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String PURPOSE = "docaxis: cookie of a browser";

    /** Digits of the value in its name: browsers keep one of a name for all ports of a host, and each may have a process with a token of its own. */
    private static final int NAMED_BY = 8;

    private final String name;
    private final String value;
    private final boolean secure;

    /** @param secure whether browsers speak TLS */
    LoginCookie(BearerToken token, boolean secure) {
        value = token.proof(PURPOSE);
        name = "docaxis_" + value.substring(0, NAMED_BY);
        this.secure = secure;
    }

    /** The value of {@code Set-Cookie}. */
    String header() {
        return name + "=" + value + "; Path=/; Max-Age=" + KEPT.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }

    /** Takes as long wherever the two differ. */
    boolean isShownBy(HttpServletRequest request) {
        boolean asks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return asks
                && request.getCookies() != null
                && Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .anyMatch(this::isValue);
    }

    private boolean isValue(String shown) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
    }
}
