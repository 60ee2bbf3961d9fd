package io.docaxis.monitor.endpoint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a request from elsewhere has to show: {@code Authorization: Bearer TOKEN}. Kept as a hash, so that nothing that prints or dumps it has the
 * token. Thread-safe.
 */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";
    private static final String HMAC = "HmacSHA256";
    /** The characters that the standard allows; shorter ones could be guessed. */
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._~+/-]{32,512}=*");

    private final byte[] hash;

    private BearerToken(String token) {
        hash = hash(token);
    }

    /**
     * The one line of a file.
     *
     * @throws IllegalArgumentException that says what is wrong with it, and nothing of what it holds
     */
    public static BearerToken read(Path file) {
        String token = SecretFile.read(file).strip();
        if (!LEGAL.matcher(token).matches()) {
            throw new IllegalArgumentException("it has no token: want one line of 32 to 512 letters, digits and ._~+/-"
                    + " (such as 'openssl rand -hex 32' prints)");
        }
        return new BearerToken(token);
    }

    /**
     * Whether a header shows it. Takes as long wherever the two differ, and whatever their lengths.
     *
     * @param authorization null: there is no such header
     */
    boolean isShownBy(String authorization) {
        boolean isBearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return isBearer && is(authorization.substring(SCHEME.length()).strip());
    }

    /** Whether it is this text. Takes as long wherever the two differ, and whatever their lengths. */
    boolean is(String text) {
        return MessageDigest.isEqual(hash, hash(text));
    }

    /**
     * What only who has the token can work out, and of which nobody learns the token: an HMAC, as hexadecimal digits.
     *
     * @param purpose for another one there is another proof
     */
    String proof(String purpose) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(hash, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
