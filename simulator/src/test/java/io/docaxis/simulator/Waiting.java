package io.docaxis.simulator;

import io.docaxis.simulator.process.Patience;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** How a test waits: by progress, never by a clock that a busy machine outruns. */
public final class Waiting {

    private static final long LOOK_EVERY_MS = 20;

    private Waiting() {}

    /** Waits until something holds that comes about in one step. */
    public static void until(String what, Callable<Boolean> holds) {
        until(what, () -> null, holds);
    }

    /**
     * Waits until something holds, as long as there is progress.
     *
     * @param what it is, for the message of the test that fails
     * @param progress how far it has come: equal as long as nothing changes
     */
    public static void until(String what, Callable<?> progress, Callable<Boolean> holds) {
        Patience patience = new Patience();
        try {
            while (!holds.call()) {
                if (patience.isOver(progress::call)) {
                    throw new AssertionError("no progress for " + Patience.STANDSTILL.toSeconds() + " s, waiting for "
                            + what + (patience.last() == null ? "" : ": " + patience.last()));
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("while waiting for " + what, e);
        }
    }
}
