package io.docaxis.simulator.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Ctrl-C, or a request to terminate: the command is told, has some time to stop cleanly and say what was done, then the
 * process ends with {@link ExitCode#INTERRUPTED}. A command that waits elsewhere is interrupted there; one that was told here is not, so that
 * what it still has to do is done. A command that can end well may ask to be told of the first one, and to be stopped only by the next.
 * Thread-safe.
 */
public final class Interruption {

    private static final long PATIENCE_S = 30;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean endRequested = new AtomicBoolean();
    private final Consumer<Runnable> signals;
    private volatile Thread command;

    Interruption() {
        this(action -> {});
    }

    /** @param signals has something done at each Ctrl-C, on a thread of its own, instead of ending the process */
    Interruption(Consumer<Runnable> signals) {
        this.signals = signals;
    }

    /** Of a command that only itself ends. */
    public static Interruption ofNothing() {
        return new Interruption();
    }

    /** For the command that runs on the calling thread; that thread is interrupted too, in case it waits for something. */
    public static Interruption ofThisProcess() {
        Interruption interruption = new Interruption(Signals::onEach);
        interruption.interrupts(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::endProcess, "docaxis-interruption"));
        return interruption;
    }

    /** Has a thread, on which the command runs, interrupted with the request to stop. */
    void interrupts(Thread thread) {
        command = thread;
    }

    /** From now on the first one asks the command to end by itself, and the next interrupts it. */
    void endFirst() {
        signals.accept(() -> {
            if (endRequested.getAndSet(true)) {
                System.exit(ExitCode.INTERRUPTED);
            }
        });
    }

    /** Whether the command is to end by itself. */
    boolean isEndRequested() {
        return endRequested.get();
    }

    /** Whether the command is to stop. */
    boolean isRequested() {
        boolean isRequested = requested.getCount() == 0;
        if (isRequested && Thread.currentThread() == command) {
            // it knows now: the interrupt, which came before, would hit what it still has to do
            Thread.interrupted();
        }
        return isRequested;
    }

    /** Waits for a time, less if the command is to stop; says whether it is. */
    boolean await(long timeoutMs) {
        try {
            requested.await(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // it is asked below whether that was meant
        }
        return isRequested();
    }

    /** The command has ended: nothing is left to stop. */
    public void finished() {
        finished.countDown();
    }

    /** Tells the command to stop, and interrupts it where it waits for something else; that first: who has been told is not interrupted. */
    void request() {
        if (command != null) {
            command.interrupt();
        }
        requested.countDown();
    }

    private void endProcess() {
        if (finished.getCount() == 0) {
            return;
        }
        request();
        try {
            finished.await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // other hooks and threads may still be at work; none of them has anything to save
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
}
