package io.docaxis.consumer.fastfetch;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.util.function.Supplier;

/** A fast path that fails at one of its steps, and at all later ones, as with a version of Kafka that it does not fit. */
final class FailingPath extends FastPath {

    private final Supplier<? extends Throwable> failure;
    private int stepsLeft;

    /** @param step from 1 */
    FailingPath(int step, Supplier<? extends Throwable> failure) {
        super(Side.CONSUMER, FastClients.AUTO);
        stepsLeft = step;
        this.failure = failure;
    }

    @Override
    public void used() {
        super.used();
        if (--stepsLeft <= 0) {
            throwAny(failure.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
