package io.docaxis.simulator;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A fast path that fails at one of its steps, and at all later ones, as with a version of Kafka that it does not fit. */
public final class FailingPath extends FastPath {

    private final Supplier<? extends Throwable> failure;
    private final AtomicInteger stepsLeft;

    /** @param step from 1 */
    public FailingPath(Side side, int step, Supplier<? extends Throwable> failure) {
        super(side, FastClients.AUTO);
        this.failure = failure;
        stepsLeft = new AtomicInteger(step);
    }

    @Override
    public void used() {
        super.used();
        if (stepsLeft.decrementAndGet() <= 0) {
            throwAny(failure.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
