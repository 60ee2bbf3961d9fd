package io.docaxis.producer.publish;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The machine's wall clock, read once, and moved on by its monotonic clock: where the wall clock is set forth or back, no event is
 * due earlier or later. Thread-safe.
 */
final class SteadyClock implements Clock {

    private final LongSupplier monotonicNs;
    private final long anchorNs;

    SteadyClock(LongSupplier wallMs, LongSupplier monotonicNs) {
        this.monotonicNs = monotonicNs;
        anchorNs = TimeUnit.MILLISECONDS.toNanos(wallMs.getAsLong()) - monotonicNs.getAsLong();
    }

    static Clock ofThisMachine() {
        return new SteadyClock(System::currentTimeMillis, System::nanoTime);
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
