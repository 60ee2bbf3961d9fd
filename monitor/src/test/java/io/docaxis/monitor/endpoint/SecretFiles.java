package io.docaxis.monitor.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** Tokens, keys and certificates in a directory of a test, with the rights that they have to have. */
final class SecretFiles {

    static final String TOKEN = "0123456789abcdef0123456789ABCDEF";

    private static final String PASSWORD = "not-secret";

    private final Path directory;

    SecretFiles(Path directory) {
        this.directory = directory;
    }

    Path token() throws IOException {
        return write("token", TOKEN + "\n", "rw-------");
    }

    Path write(String name, String text, String rights) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    /** The files {@code NAME.crt} and {@code NAME.key}, made by Java's own tool, for loopback. */
    TlsFiles tls(String name, String... keyOptions) throws IOException, InterruptedException, GeneralSecurityException {
        pair(name, keyOptions);
        return new TlsFiles(directory.resolve(name + ".crt"), directory.resolve(name + ".key"));
    }

    void pair(String name, String... keyOptions) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve(name + ".p12");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1,dns:localhost"));
        command.addAll(List.of(keyOptions));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        write(name + ".crt", pem("CERTIFICATE", keys.getCertificate(name).getEncoded()), "rw-r--r--");
        write(
                name + ".key",
                pem("PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded()),
                "rw-------");
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
    }
}
