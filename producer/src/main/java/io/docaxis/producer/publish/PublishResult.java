package io.docaxis.producer.publish;

import io.docaxis.common.kafka.Causes;
import java.util.List;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * How a source's run ended.
 *
 * @param complete every record is in the log, the end markers and the ledger too
 * @param failure the first send that failed for good, or null
 */
public record PublishResult(boolean complete, Exception failure) {

    /** What a broker that is asked again may answer otherwise; whatever else it refuses it will refuse again. */
    private static final List<Class<? extends Exception>> PASSING = List.of(
            RetriableException.class,
            OutOfOrderSequenceException.class,
            ProducerFencedException.class,
            InvalidProducerEpochException.class);

    /** Whether a source that resumes, nothing else being changed, can be expected to get further than this one. */
    public boolean canBeResumed() {
        return failure == null || Causes.any(failure, PublishResult::isPassing);
    }

    private static boolean isPassing(Throwable cause) {
        return PASSING.stream().anyMatch(passing -> passing.isInstance(cause));
    }
}
