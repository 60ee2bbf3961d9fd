package io.docaxis.common.event;

import io.docaxis.common.hash.BitField;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.kafka.common.utils.Utils;

/** The record key of an event: its thread, eight bytes, big-endian. Everything about a thread is in one partition. */
public final class ThreadKey {

    /** No thread has this number. */
    public static final long NONE = -1;

    private static final BitField THREAD = BitField.lowest("thread", 36);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private ThreadKey() {}

    public static byte[] bytes(long thread) {
        byte[] key = new byte[Long.BYTES];
        write(thread, key);
        return key;
    }

    /**
     * Writes a key of eight bytes.
     *
     * @throws IllegalArgumentException if no thread has the number
     */
    public static void write(long thread, byte[] key) {
        LONGS.set(key, 0, THREAD.require(thread));
    }

    /** The thread of a key, or {@link #NONE} where there is no key (markers and ticks have none) or it is of another length. */
    public static long thread(byte[] keyOrNull) {
        return keyOrNull == null || keyOrNull.length != Long.BYTES ? NONE : (long) LONGS.get(keyOrNull, 0);
    }

    /** The thread of a key of eight bytes within others. */
    public static long thread(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** The partition that Kafka's default partitioner chooses for the key, so that any producer agrees. */
    public static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
