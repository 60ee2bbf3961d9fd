package io.docaxis.monitor.endpoint;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where metrics and health are served, and who may ask. Who reaches them from another machine has to show a token, and neither goes over the network in
 * plain text.
 *
 * @param port 0: any free one
 * @param address of this machine
 * @param token that every request has to show; empty: none has to
 * @param tls empty: plain HTTP
 * @param behindTlsProxy whether plain HTTP is all right because a proxy that speaks TLS is all that reaches it
 * @param publicHosts names and addresses under which it is asked beside loopback's and its own, lower case and without ports
 */
public record EndpointSettings(
        int port,
        InetAddress address,
        Optional<BearerToken> token,
        Optional<TlsFiles> tls,
        boolean behindTlsProxy,
        List<String> publicHosts) {

    /** The highest port there is. */
    private static final int LAST_PORT = 65_535;

    private static final InetAddress LOOPBACK = IpAddress.parse("127.0.0.1").orElseThrow();

    /** @throws IllegalArgumentException if there is no such port, or others than this machine could ask unprotected */
    public EndpointSettings {
        publicHosts = List.copyOf(publicHosts);
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("management port " + port + ": want 0 (any free one) to " + LAST_PORT);
        }
        boolean isPrivate = token.isPresent() && (tls.isPresent() || behindTlsProxy);
        if (isReachedFromElsewhere(address, publicHosts) && !isPrivate) {
            throw new IllegalArgumentException(
                    "management address " + address.getHostAddress() + ": want a token, and TLS or a proxy for it");
        }
    }

    /** For this machine alone, whoever asks. */
    public static EndpointSettings loopback(int port) {
        return new EndpointSettings(port, LOOPBACK, Optional.empty(), Optional.empty(), false, List.of());
    }

    /** Whether others than this machine ask: directly, or a proxy for them. */
    public static boolean isReachedFromElsewhere(InetAddress address, List<String> publicHosts) {
        return !address.isLoopbackAddress() || !publicHosts.isEmpty();
    }

    /** Whether browsers speak TLS: to it, or to a proxy before it. */
    boolean isSecure() {
        return tls.isPresent() || behindTlsProxy;
    }

    /** Where a browser of this machine finds it. */
    String url(int boundPort) {
        InetAddress shown = address.isAnyLocalAddress() ? LOOPBACK : address;
        String host = shown instanceof Inet6Address ? "[" + shown.getHostAddress() + "]" : shown.getHostAddress();
        return (tls.isPresent() ? "https" : "http") + "://" + host + ":" + boundPort;
    }
}
