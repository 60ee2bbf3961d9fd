package io.docaxis.producer.form;

import io.docaxis.common.event.PaddingPool;

/**
 * Documents and statuses are padded to a size; ticks and markers are not. Immutable; all sources share the pool.
 *
 * @param seed of the world, by which sizes are drawn
 */
public record SizedEvents(RecordSize size, PaddingPool pool, long seed) {

    /** Makes the pool, which costs some milliseconds and {@link PaddingPool#LENGTH} bytes. */
    static SizedEvents of(RecordSize size, Padding padding, EventFormat format, long seed) {
        return new SizedEvents(size, pool(padding, format, seed), seed);
    }

    private static PaddingPool pool(Padding padding, EventFormat format, long seed) {
        if (padding == Padding.TEXT) {
            return PaddingPool.text(seed);
        }
        return format == EventFormat.JSON ? PaddingPool.printable(seed) : PaddingPool.random(seed);
    }

    /** Where a source begins to take padding, so that they do not all send the same. */
    long poolAt(int source) {
        // odd, and far from a fraction of the pool: thousands of sources begin at places of their own
        return source * 1_618_033L;
    }

    /** The size of an event, bytes. */
    public int bytes(long thread, int ordinal) {
        return size.bytes(seed, thread, ordinal);
    }
}
