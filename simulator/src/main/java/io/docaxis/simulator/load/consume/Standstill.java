package io.docaxis.simulator.load.consume;

import java.time.Duration;
import java.util.Objects;

/** For how long something has not changed, as far as somebody looked. Thread-safe. */
final class Standstill {

    private final long patienceNs;
    private Object last;
    private long changedNs;
    private boolean isLooked;

    /** @param patience what does not change for so long stands still */
    Standstill(Duration patience) {
        patienceNs = patience.toNanos();
    }

    /**
     * Takes a look.
     *
     * @param reading equal as long as nothing changes
     * @param nowNs by a clock that never goes back
     * @return for how long it has stood still; 0: it has not stood for long enough to say so
     */
    synchronized long look(Object reading, long nowNs) {
        if (!isLooked || !Objects.equals(reading, last)) {
            isLooked = true;
            last = reading;
            changedNs = nowNs;
        }
        long stoodNs = nowNs - changedNs;
        return stoodNs >= patienceNs ? stoodNs : 0;
    }
}
