package io.docaxis.common.hash;

/**
 * A field of a packed number: some bits above a shift. A value that does not fit is refused when it is packed, for it would change its
 * neighbours, and a wrong key on both sides of a comparison compares equal. As a constant it costs a shift and a branch that is never
 * taken. Immutable.
 *
 * @param name of what it holds, for messages
 * @param shift of its lowest bit
 * @param bits up to 63
 */
public record BitField(String name, int shift, int bits) {

    /** @throws IllegalArgumentException unless it lies within a long */
    public BitField {
        if (shift < 0 || bits < 1 || bits >= Long.SIZE || shift + bits > Long.SIZE) {
            throw new IllegalArgumentException(
                    name + ": " + bits + " bits from bit " + shift + " on are not in a long");
        }
    }

    /**
     * A part that holds the ordinals of an enum.
     *
     * @throws IllegalArgumentException if there are too many
     */
    public static BitField of(Enum<?>[] constants, int shift, int bits) {
        BitField field = new BitField(constants[0].getClass().getSimpleName(), shift, bits);
        field.require(constants.length - 1L);
        return field;
    }

    /** The field in the lowest bits. */
    public static BitField lowest(String name, int bits) {
        return new BitField(name, 0, bits);
    }

    /** The field above this one. */
    public BitField above(String what, int bitsOfIt) {
        return new BitField(what, shift + bits, bitsOfIt);
    }

    /**
     * A value in its place, to be combined with those of other fields by {@code |}.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public long put(long value) {
        if (value >>> bits != 0) {
            throw refused(value);
        }
        return value << shift;
    }

    /**
     * What of a value does not fit: 0 if all does. Where parts are packed by the million, that of all of them together is one
     * branch; the rest is {@link #placed}.
     */
    public long excess(long value) {
        return value >>> bits;
    }

    /** A value in its place, of which is known already that it fits. */
    public long placed(long value) {
        return value << shift;
    }

    /** The value in a packed number. */
    public long get(long packed) {
        return packed >>> shift & max();
    }

    /** The highest value that fits. */
    public long max() {
        return (1L << bits) - 1;
    }

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public long require(long value) {
        if (value >>> bits != 0) {
            throw refused(value);
        }
        return value;
    }

    /** A method of its own, so that its callers are small enough to be inlined. */
    private IllegalArgumentException refused(long value) {
        return new IllegalArgumentException(name + " " + value + ": want 0 to " + max() + ", " + bits + " bits");
    }
}
