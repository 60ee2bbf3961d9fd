package io.docaxis.simulator.command;

import io.docaxis.monitor.endpoint.BearerToken;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.TlsFiles;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/**
 * Where a command serves its metrics and health, and who may ask for them. A command takes it as a mixin, calls {@link #settings} before it starts
 * anything, and hands what that returns to {@link io.docaxis.monitor.endpoint.WebEndpoints}.
 */
final class ManagementOptions {

    @Option(
            names = "--management-port",
            converter = WholeNumbers.Port.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "Port for metrics and health; 0: any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--management-address",
            converter = Names.Address.class,
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "IP address of this machine to serve them at (default: ${DEFAULT-VALUE}). Any but loopback needs --token-file,"
                            + " and TLS.")
    private InetAddress address;

    @Option(
            names = "--token-file",
            converter = Names.File.class,
            paramLabel = "FILE",
            description = "Answer only to who shows the token in this file: 'Authorization: Bearer TOKEN'.")
    private Path tokenFile;

    @Option(
            names = "--tls-cert",
            converter = Names.File.class,
            paramLabel = "FILE",
            description = "Serve HTTPS with this certificate (PEM, issuers after it).")
    private Path tlsCert;

    @Option(
            names = "--tls-key",
            converter = Names.File.class,
            paramLabel = "FILE",
            description = "The certificate's private key (PEM, not encrypted).")
    private Path tlsKey;

    @Option(
            names = "--behind-tls-proxy",
            description = "Serve plain HTTP beyond loopback: only a proxy that speaks TLS reaches it.")
    private boolean behindTlsProxy;

    @Option(
            names = "--public-host",
            converter = Names.Host.class,
            paramLabel = "NAME",
            description = "A name under which others ask for them, beside the address; may be repeated.")
    private List<String> publicHosts = List.of();

    private EndpointSettings settings;

    /** @throws UsageException that names everything that is wrong */
    EndpointSettings settings() {
        if (settings == null) {
            List<String> problems = new ArrayList<>(conflicts());
            Optional<BearerToken> token = tokenFile == null
                    ? Optional.empty()
                    : read(problems, tokenOption(), () -> BearerToken.read(tokenFile));
            Optional<TlsFiles> tls = tlsCert == null || tlsKey == null
                    ? Optional.empty()
                    : read(problems, tlsOptions(), () -> new TlsFiles(tlsCert, tlsKey));
            if (!problems.isEmpty()) {
                throw new UsageException(String.join("\n", problems));
            }
            settings = new EndpointSettings(port, address, token, tls, behindTlsProxy, publicHosts);
        }
        return settings;
    }

    private List<String> conflicts() {
        List<String> problems = new ArrayList<>();
        boolean fromElsewhere = EndpointSettings.isReachedFromElsewhere(address, publicHosts);
        if (fromElsewhere && tokenFile == null) {
            problems.add(
                    reason() + ": whoever asks from elsewhere has to show a token: want --token-file FILE with it");
        }
        if (fromElsewhere && tlsCert == null && tlsKey == null && !behindTlsProxy) {
            problems.add(
                    reason() + ": the token would go over the network in plain text: want --tls-cert FILE and --tls-key"
                            + " FILE with it, or --behind-tls-proxy where only a proxy that speaks TLS reaches it");
        }
        if (!fromElsewhere && behindTlsProxy) {
            problems.add("--behind-tls-proxy: nobody asks a proxy for " + address.getHostAddress()
                    + ": want --management-address ADDRESS or --public-host NAME with it");
        }
        if (tlsCert != null && tlsKey == null) {
            problems.add("--tls-cert " + tlsCert + ": want --tls-key FILE with it");
        }
        if (tlsKey != null && tlsCert == null) {
            problems.add("--tls-key " + tlsKey + ": want --tls-cert FILE with it");
        }
        if (behindTlsProxy && tlsCert != null) {
            problems.add("--behind-tls-proxy: serves plain HTTP, and --tls-cert HTTPS: want one of them");
        }
        if (!isOfThisMachine(address)) {
            problems.add("--management-address " + address.getHostAddress() + ": want an address of this machine");
        }
        return problems;
    }

    private String reason() {
        return publicHosts.isEmpty()
                ? "--management-address " + address.getHostAddress()
                : "--public-host " + publicHosts.get(0);
    }

    private String tokenOption() {
        return "--token-file " + tokenFile;
    }

    private String tlsOptions() {
        return "--tls-cert " + tlsCert + " --tls-key " + tlsKey;
    }

    private static <T> Optional<T> read(List<String> problems, String option, Supplier<T> file) {
        try {
            return Optional.of(file.get());
        } catch (IllegalArgumentException e) {
            problems.add(option + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // whoever binds it finds out
            return true;
        }
    }
}
