package io.docaxis.common.event;

import org.apache.kafka.common.utils.Utils;

/** The record key of an event: its thread, eight bytes, big-endian. Everything about a thread is in one partition. */
public final class ThreadKey {

    private ThreadKey() {}

    public static byte[] bytes(long thread) {
        byte[] key = new byte[8];
        for (int i = 0; i < 8; i++) {
            key[i] = (byte) (thread >>> (56 - 8 * i));
        }
        return key;
    }

    /** The partition that Kafka's default partitioner chooses for the key, so that any producer agrees. */
    public static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
