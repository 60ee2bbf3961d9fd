package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.LatenessTopic;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.cluster.UnansweredException;
import io.docaxis.monitor.cluster.UnreadableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Follows the lateness topic of a prefix, and looks at it together with the tally. A consumer writes both in one transaction, but nobody can read two
 * topics at one instant: what is read of lateness is at least as new. So the two are of one moment where they have the same overdue duties by agency and
 * obligation; while they have not, both are read on, and until they agree the last moment at which they did stands. One thread at a time.
 */
final class LatenessSource implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** In one round: commits are a second or more apart, and a reading takes some milliseconds. */
    private static final int READINGS = 3;
    /** A moment that is so long ago is none. */
    private static final long STALE_MS = 10_000;

    private final Cluster cluster;
    private final String name;
    private LatenessTopic topic;
    private OverdueDuties duties;
    private ResponseFigures last;

    LatenessSource(Cluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /**
     * The figures of the newest moment.
     *
     * @param first the tally, read just now
     * @param again reads it once more
     * @param run hash of the run that the tally is of
     */
    ResponseFigures read(TallySnapshot first, Callable<TallySnapshot> again, long run, RunRules rules)
            throws Exception {
        if (topic == null) {
            duties = new OverdueDuties();
            last = null;
            topic = new LatenessTopic(cluster, name, new LatenessReader(duties));
        }
        TallySnapshot tally = first;
        for (int readings = 1; ; readings++) {
            catchUp();
            ResponseFigures found = figures(duties, tally, run, rules);
            if (found.overdue().agreesWith(tally)) {
                last = found;
                return found;
            }
            if (readings == READINGS) {
                return lastOrThrow(tally);
            }
            tally = again.call();
        }
    }

    private void catchUp() {
        try {
            if (!topic.catchUp(PATIENCE)) {
                throw new UnansweredException("the end of topic '" + name + "'", null);
            }
        } catch (TimeoutException e) {
            throw new UnansweredException("the end of topic '" + name + "'", e);
        }
        LatenessReader reader = topic.reader();
        if (reader.bad() > 0) {
            throw new UnreadableException(
                    "topic '" + name + "': " + reader.problems().get(0));
        }
    }

    /** What is known of a run by its duties and a tally, of one moment or not. */
    static ResponseFigures figures(OverdueDuties duties, TallySnapshot tally, long run, RunRules rules) {
        OverdueFigures overdue = OverdueFigures.of(duties.overdue(run), tally, rules);
        long[] confirmed = new long[Obligation.values().length];
        for (Obligation obligation : Obligation.values()) {
            confirmed[obligation.ordinal()] = overdue.confirmed(obligation);
        }
        DutyCounts counts =
                duties.counts(run, tally.obligations(Outcome.ON_TIME), tally.obligations(Outcome.LATE), confirmed);
        return new ResponseFigures(tally, overdue, counts);
    }

    private ResponseFigures lastOrThrow(TallySnapshot now) {
        boolean stands =
                last != null && now.takenAtMs().orElse(0) - last.takenAtMs().orElse(0) < STALE_MS;
        if (!stands) {
            throw new UnreadableException("topic '" + name + "' and the tally have not had the same overdue duties for "
                    + STALE_MS / 1_000 + " s");
        }
        return last;
    }

    /** Begins anew with the next question: the topic may be another. */
    @Override
    public void close() {
        if (topic != null) {
            topic.close();
            topic = null;
        }
    }
}
