package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.RequestCount;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.figures.Figures;
import io.micrometer.core.instrument.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked wrongly, or is not known, over real connections, by hand: a client of Java's sends no path that cannot be. There is no cluster. */
class InquiryEndpointsTest {

    private static final Cluster NOWHERE = Cluster.of("127.0.0.1:1");
    private static final Figures UNKNOWN =
            Figures.withoutLateness(NOWHERE, new Topics("followed"), 1, Figures.EVERY_SECOND, Clock.SYSTEM);

    /** Kept, for a logger that nobody keeps forgets its level. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private static ConfigurableApplicationContext served;

    /** Two prefixes, one of which is followed. */
    private static final class Two implements Prefixes {
        @Override
        public SortedSet<String> get() {
            return new TreeSet<>(List.of("followed", "other"));
        }

        @Override
        public Optional<Figures> figures(String prefix) {
            return Optional.of(UNKNOWN).filter(figures -> figures.prefix().equals(prefix));
        }
    }

    /** A process that is always well. */
    @Configuration(proxyBeanMethods = false)
    static class Well {
        @Bean
        HealthIndicator processHealthIndicator() {
            return () -> Health.up().build();
        }
    }

    @BeforeAll
    static void serve() {
        TOMCAT.setLevel(Level.OFF);
        served = WebEndpoints.start(
                EndpointSettings.loopback(0),
                beans -> {
                    beans.registerBean(Cluster.class, () -> NOWHERE);
                    beans.registerBean(RequestCount.class, RequestCount::new);
                    beans.registerBean(Prefixes.class, Two::new);
                },
                Well.class,
                InquiryConfiguration.class);
    }

    @AfterAll
    static void stop() {
        served.close();
        UNKNOWN.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agencies | parameter 'prefix' is missing: want one of [followed, other]",
                "agencies?prefix=other&level=2 | level '2': want one of 1, all",
                "agencies?prefix=other&tier=town | tier 'town': want one of ministry, central_agency",
                "agencies?prefix=other&sort=worst | sort 'worst': want one of share, count, oldest, code",
                "agencies?prefix=other&obligation=sing | obligation 'sing': want one of send, acknowledge",
                "agencies?prefix=other&limit=1001 | limit '1001': want a whole number from 1 to 1000",
                "agencies?prefix=other&offset=-1 | offset '-1': want a whole number from 0 to",
                "agencies?prefix=other&serach=a | parameter 'serach': want one of [level, limit, obligation, offset,",
                "late?prefix=other&known=sure | known 'sure': want one of provisional, confirmed",
                "late?prefix=other&limit=1&limit=2 | parameter 'limit': it is there 2 times; want one",
                "documents/four?prefix=other | thread 'four': want its number",
                "documents/4?prefix=other&from_start=1 | from_start '1': want true or false",
                "history/99999999999999999?prefix=other | there is no thread 99999999999999999",
                "dead-letters?prefix=other&reason=bad | reason 'bad': want one of malformed, checksum",
                "dead-letters?prefix=other&limit=101 | limit '101': want a whole number from 1 to 100",
                "truth?prefix=none | prefix 'none': want one of [followed, other]",
                "truth?prefix=other&a=b | parameter 'a': want [prefix]"
            })
    void whatCannotBeAskedIsRefused(String path, String why) throws IOException {
        assertRefused(ask(path), 400, why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late?prefix=%",
                "late?%zz=1",
                "late?prefix=%ff%fe",
                "late?prefix=a%00b",
                "late?=",
                "late?&&&",
                "late?prefix=other&agency=%F0%9F%98%80",
                "history/%",
                "history/%zz",
                "history/%ff",
                "history/%00",
                "history/a%2fb",
                "history/a%5cb",
                "history/..%2f..",
                "documents/%C3%28?prefix=other",
                "documents/;a=b?prefix=other",
                "documents/%F0%9F%98%80?prefix=other",
                "documents/T1%0d%0aX:%20y?prefix=other",
                "agencies?search=%80",
                "dead-letters?reason=%",
                "truth?prefix=%25"
            })
    void oddEncodingsAreNoFailureOfOurs(String path) throws IOException {
        assertThat(ask(path)).as(path).startsWith("HTTP/1.1 40");
    }

    @Test
    void whatIsNotKnownIsSaidWithTheReason() throws IOException {
        assertRefused(ask("agencies?prefix=other"), 503, "prefix 'other' is not followed by this monitor (yet)");
        assertRefused(ask("truth?prefix=other"), 503, "prefix 'other' is not followed by this monitor (yet)");
        assertRefused(ask("agencies?prefix=followed"), 503, "it was not asked for yet");
        assertThat(LateJson.newest(UNKNOWN))
                .hasToString(
                        "{\"taken_at\":null,\"version\":null,\"overdue\":null,\"provisional\":null,\"confirmed\":null,"
                                + "\"final\":null,\"uncertain\":null,\"clock_doubtful\":null,\"problem\":\"nobody reads it here\","
                                + "\"duties\":[]}");
        assertThat(UNKNOWN.silences()).isEmpty();
    }

    private static void assertRefused(String answer, int status, String why) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/json")
                .contains("{\"error\":\"")
                .contains(why);
    }

    private static String ask(String path) throws IOException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), WebEndpoints.port(served))) {
            connection
                    .getOutputStream()
                    .write(("GET /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
