package io.docaxis.common.hash;

/** 64-bit mixing for fingerprints, seeds and sketches: the same on every machine, no allocation. Not cryptographic. */
public final class Hash {

    /** The golden ratio's fraction in 64 bits: multiplying by it spreads neighbours far apart. */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** Spreads one value over 64 bits (the finaliser of SplitMix64). A bijection. */
    public static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Mixes two values; the order matters. */
    public static long mix(long first, long second) {
        return mixWith(mix(first), second);
    }

    /** The same for a first value that is mixed already: it is often the same for many second ones. */
    public static long mixWith(long mixedFirst, long second) {
        return mix(mixedFirst ^ (second * GOLDEN));
    }

    /** Mixes the characters of a text. */
    public static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        return hash;
    }
}
