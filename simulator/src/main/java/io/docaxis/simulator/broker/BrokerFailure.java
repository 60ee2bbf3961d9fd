package io.docaxis.simulator.broker;

import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.internals.Exit;

/**
 * Notices that a broker can no longer work, and says so once. Two signs: Kafka wants to end the JVM, or its disk runs full;
 * the second is looked for by a thread of its own, because a full disk reaches clients as all sorts of errors first.
 *
 * <p>Kafka has one way to end the JVM, whichever broker in it wants to. So threads know whose they are: one that is still stopping
 * while the next has started, and misses its files, is no failure of the next.
 */
final class BrokerFailure implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 50;

    /** Handed on from a thread to those that it starts. */
    private static final InheritableThreadLocal<BrokerFailure> OF_THREAD = new InheritableThreadLocal<>();
    /** Those that somebody listens to, in the order in which they began. */
    private static final Deque<BrokerFailure> LISTENING = new ConcurrentLinkedDeque<>();

    static {
        Exit.setExitProcedure((status, reason) -> anyEnded(status, reason, System::exit));
        Exit.setHaltProcedure((status, reason) -> anyEnded(status, reason, Runtime.getRuntime()::halt));
    }

    private final BrokerDirectory directory;
    private final Consumer<String> listener;
    private final AtomicReference<String> message = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    BrokerFailure(BrokerDirectory directory, Consumer<String> listener) {
        this.directory = directory;
        this.listener = listener;
        LISTENING.add(this);
        Thread watch = new Thread(this::watchDisk, "docaxis-broker-disk");
        watch.setDaemon(true);
        watch.start();
    }

    Optional<String> message() {
        return Optional.ofNullable(message.get());
    }

    /** Does something that starts threads of the broker's. */
    <T> T startThreads(Supplier<T> starting) {
        OF_THREAD.set(this);
        try {
            return starting.get();
        } finally {
            OF_THREAD.remove();
        }
    }

    /** What a thread of no broker wants is the doing of the one that began last, or, if there is none, nobody's business here. */
    private static void anyEnded(int status, String reason, IntConsumer end) {
        BrokerFailure owner = OF_THREAD.get() == null ? LISTENING.peekLast() : OF_THREAD.get();
        if (owner == null) {
            end.accept(status);
        } else {
            owner.ended(status, reason);
        }
    }

    /** Kafka takes it that this does not return; the thread that wanted to end everything ends alone. */
    private void ended(int status, String reason) {
        if (closed.getCount() > 0) {
            fail(
                    directory.isFull()
                            ? directory.fullMessage()
                            : "the embedded broker stopped by itself (Kafka's status " + status
                                    + (reason == null ? "" : ": " + reason) + "); its data is in '" + directory.path()
                                    + "'");
        }
        throw new BrokerEnded();
    }

    private void watchDisk() {
        try {
            while (!closed.await(LOOK_EVERY_MS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                if (directory.isFull()) {
                    fail(directory.fullMessage());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(String why) {
        if (message.compareAndSet(null, why)) {
            directory.close();
            listener.accept(why);
        }
    }

    /** Stops looking: the broker is about to stop, and what goes wrong with it from now on is of no interest. Its threads never end the JVM. */
    @Override
    public void close() {
        LISTENING.remove(this);
        closed.countDown();
    }

    /** Unwinds the thread in which Kafka wanted to end the JVM. */
    private static final class BrokerEnded extends Error {
        private static final long serialVersionUID = 1L;

        BrokerEnded() {
            super("the embedded broker ended");
        }
    }
}
