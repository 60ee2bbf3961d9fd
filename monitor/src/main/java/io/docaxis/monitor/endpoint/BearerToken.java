package io.docaxis.monitor.endpoint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * What a request from elsewhere has to show: {@code Authorization: Bearer TOKEN}. Kept as a hash, so that nothing that prints or dumps it has the
 * token. Thread-safe.
 */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";
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
        return isBearer
                && MessageDigest.isEqual(
                        hash, hash(authorization.substring(SCHEME.length()).strip()));
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
