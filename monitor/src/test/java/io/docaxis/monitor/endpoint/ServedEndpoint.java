package io.docaxis.monitor.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An endpoint that is asked over real connections, by hand: a client of Java's does not let a test choose every header. */
public final class ServedEndpoint implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /** Kept, for a logger that nobody keeps forgets its level. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    /** A process that is always well. */
    @Configuration(proxyBeanMethods = false)
    static class Well {
        @Bean
        HealthIndicator processHealthIndicator() {
            return () -> Health.up().build();
        }
    }

    private final ConfigurableApplicationContext served;

    public ServedEndpoint(EndpointSettings settings, Class<?>... configurations) {
        TOMCAT.setLevel(Level.OFF);
        served = WebEndpoints.start(
                settings,
                beans -> {},
                Stream.concat(Stream.of(Well.class), Stream.of(configurations)).toArray(Class<?>[]::new));
    }

    String url() {
        return WebEndpoints.url(served);
    }

    int port() {
        return WebEndpoints.port(served);
    }

    /** The whole answer, as it came. */
    public String get(String path, String... headers) throws IOException {
        return new String(ask("GET " + path, "", headers), StandardCharsets.UTF_8);
    }

    /** The whole answer to a form, as it came. */
    String post(String path, String form, String... headers) throws IOException {
        return new String(
                ask(
                        "POST " + path,
                        form,
                        Stream.concat(
                                        Stream.of(
                                                "Content-Type: application/x-www-form-urlencoded",
                                                "Content-Length: " + form.length()),
                                        Stream.of(headers))
                                .toArray(String[]::new)),
                StandardCharsets.UTF_8);
    }

    /** The bytes of an answer. */
    public byte[] ask(String methodAndPath, String body, String... headers) throws IOException {
        return ask(SocketFactory.getDefault(), methodAndPath, body, headers);
    }

    byte[] ask(SocketFactory sockets, String methodAndPath, String body, String... headers) throws IOException {
        try (Socket socket = sockets.createSocket(LOOPBACK, port())) {
            socket.getOutputStream()
                    .write((methodAndPath + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                                    + "\r\nConnection: close\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return read(socket.getInputStream());
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketException e) {
            read.writeBytes("reset".getBytes(StandardCharsets.US_ASCII));
        }
        return read.toByteArray();
    }

    @Override
    public void close() {
        served.close();
    }
}
