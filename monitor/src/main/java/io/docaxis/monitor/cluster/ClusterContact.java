package io.docaxis.monitor.cluster;

import io.docaxis.monitor.endpoint.Series;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a cluster last answered anything, what came instead since then, and whether it still has the topic that this is all
 * about. Until the first answer, silence counts from the beginning. Thread-safe.
 */
public final class ClusterContact {

    /**
     * How it stands.
     *
     * @param since when the last answer came, wall clock; empty: none has come yet
     * @param silence how long ago that is
     * @param isLost whether nothing is known of the cluster any more
     * @param instead what the newest question got instead of an answer; empty: it was answered
     * @param missing what became of the topic, as it was last said; empty: it is there
     */
    public record Status(
            Optional<Instant> since,
            Duration silence,
            boolean isLost,
            Optional<String> instead,
            Optional<String> missing) {

        /**
         * Why nothing is known of the cluster any more; empty while something is.
         *
         * @param servers where it is, as it was given
         */
        public Optional<String> problem(String servers) {
            return isLost
                    ? Optional.of(servers + " has not answered for " + silence.toSeconds() + " s; "
                            + instead.orElse("nobody has asked it since"))
                    : Optional.empty();
        }
    }

    /** Silence for so long is more than a pause. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Duration patience;
    private long answeredNs;
    /** Null: not yet. */
    private Instant answeredAt;

    private String instead;
    private String missing;

    public ClusterContact(Clock clock) {
        this(clock, Duration.ZERO);
    }

    /** @param every how often it is asked; a silence of two such times is no more than a pause */
    public ClusterContact(Clock clock, Duration every) {
        this.clock = clock;
        Duration twice = every.multipliedBy(2);
        patience = twice.compareTo(PATIENCE) > 0 ? twice : PATIENCE;
        answeredNs = clock.monotonicTime();
    }

    /** The cluster has answered, and has the topic. */
    public synchronized void answered() {
        missing = null;
        heard();
    }

    /** The cluster has answered, but not with what it was asked for. */
    public synchronized void refused(RefusedException why) {
        missing = why instanceof TopicGoneException ? why.getMessage() : missing;
        heard();
    }

    /** The cluster has not answered. */
    public synchronized void unanswered(String why) {
        instead = why;
    }

    /** Adds whether it answers, once that is known: it has, or has had its time. */
    public void addTo(Series series, String cluster) {
        Status now = status();
        if (now.since().isPresent() || now.isLost()) {
            series.add(MonitorMetric.CLUSTER_UP, now.isLost() ? 0 : 1, cluster);
        }
    }

    /** The cluster has answered a question; those who ask many tell of each, for all of them may take longer than silence may. */
    public synchronized void heard() {
        answeredNs = clock.monotonicTime();
        answeredAt = Instant.ofEpochMilli(clock.wallTime());
        instead = null;
    }

    public synchronized Status status() {
        Duration silence = Duration.ofNanos(clock.monotonicTime() - answeredNs);
        return new Status(
                Optional.ofNullable(answeredAt),
                silence,
                silence.compareTo(patience) >= 0,
                Optional.ofNullable(instead),
                Optional.ofNullable(missing));
    }
}
