package io.docaxis.producer.publish;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The machine's wall clock, read once, and moved on by its monotonic clock: where the wall clock is set forth or back, no event is
 * due earlier or later. Thread-safe.
 */
public final class SteadyClock implements Clock {

    private final LongSupplier monotonicNs;
    private final long anchorNs;

    SteadyClock(Supplier<Instant> wall, LongSupplier monotonicNs) {
        this.monotonicNs = monotonicNs;
        Instant now = wall.get();
        anchorNs = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - monotonicNs.getAsLong();
    }

    /** Begins with the wall clock, to the microsecond. */
    public static SteadyClock ofThisMachine() {
        return new SteadyClock(Instant::now, System::nanoTime);
    }

    @Override
    public long nowNs() {
        return anchorNs + monotonicNs.getAsLong();
    }

    @Override
    public void waitNs(long mostNs) {
        LockSupport.parkNanos(mostNs);
    }
}
