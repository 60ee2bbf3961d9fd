package io.docaxis.producer.publish;

import java.util.concurrent.locks.LockSupport;

/** The wall clock of a sending thread, and how that waits. */
interface WallClock {

    /** The machine's. */
    WallClock SYSTEM = new WallClock() {
        @Override
        public long nowMs() {
            return System.currentTimeMillis();
        }

        @Override
        public void waitMs(long mostMs) {
            LockSupport.parkNanos(mostMs * 1_000_000L);
        }
    };

    long nowMs();

    /** Waits, not longer than that. */
    void waitMs(long mostMs);
}
