package io.docaxis.simulator.process;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Ends a wait that gets nowhere: it lasts as long as what is waited for changes, and is over once nothing has changed for two
 * minutes. So a busy machine makes a wait longer, but does not end it. One thread.
 */
public final class Patience {

    /** How long nothing may change. */
    public static final Duration STANDSTILL = Duration.ofMinutes(2);

    private static final long LOOK_EVERY_NS = Duration.ofSeconds(1).toNanos();

    /** How far something has come: equal as long as nothing changes. It is asked once a second at most. */
    public interface Reading<E extends Exception> {
        Object now() throws E;
    }

    private final LongSupplier clockNs;
    private Object last;
    private long changedNs;
    private long lookedNs;

    public Patience() {
        this(System::nanoTime);
    }

    Patience(LongSupplier clockNs) {
        this.clockNs = clockNs;
        changedNs = clockNs.getAsLong();
        lookedNs = changedNs;
    }

    /** Whether nothing has changed for too long. */
    public <E extends Exception> boolean isOver(Reading<E> progress) throws E {
        long now = clockNs.getAsLong();
        if (now - lookedNs >= LOOK_EVERY_NS) {
            lookedNs = now;
            Object found = progress.now();
            if (!Objects.equals(found, last)) {
                last = found;
                changedNs = now;
            }
        }
        return now - changedNs > STANDSTILL.toNanos();
    }

    /** The same for a wait of one step. */
    public boolean isOver() {
        return isOver(() -> null);
    }

    /** The reading that was taken last, for a message; null before the first look. */
    public Object last() {
        return last;
    }
}
