package io.docaxis.common.kafka.fastpath;

import io.docaxis.common.kafka.Reason;
import org.apache.kafka.common.KafkaException;

/** A {@link FastPath} failed, and what was on it cannot go on another way. */
public final class FastPathException extends KafkaException {

    private static final long serialVersionUID = 1;

    /** @param what happens now */
    public FastPathException(Throwable failure, String what) {
        super("its fast path failed: " + Reason.of(failure) + "; " + what);
    }
}
