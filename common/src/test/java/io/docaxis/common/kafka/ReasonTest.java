package io.docaxis.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.security.UnrecoverableKeyException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new KafkaException(
                                "Failed to construct kafka consumer",
                                new KafkaException(new KafkaException(
                                        "Failed to load SSL keystore /x.jks of type JKS",
                                        new NoSuchFileException("/x.jks")))),
                        "Failed to load SSL keystore /x.jks of type JKS: there is no file '/x.jks'"),
                Arguments.of(
                        new KafkaException(
                                "Failed to create new KafkaAdminClient",
                                new KafkaException(
                                        "Failed to load SSL keystore /x.p12 of type PKCS12",
                                        new IOException(
                                                "keystore password was incorrect",
                                                new UnrecoverableKeyException("failed to decrypt safe contents")))),
                        "Failed to load SSL keystore /x.p12 of type PKCS12: keystore password was incorrect"),
                Arguments.of(
                        new KafkaException(
                                "Failed to construct kafka producer",
                                new IllegalArgumentException("Could not find a 'KafkaClient' entry")),
                        "Could not find a 'KafkaClient' entry"),
                Arguments.of(
                        new IllegalStateException("group 'a\n12:00 INFO b\u001b[2J\u202e' is not there"),
                        "group 'a 12:00 INFO b [2J ' is not there"),
                Arguments.of(
                        new ExecutionException(
                                new SaslAuthenticationException("Authentication failed: Invalid username or password")),
                        "Authentication failed: Invalid username or password"),
                Arguments.of(
                        new SslAuthenticationException(
                                "SSL handshake failed",
                                new javax.net.ssl.SSLHandshakeException(
                                        "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path")),
                        "SSL handshake failed: PKIX path building failed: unable to find valid certification path"),
                Arguments.of(
                        new TimeoutException(
                                "Call(callName=listTopics, deadlineMs=1, tries=1, nextAllowedTryMs=2) timed out at 3",
                                new TimeoutException("Timed out waiting for a node assignment.")),
                        "no answer to listTopics: Timed out waiting for a node assignment."),
                Arguments.of(new KafkaException(new AccessDeniedException("/x")), "file '/x' may not be read"),
                Arguments.of(new FileAlreadyExistsException("/x"), "'/x' is there already, and not a directory"),
                Arguments.of(new NotDirectoryException("/x"), "'/x' is not a directory"),
                Arguments.of(new DirectoryNotEmptyException("/x"), "directory '/x' is not empty"),
                Arguments.of(new UnknownHostException("nowhere: no such name"), "host 'nowhere' does not resolve"),
                Arguments.of(new ExecutionException(new TimeoutException()), "timeout"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatStoodInTheWayOnceAndInWords(Throwable failure, String reason) {
        assertThat(Reason.of(failure)).isEqualTo(reason);
    }
}
