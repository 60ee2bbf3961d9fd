package io.docaxis.monitor.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file of the page, as it is sent: also packed, where that is smaller. Immutable. */
final class PageFile {

    /** Bytes of the hash that make a tag: two files of one page do not share so many. */
    private static final int TAG_BYTES = 12;

    /**
     * What one browser is sent.
     *
     * @param etag with its quotes: other bytes have another
     */
    record Form(byte[] bytes, String etag, boolean packed) {}

    private final FileKind kind;
    private final Form plain;
    private final Form packed;

    PageFile(FileKind kind, byte[] bytes) {
        this.kind = kind;
        String tag = tag(bytes);
        plain = new Form(bytes, '"' + tag + '"', false);
        byte[] gzip = kind.isText() ? gzip(bytes) : bytes;
        packed = gzip.length < bytes.length ? new Form(gzip, '"' + tag + "-gzip\"", true) : plain;
    }

    String contentType() {
        return kind.contentType();
    }

    /** @param takesGzip whether the browser does */
    Form form(boolean takesGzip) {
        return takesGzip ? packed : plain;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
