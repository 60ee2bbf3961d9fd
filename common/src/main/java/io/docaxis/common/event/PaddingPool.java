package io.docaxis.common.event;

import io.docaxis.common.hash.Hash;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that pad events, made once: a copy is all that an event costs. Who walks through it in order meets none of them again before
 * {@link #LENGTH} others, which is farther than lz4, gzip and zstd look back by default. The same for one seed on any machine. Immutable.
 */
public final class PaddingPool {

    /** Bytes. */
    public static final int LENGTH = 4 << 20;

    private static final int FIRST_PRINTABLE = ' ';
    /** Characters from the space to the tilde, but for two. */
    private static final int PRINTABLE = '~' - ' ' + 1 - 2;

    private static final byte[][] WORDS =
            words("about above acknowledge action address agency agreed annex answer appendix archive article "
                    + "authority budget bureau calendar central circular citizen clause commune complete concern congress copy council decision "
                    + "decree deadline delegate department deputy dispatch district document draft duty education enclosed finance forward "
                    + "further health issue justice language law letter meeting ministry month national notice number office official order "
                    + "party people period plan proposal province public question receive record refuse region register regulation reply "
                    + "report request resolution respond rule schedule secretary section send sign staff standing state status subject "
                    + "submit system term transport treasury under update urgent village ward within written year");

    private final byte[] bytes;

    private PaddingPool(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Any bytes, which nothing compresses. */
    public static PaddingPool random(long seed) {
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i += Long.BYTES) {
            WireFormat.LONGS.set(bytes, i, Hash.mix(seed, i));
        }
        return new PaddingPool(bytes);
    }

    /**
     * Characters that stand in JSON as they are. They have 6.5 bits each, so that gzip and zstd save a sixth, and lz4 and snappy nothing.
     */
    public static PaddingPool printable(long seed) {
        byte[] bytes = new byte[LENGTH];
        long drawn = 0;
        for (int i = 0; i < LENGTH; i++) {
            drawn = i % Long.BYTES == 0 ? Hash.mix(seed, i) >>> 1 : drawn / PRINTABLE;
            bytes[i] = printable((int) (drawn % PRINTABLE));
        }
        return new PaddingPool(bytes);
    }

    /** What would end a string, or begin an escape, is left out. */
    private static byte printable(int number) {
        int c = FIRST_PRINTABLE + number;
        c += c >= '"' ? 1 : 0;
        return (byte) (c >= '\\' ? c + 1 : c);
    }

    /** Words, which compress as text does, and stand in JSON as they are. */
    public static PaddingPool text(long seed) {
        byte[] bytes = new byte[LENGTH];
        int at = 0;
        for (int i = 0; at < LENGTH; i++) {
            byte[] word = WORDS[(int) Long.remainderUnsigned(Hash.mix(seed, i), WORDS.length)];
            int length = Math.min(word.length, LENGTH - at);
            System.arraycopy(word, 0, bytes, at, length);
            at += length;
        }
        return new PaddingPool(bytes);
    }

    /** Each with a space behind it. */
    private static byte[][] words(String text) {
        String[] words = text.split(" ");
        byte[][] all = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            all[i] = (words[i] + " ").getBytes(StandardCharsets.US_ASCII);
        }
        return all;
    }

    /** Copies what comes from some place on, which may be beyond {@link #LENGTH}: after the last byte comes the first. */
    public void copy(long from, byte[] into, int at, int count) {
        int start = (int) Math.floorMod(from, (long) LENGTH);
        int done = 0;
        while (done < count) {
            int part = Math.min(count - done, LENGTH - start);
            System.arraycopy(bytes, start, into, at + done, part);
            done += part;
            start = 0;
        }
    }
}
