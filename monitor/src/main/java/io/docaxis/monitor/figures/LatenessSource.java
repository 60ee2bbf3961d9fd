package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.LatenessTopic;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.OverdueDuties;
import io.docaxis.monitor.cluster.UnansweredException;
import io.docaxis.monitor.cluster.UnreadableException;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Follows the lateness topic of a prefix, and looks at it together with the tally. A consumer writes both in one transaction, but nobody can read two
 * topics at one instant: what is read of lateness is at least as new. So the two are of one moment where they have the same overdue duties by agency and
 * obligation; while they have not, both are read on, and until they agree the last moment at which they did stands. Records that cannot be read are
 * counted and passed over: what they would have changed shows as long as the two do not agree. What is kept is what is overdue. One thread at a time.
 */
final class LatenessSource implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** In one round. */
    private static final int READINGS = 3;
    /** From one to the next: a tally may trail what is said of lateness by most of a second, and a reading takes some milliseconds. */
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(300);
    /** After a failure, before all is read again. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final String name;
    private final Clock clock;
    private final Duration every;
    private final Consumer<RuntimeException> failures;
    private final Pause pause;
    private final MomentNumber moments;
    private LatenessTopic topic;
    private OverdueDuties duties;
    private long bad;
    private Agreement agreement;

    /**
     * @param every from one round to the next
     * @param failures told of records that cannot be read
     */
    LatenessSource(Cluster cluster, String name, Clock clock, Duration every, Consumer<RuntimeException> failures) {
        this.cluster = cluster;
        this.name = name;
        this.clock = clock;
        this.every = every;
        this.failures = failures;
        pause = new Pause(clock, PAUSE);
        moments = new MomentNumber(clock.wallTime());
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
        pause.requireOver();
        if (topic != null && duties.run() != run) {
            // what was said of it was passed over
            close();
        }
        if (topic == null) {
            duties = new OverdueDuties(run);
            bad = 0;
            agreement = new Agreement(clock, every);
            topic = new LatenessTopic(cluster, name, new LatenessReader(duties));
        }
        TallySnapshot tally = first;
        for (int readings = 1; ; readings++) {
            catchUp();
            ResponseFigures found = ResponseFigures.of(duties.all(), tally, rules);
            if (found.overdue().agreesWith(tally)) {
                ResponseFigures numbered =
                        found.as(moments.of(run, topic.reader().records(), tally));
                agreement.agree(numbered);
                return numbered;
            }
            if (readings == READINGS) {
                return lastOrThrow();
            }
            Thread.sleep(BETWEEN_READINGS.toMillis());
            tally = again.call();
        }
    }

    private void catchUp() {
        boolean complete;
        try {
            complete = topic.catchUp(PATIENCE);
        } catch (TimeoutException e) {
            agreement.skip();
            throw new UnansweredException("the end of topic '" + name + "'", e);
        } catch (RuntimeException e) {
            // whoever interrupts closes
            if (!Thread.currentThread().isInterrupted()) {
                close();
                pause.begin(e);
            }
            throw e;
        }
        if (!complete) {
            agreement.skip();
            throw new UnansweredException("all of topic '" + name + "'", null);
        }
        if (topic.reader().bad() > bad) {
            bad = topic.reader().bad();
            failures.accept(new UnreadableException("topic '" + name + "'" + unreadable()));
        }
    }

    private String unreadable() {
        return bad == 0
                ? ""
                : ": " + bad + " records cannot be read; the first: "
                        + topic.reader().problems().get(0);
    }

    private ResponseFigures lastOrThrow() {
        agreement.differ();
        return agreement.standing().orElseThrow(() -> {
            UnreadableException failure = new UnreadableException(
                    "topic '" + name + "' and the tally do not have the same overdue duties" + unreadable());
            if (agreement.isDoubtful()) {
                // the topic may be another under the same name: all of it is read again
                close();
            }
            return failure;
        });
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
