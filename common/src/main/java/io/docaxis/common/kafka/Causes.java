package io.docaxis.common.kafka;

import java.util.function.Predicate;

/** What stands behind a failure: Kafka and Spring wrap what happened, some more than once. */
public final class Causes {

    private Causes() {}

    /**
     * Whether something holds of a failure or of what caused it, however deep.
     *
     * @param failure null: there is none
     */
    public static boolean any(Throwable failure, Predicate<Throwable> holds) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (holds.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
