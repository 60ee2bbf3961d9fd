package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody but this machine is served unprotected; whatever is wrong is said at once, by every command, before anything starts. */
class ManagementOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--management-address 0.0.0.0                        | --management-address 0.0.0.0: whoever asks from elsewhere has to show a token: want --token-file FILE",
                "--management-address ::                             | the token would go over the network in plain text: want --tls-cert FILE",
                "--management-address 0.0.0.0 --behind-tls-proxy     | want --token-file FILE",
                "--public-host metrics.example --behind-tls-proxy    | --public-host metrics.example: whoever asks from elsewhere has to show a token",
                "--public-host metrics.example                       | want --tls-cert FILE and --tls-key FILE with it, or --behind-tls-proxy",
                "--behind-tls-proxy                                  | --behind-tls-proxy: nobody asks a proxy for 127.0.0.1: want --management-address",
                "--tls-cert c.pem                                    | --tls-cert c.pem: want --tls-key FILE with it",
                "--tls-key k.pem                                     | --tls-key k.pem: want --tls-cert FILE with it",
                "--tls-cert c.pem --tls-key k.pem --behind-tls-proxy | --behind-tls-proxy: serves plain HTTP, and --tls-cert HTTPS: want one of them",
                "--management-address 192.0.2.1                      | --management-address 192.0.2.1: want an address of this machine",
                "--token-file none                                   | --token-file none: there is no such file",
                "--tls-cert none --tls-key none                      | --tls-cert none --tls-key none: the certificate cannot be read"
            })
    void refusesWhatProtectsNobody(String options, String message) {
        for (String command : List.of(
                "run quiet-day", "produce quiet-day --bootstrap-servers b:1", "consume --bootstrap-servers b:1")) {
            Ran.of(Stream.concat(Stream.of(command.split(" ")), Stream.of(options.split(" +")))
                            .toArray(String[]::new))
                    .ended(ExitCode.USAGE, message);
        }
    }

    @Test
    void saysEverythingThatIsWrongAtOnce(@TempDir Path directory) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "0123456789abcdef0123456789abcdef");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = Ran.of(
                "run",
                "quiet-day",
                "--management-address",
                "192.0.2.1",
                "--token-file",
                token.toString(),
                "--tls-cert",
                "c.pem");

        ran.ended(
                ExitCode.USAGE,
                "--tls-cert c.pem: want --tls-key FILE with it",
                "--management-address 192.0.2.1: want an address of this machine",
                "--token-file " + token + ": its rights are rw-r--r--");
        assertThat(ran.out() + ran.err()).doesNotContain("0123456789abcdef");
    }
}
