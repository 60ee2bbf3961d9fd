package io.docaxis.simulator.broker;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.internals.Exit;

/**
 * Notices that a broker can no longer work, and says so once. Two signs: Kafka wants to end the JVM, or its disk runs full;
 * the second is looked for by a thread of its own, because a full disk reaches clients as all sorts of errors first.
 */
final class BrokerFailure implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 50;

    private final BrokerDirectory directory;
    private final Consumer<String> listener;
    private final AtomicReference<String> message = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    BrokerFailure(BrokerDirectory directory, Consumer<String> listener) {
        this.directory = directory;
        this.listener = listener;
        Exit.setExitProcedure(this::ended);
        Exit.setHaltProcedure(this::ended);
        Thread watch = new Thread(this::watchDisk, "docaxis-broker-disk");
        watch.setDaemon(true);
        watch.start();
    }

    Optional<String> message() {
        return Optional.ofNullable(message.get());
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

    /** Stops looking: the broker is about to stop, and what goes wrong from now on is of no interest. */
    void ignore() {
        closed.countDown();
    }

    /** Stops looking, and gives Kafka back its right to end the JVM; only once no thread of the broker is left. */
    @Override
    public void close() {
        ignore();
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }

    /** Unwinds the thread in which Kafka wanted to end the JVM. */
    private static final class BrokerEnded extends Error {
        private static final long serialVersionUID = 1L;

        BrokerEnded() {
            super("the embedded broker ended");
        }
    }
}
