package io.docaxis.producer.publish;

import java.util.function.BooleanSupplier;

/**
 * The instant at which the sources of one process end together once somebody asks them to: just after the clocks of all. So no
 * source has sent anything that is emitted at or after it, and each can send all before. Thread-safe.
 */
public final class CommonEnd {

    /** Stands for no end but that of the run. */
    static final long NONE = Long.MAX_VALUE;

    private static final long LOOK_EVERY_MS = 50;

    /** Sources that have neither said how far they are nor left. */
    private int undecided;

    private long latestAt;
    private volatile boolean asked;

    /** Asks the sources to end; returns at once. */
    public void ask() {
        asked = true;
    }

    boolean isAsked() {
        return asked;
    }

    /** One more source, which is waited for. */
    synchronized void join() {
        undecided++;
    }

    /** A source has ended, or never comes to its first event. */
    synchronized void leave(long clockAt) {
        say(clockAt);
    }

    /**
     * The end, once every source has said how far it is. Sends nothing meanwhile.
     *
     * @param clockAt the latest instant that the source has sent anything of, or might find in its log
     * @param goesOn false once there is nothing to wait for any more: the end is then none
     */
    synchronized long agree(long clockAt, BooleanSupplier goesOn) {
        say(clockAt);
        try {
            while (undecided > 0 && goesOn.getAsBoolean()) {
                wait(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return undecided > 0 ? NONE : latestAt + 1;
    }

    private void say(long clockAt) {
        latestAt = Math.max(latestAt, clockAt);
        undecided--;
        notifyAll();
    }
}
