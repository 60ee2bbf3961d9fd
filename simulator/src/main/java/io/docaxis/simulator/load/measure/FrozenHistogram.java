package io.docaxis.simulator.load.measure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;

/** A latency histogram in few bytes, microseconds, for keeping many of them. Immutable; freezing and thawing take some 50 µs. */
public final class FrozenHistogram {

    /** Significant digits: a recorded value is known to a thousandth of itself. */
    public static final int DIGITS = 3;

    private final byte[] bytes;

    private FrozenHistogram(byte[] bytes) {
        this.bytes = bytes;
    }

    public static FrozenHistogram of(AbstractHistogram histogram) {
        Histogram fitting = sum(List.of(histogram));
        ByteBuffer buffer = ByteBuffer.allocate(fitting.getNeededByteBufferCapacity());
        int length = fitting.encodeIntoByteBuffer(buffer);
        return new FrozenHistogram(Arrays.copyOf(buffer.array(), length));
    }

    /** An own copy, which grows as it needs. */
    public Histogram thawed() {
        return sum(List.of(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0)));
    }

    public FrozenHistogram plus(AbstractHistogram other) {
        Histogram sum = thawed();
        sum.add(other);
        return of(sum);
    }

    /** An empty one, which grows as it needs: no value is too large for it. */
    public static Histogram empty() {
        return new Histogram(DIGITS);
    }

    /** A new one with all that the others have. */
    public static Histogram sum(Collection<? extends AbstractHistogram> all) {
        Histogram sum = empty();
        all.forEach(sum::add);
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrozenHistogram that && thawed().equals(that.thawed());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(thawed().getTotalCount());
    }
}
