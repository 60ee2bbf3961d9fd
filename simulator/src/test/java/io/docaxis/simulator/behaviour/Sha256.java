package io.docaxis.simulator.behaviour;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over things in order, and how many they were. Not thread-safe. */
final class Sha256 {

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    private long count;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has it", e);
        }
    }

    /** One more thing, of which all that follows is a part. */
    void next() {
        count++;
    }

    void add(long value) {
        digest.update(number.clear().putLong(value).flip());
    }

    /** Bytes with their length, so that those of two things cannot run together. */
    void add(byte[] bytes, int length) {
        add(length);
        digest.update(bytes, 0, length);
    }

    void add(byte[] bytes) {
        add(bytes, bytes.length);
    }

    /** What several have seen, one after the other; each is empty then. */
    static Sha256 of(Sha256... parts) {
        Sha256 whole = new Sha256();
        for (Sha256 part : parts) {
            whole.count += part.count;
            whole.add(part.digest.digest());
        }
        return whole;
    }

    long count() {
        return count;
    }

    /** As text; it is empty then. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
