package io.docaxis.monitor.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is answered. */
class RequestGateTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String METRICS = "/actuator/prometheus";

    @TempDir
    private Path directory;

    private ServedEndpoint served;
    private SocketFactory sockets = SocketFactory.getDefault();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void answersUnderNamesOfLoopbackAlone() throws IOException {
        serve(EndpointSettings.loopback(0));

        for (String host : List.of("localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:1", "127.9.9.9", "[::1]:9")) {
            assertThat(ask(METRICS, "Host: " + host))
                    .as(host)
                    .startsWith("HTTP/1.1 200")
                    .contains("jvm_memory");
        }
        for (String host : List.of(
                "evil.example",
                "localhost.evil.example",
                "10.0.0.1",
                "[::2]",
                "127.0.0.1.evil.example",
                "127.1",
                "a:b:c")) {
            assertThat(ask(METRICS, "Host: " + host)).as(host).matches(answer -> answer.startsWith("HTTP/1.1 4"));
            assertThat(ask("/actuator/health/liveness", "Host: " + host)).startsWith("HTTP/1.1 4");
        }
        assertThat(ask(METRICS, "Host: evil.example"))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("evil", "jvm_");
        assertThat(ask(METRICS, "X-Forwarded-Host: localhost")).startsWith("HTTP/1.1 4");
        assertThat(ask(METRICS, "Host: evil.example\r\nX-Forwarded-Host: localhost"))
                .startsWith("HTTP/1.1 421");
        assertThat(ask("/nothing", "Host: localhost")).startsWith("HTTP/1.1 404");
        assertThat(served.url()).isEqualTo("http://127.0.0.1:" + served.port());
    }

    @Test
    void answersWhoShowsTheTokenUnderThePublicName() throws IOException {
        BearerToken token = BearerToken.read(new SecretFiles(directory).token());
        serve(new EndpointSettings(
                0, LOOPBACK, Optional.of(token), Optional.empty(), true, List.of("metrics.example")));
        String shown = "\r\nAuthorization: Bearer " + SecretFiles.TOKEN;

        for (String host : List.of("metrics.example", "Metrics.Example:443", "localhost")) {
            assertThat(ask(METRICS, "Host: " + host + shown)).startsWith("HTTP/1.1 200");
            assertThat(ask(METRICS, "Host: " + host))
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("WWW-Authenticate: Bearer")
                    .doesNotContain("jvm_");
        }
        assertThat(ask("/actuator/health", "Host: localhost")).startsWith("HTTP/1.1 401");
        assertThat(ask(METRICS + "?token=" + SecretFiles.TOKEN, "Host: localhost"))
                .startsWith("HTTP/1.1 401");
        assertThat(ask(METRICS, "Host: localhost" + shown.replace('0', '1'))).startsWith("HTTP/1.1 401");
        assertThat(ask(METRICS, "Host: other.example" + shown)).startsWith("HTTP/1.1 421");
    }

    @Test
    void speaksTlsWithTheCertificateThatItWasGiven() throws Exception {
        SecretFiles files = new SecretFiles(directory);
        TlsFiles tls = files.tls("server", "-keyalg", "EC");
        serve(new EndpointSettings(0, LOOPBACK, Optional.empty(), Optional.of(tls), false, List.of()));

        assertThat(ask(METRICS, "Host: localhost")).doesNotContain("jvm_");
        sockets = trusting(tls.certificate());
        assertThat(ask(METRICS, "Host: localhost")).startsWith("HTTP/1.1 200").contains("jvm_memory");
        assertThat(served.url()).startsWith("https://127.0.0.1:");
        files.pair("stranger", "-keyalg", "EC");
        sockets = trusting(directory.resolve("stranger.crt"));
        assertThatThrownBy(() -> ask(METRICS, "Host: localhost")).hasMessageContaining("certification path");
    }

    private void serve(EndpointSettings settings) {
        served = new ServedEndpoint(settings);
    }

    private String ask(String path, String header) throws IOException {
        return new String(served.ask(sockets, "GET " + path, "", header), StandardCharsets.UTF_8);
    }

    private static SocketFactory trusting(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
