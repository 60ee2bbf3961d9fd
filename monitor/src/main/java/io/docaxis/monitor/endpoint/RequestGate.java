package io.docaxis.monitor.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;

/**
 * Lets through what is asked under a name of this endpoint by whoever shows its token, before anything else looks at the request. The name keeps out
 * pages of other sites, whose own name a visitor's browser was told to find at this address. Thread-safe.
 */
final class RequestGate implements Filter, Ordered {

    private final EndpointSettings settings;
    /** Empty: nobody has to show anything. */
    private final Optional<Login> login;

    RequestGate(EndpointSettings settings) {
        this.settings = settings;
        login = settings.token().map(token -> new Login(token, settings.isSecure()));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) answer;
        if (!isAskedByAName(request)) {
            refuse(
                    response,
                    HttpServletResponse.SC_MISDIRECTED_REQUEST,
                    "not a name of this endpoint; it answers to localhost, to its address, and to the names of --public-host");
        } else if (login.isEmpty() || isAllowed(login.get(), request, response)) {
            next.doFilter(asked, answer);
        }
    }

    /** Who is not is answered here. */
    private static boolean isAllowed(Login login, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (login.answers(request, response)) {
            return false;
        }
        if (login.isShown(request)) {
            return true;
        }
        if (!login.invites(request, response)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "want the token: Authorization: Bearer …");
        }
        return false;
    }

    private boolean isAskedByAName(HttpServletRequest request) {
        String header = request.getHeader("Host");
        if (header == null) {
            return false;
        }
        String host = withoutPort(header.toLowerCase(Locale.ROOT));
        if (host.equals("localhost") || settings.publicHosts().contains(host)) {
            return true;
        }
        return IpAddress.parse(host)
                .filter(address -> address.isLoopbackAddress() || isBound(address, request.getLocalAddr()))
                .isPresent();
    }

    /** Whether the connection was made to that address: where the endpoint listens at all of this machine's, each is one of its own. */
    private static boolean isBound(InetAddress address, String local) {
        // a link-local one is followed by its interface
        Optional<InetAddress> bound = IpAddress.parse(local.replaceFirst("%.*", ""));
        return bound.filter(address::equals).isPresent();
    }

    private static String withoutPort(String host) {
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((why + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
