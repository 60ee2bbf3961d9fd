package io.docaxis.simulator.selftest;

import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Conclusion;
import io.docaxis.consumer.state.EntryKey;
import io.docaxis.simulator.verdict.ObligationDifference;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What a consumer could get wrong, brought about by hand while none is running. {@code docs/drills.md} tells the trick of each.
 */
public enum PlantedError {
    /** To see that all the copying and stopping alone is harmless. */
    NOTHING("nothing", false, null) {
        @Override
        void plant(StoppedRun run) {
            // see the name
        }
    },
    /** The group's offset is moved past the record. */
    SKIPPED("one record skipped", false, ObligationDifference.Kind.MISSING) {
        @Override
        void plant(StoppedRun run) throws InterruptedException {
            TopicPartition partition = run.partition();
            run.offsets()
                    .commit(
                            run.topics().group(),
                            partition,
                            run.document().sent().offset() + 1);
        }
    },
    /** Offset, progress and thread are as before the record, the tally has it. */
    APPLIED_TWICE("one record applied twice", true, ObligationDifference.Kind.EXTRA) {
        @Override
        void plant(StoppedRun run) throws InterruptedException {
            run.now().takeBack(run.before(), kind -> kind == EntryKey.THREADS || kind == EntryKey.PROGRESS);
            run.offsets()
                    .commit(
                            run.topics().group(),
                            run.partition(),
                            run.document().sent().offset());
        }
    },
    /** Every entry is as before the record, the offset is past it. */
    COMMIT_WITHOUT_STATE("a commit without its state", true, ObligationDifference.Kind.MISSING) {
        @Override
        void plant(StoppedRun run) throws InterruptedException {
            run.now().takeBack(run.before(), kind -> true);
        }
    },
    /** One acknowledgement that comes on time is booked as late by an hour. */
    WRONG_FOLD("a wrong fold of the tally", true, ObligationDifference.Kind.CHANGED) {
        @Override
        void plant(StoppedRun run) throws InterruptedException {
            Conclusion onTime = run.acknowledgedOnTime();
            run.now().tamper(state -> {
                run.conclude(state.tally(), -1, onTime, Outcome.ON_TIME, 0);
                run.conclude(state.tally(), 1, onTime, Outcome.LATE, HOUR_S);
            });
        }
    };

    private static final long HOUR_S = 3600;

    private final String label;
    private final boolean afterwards;
    private final ObligationDifference.Kind leaves;

    PlantedError(String label, boolean afterwards, ObligationDifference.Kind leaves) {
        this.label = label;
        this.afterwards = afterwards;
        this.leaves = leaves;
    }

    public String label() {
        return label;
    }

    /** Whether the consumer has applied and committed the record when the error is planted; else it comes next. */
    boolean isAfterTheRecord() {
        return afterwards;
    }

    /** How the document's obligations differ then; empty where nothing is planted. */
    Optional<ObligationDifference.Kind> leaves() {
        return Optional.ofNullable(leaves);
    }

    abstract void plant(StoppedRun run) throws InterruptedException;
}
