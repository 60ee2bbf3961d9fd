package io.docaxis.producer.publish;

import io.docaxis.common.hash.Hash;

/** Makes records that cannot be read. Pure: the same seed, the same damage. */
final class DamagedRecords {

    /** The checksum field: left alone, so that damage shows as a wrong checksum. */
    private static final int CHECKSUM_LENGTH = 5;

    private static final int MAX_GARBAGE = 120;

    private DamagedRecords() {}

    /** Flips one to three bits behind the checksum, which finds that many for certain. */
    static byte[] corrupt(byte[] value, long seed) {
        byte[] damaged = value.clone();
        int bits = (value.length - CHECKSUM_LENGTH) * 8;
        int flips = 1 + (int) Long.remainderUnsigned(Hash.mix(seed), 3);
        int first = (int) Long.remainderUnsigned(Hash.mix(seed, 1), bits);
        for (int i = 0; i < flips; i++) {
            int bit = (first + i * 11) % bits;
            damaged[CHECKSUM_LENGTH + bit / 8] ^= (byte) (1 << bit % 8);
        }
        return damaged;
    }

    /** Bytes that never were an event: no event begins with 0. */
    static byte[] garbage(long seed) {
        byte[] bytes = new byte[1 + (int) Long.remainderUnsigned(Hash.mix(seed), MAX_GARBAGE)];
        for (int i = 1; i < bytes.length; i++) {
            bytes[i] = (byte) Hash.mix(seed, i);
        }
        return bytes;
    }
}
