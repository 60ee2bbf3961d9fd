package io.docaxis.monitor.cluster;

import io.docaxis.common.kafka.Causes;
import java.util.Locale;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Why something could not be learnt of a cluster: failures are counted under these names. */
public enum FailureReason {
    /** Nobody answered in time. */
    UNANSWERED,
    /** The cluster answered, but not with what it was asked for. */
    REFUSED,
    /** This user may not ask that. */
    UNAUTHORIZED,
    /** What was asked about is not there, or was made anew. */
    GONE,
    /** What was read is not what it has to be. */
    UNREADABLE,
    /** Anything else; the log says it. */
    OTHER;

    public static FailureReason of(Throwable failure) {
        if (Causes.any(
                failure,
                cause -> cause instanceof AuthorizationException || cause instanceof AuthenticationException)) {
            return UNAUTHORIZED;
        }
        if (Causes.any(failure, TopicGoneException.class::isInstance)) {
            return GONE;
        }
        if (Causes.any(failure, RefusedException.class::isInstance)) {
            return REFUSED;
        }
        if (Causes.any(failure, FailureReason::isSilence)) {
            return UNANSWERED;
        }
        return Causes.any(
                        failure,
                        cause -> cause instanceof UnreadableException || cause instanceof SerializationException)
                ? UNREADABLE
                : OTHER;
    }

    private static boolean isSilence(Throwable cause) {
        return cause instanceof UnansweredException
                || cause instanceof TimeoutException
                || cause instanceof DisconnectException;
    }

    /** As metrics name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
