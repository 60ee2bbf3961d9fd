package io.docaxis.monitor.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * The certificate that an endpoint shows, with those of its issuers after it, and its private key; both in PEM, the key not encrypted. Files that
 * are replaced are read again.
 */
public record TlsFiles(Path certificate, Path key) {

    /** @throws IllegalArgumentException if they cannot be read, or do not belong together */
    public TlsFiles {
        certificate = certificate.toAbsolutePath();
        key = key.toAbsolutePath();
        PemSslStore store = store(text(certificate), SecretFile.read(key));
        requirePair(store.certificates(), store.privateKey());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the certificate cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private static PemSslStore store(String certificate, String key) {
        if (!certificate.contains("-----BEGIN CERTIFICATE-----")) {
            throw new IllegalArgumentException("the certificate is not in PEM: want '-----BEGIN CERTIFICATE-----'");
        }
        if (!key.contains("PRIVATE KEY-----") || key.contains("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "the key is not in PEM, or is encrypted: want '-----BEGIN PRIVATE KEY-----'");
        }
        try {
            PemSslStore store = PemSslStore.load(
                    PemSslStoreDetails.forCertificate(certificate).withPrivateKey(key));
            if (store.certificates() != null && store.privateKey() != null) {
                return store;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("certificate or key cannot be decoded", e);
        }
        throw new IllegalArgumentException("certificate or key is empty");
    }

    private static void requirePair(List<X509Certificate> chain, PrivateKey key) {
        if (!isPair(chain.get(0).getPublicKey(), key)) {
            throw new IllegalArgumentException(
                    "the key is not that of the certificate: want the certificate of the endpoint first in its file");
        }
    }

    /** Whether one verifies what the other signs. */
    private static boolean isPair(PublicKey open, PrivateKey secret) {
        byte[] signed = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(
                    switch (secret.getAlgorithm()) {
                        case "RSA", "RSASSA-PSS" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> secret.getAlgorithm();
                    });
            signature.initSign(secret);
            signature.update(signed);
            byte[] proof = signature.sign();
            signature.initVerify(open);
            signature.update(signed);
            return signature.verify(proof);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
