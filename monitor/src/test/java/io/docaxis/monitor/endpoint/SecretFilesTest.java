package io.docaxis.monitor.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of files with a token, a key or a certificate; nothing of what they hold is ever said. */
class SecretFilesTest {

    @TempDir
    private Path directory;

    private SecretFiles files;

    @BeforeEach
    void begin() {
        files = new SecretFiles(directory);
    }

    @Test
    void takesATokenByItsHeaderAlone() throws IOException {
        BearerToken token = BearerToken.read(files.token());

        assertThat(token.isShownBy("Bearer " + SecretFiles.TOKEN)).isTrue();
        assertThat(token.isShownBy("bearer  " + SecretFiles.TOKEN)).isTrue();
        assertThat(token.isShownBy(null)).isFalse();
        assertThat(token.isShownBy("")).isFalse();
        assertThat(token.isShownBy("Bearer ")).isFalse();
        assertThat(token.isShownBy(SecretFiles.TOKEN)).isFalse();
        assertThat(token.isShownBy("Basic " + SecretFiles.TOKEN)).isFalse();
        assertThat(token.isShownBy("Bearer " + SecretFiles.TOKEN + "0")).isFalse();
        assertThat(token.isShownBy("Bearer " + SecretFiles.TOKEN.substring(1))).isFalse();
        assertThat(token).hasToString("[hidden]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw----r--", "rw-----w-"})
    void wantsATokenThatFewMayRead(String rights) throws IOException {
        Path file = files.write("open", SecretFiles.TOKEN, rights);

        assertThatThrownBy(() -> BearerToken.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its rights are " + rights + ": want ")
                .hasMessageNotContaining(SecretFiles.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "0123456789abcdef0123456789ABCDE",
                "0123456789abcdef 0123456789ABCDEF",
                "0123456789abcdef0123456789ABCDEF\n0123456789abcdef0123456789ABCDEF",
                "0123456789abcdef0123456789ABCDE\u00e4"
            })
    void wantsATokenThatCannotBeGuessed(String text) throws IOException {
        Path file = files.write("short", text, "rw-------");

        assertThatThrownBy(() -> BearerToken.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it has no token: want one line of 32 to 512")
                .hasMessageNotContaining("0123456789abcdef");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThatThrownBy(() -> BearerToken.read(directory.resolve("none"))).hasMessage("there is no such file");
        assertThatThrownBy(() -> BearerToken.read(directory)).hasMessage("it is not a regular file");
    }

    @ParameterizedTest
    @CsvSource({"rsa, -keyalg RSA -keysize 2048", "ec, -keyalg EC -groupname secp256r1", "ed, -keyalg Ed25519"})
    void takesKeysOfAnyKindThatBelongToTheirCertificate(String name, String options) throws Exception {
        TlsFiles pair = files.tls(name, options.split(" "));
        files.pair("other", options.split(" "));

        assertThat(pair.certificate()).isAbsolute();
        assertThatThrownBy(() -> new TlsFiles(pair.certificate(), directory.resolve("other.key")))
                .hasMessageContaining("the key is not that of the certificate");
    }

    @Test
    void refusesWhatIsNoCertificateOrKey() throws Exception {
        TlsFiles pair = files.tls("ec", "-keyalg", "EC");
        Path text = files.write("text", "hello", "rw-------");
        Path cut = files.write("cut", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n", "rw-------");

        assertThatThrownBy(() -> new TlsFiles(text, pair.key())).hasMessageContaining("the certificate is not in PEM");
        assertThatThrownBy(() -> new TlsFiles(pair.certificate(), text)).hasMessageContaining("the key is not in PEM");
        assertThatThrownBy(() -> new TlsFiles(pair.certificate(), cut)).hasMessageContaining("cannot be decoded");
        assertThatThrownBy(() -> new TlsFiles(directory.resolve("none"), pair.key()))
                .hasMessageContaining("the certificate cannot be read");
    }
}
