package io.docaxis.monitor.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Whether who asks has shown the token: in a header, or in a browser, which posts it once and then shows {@link LoginCookie a cookie}. Answers what a
 * browser needs for that. Thread-safe.
 */
final class Login {

    private static final String FORM = "/login";
    private static final String STYLE = "/login.css";
    private static final String PROBLEM_PLACE = "<!-- problem -->";
    private static final String PROBLEM = "<p class=\"problem\" role=\"alert\">That is not the token.</p>";

    /** Far more than a form with a token has. */
    private static final long MOST_BYTES = 4_096;

    private final BearerToken token;
    private final LoginCookie cookie;
    private final String page = text("/login/login.html");
    private final String style = text("/login/login.css");

    /** @param secure whether browsers speak TLS */
    Login(BearerToken token, boolean secure) {
        this.token = token;
        cookie = new LoginCookie(token, secure);
    }

    boolean isShown(HttpServletRequest request) {
        return token.isShownBy(request.getHeader("Authorization")) || cookie.isShownBy(request);
    }

    /**
     * Answers what is about showing the token itself.
     *
     * @return whether it was
     */
    boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod() + " " + request.getRequestURI()) {
            case "GET " + STYLE -> write(response, "text/css", style);
            case "GET " + FORM -> show(response, "");
            case "POST " + FORM -> take(request, response);
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Shows who has not shown the token where to do it, if that is a browser in which somebody wants to see the page.
     *
     * @return whether it is
     */
    boolean invites(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader("Accept");
        boolean shown = request.getMethod().equals("GET")
                && request.getRequestURI().equals("/")
                && accepted != null
                && accepted.contains("text/html");
        if (shown) {
            show(response, "");
        }
        return shown;
    }

    private void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isRight(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/");
            response.setHeader("Set-Cookie", cookie.header());
            response.setHeader("Cache-Control", "no-store");
        } else {
            show(response, PROBLEM);
        }
    }

    /** An address ends up in logs and histories: there the token does not count. */
    private boolean isRight(HttpServletRequest request) {
        long bytes = request.getContentLengthLong();
        if (request.getQueryString() != null || bytes < 0 || bytes > MOST_BYTES) {
            return false;
        }
        String posted = request.getParameter("token");
        return posted != null && token.is(posted.strip());
    }

    private void show(HttpServletResponse response, String problem) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, "text/html", page.replace(PROBLEM_PLACE, problem));
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String resource) {
        try (InputStream in = Login.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
