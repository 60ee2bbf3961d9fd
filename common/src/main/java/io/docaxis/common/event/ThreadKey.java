package io.docaxis.common.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.kafka.common.utils.Utils;

/** The record key of an event: its thread, eight bytes, big-endian. Everything about a thread is in one partition. */
public final class ThreadKey {

    /** No thread has this number. */
    public static final long NONE = -1;

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
        LONGS.set(key, 0, CaseKind.require(thread));
    }

    /** The thread of a key, or {@link #NONE} where there is no key (markers and ticks have none) or it is no thread's. */
    public static long thread(byte[] keyOrNull) {
        return keyOrNull == null || keyOrNull.length != Long.BYTES ? NONE : thread(keyOrNull, 0);
    }

    /** The thread of a key of eight bytes within others, or {@link #NONE} where there is no such thread. */
    public static long thread(byte[] bytes, int at) {
        long thread = (long) LONGS.get(bytes, at);
        return CaseKind.knows(thread) ? thread : NONE;
    }

    /** The partition that Kafka's default partitioner chooses for the key, so that any producer agrees. */
    public static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
