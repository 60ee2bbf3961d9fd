package io.docaxis.producer.publish;

/**
 * How far a source of a load has come, or several together. Events are documents and statuses, damaged ones too.
 *
 * @param due that were wanted by now, or by the end
 * @param scheduled of these, given to the client
 * @param acknowledged of these, those that the broker has
 * @param failed of these, those that Kafka's client gave up: refused, or not answered in time, whether or not the broker has them
 * @param simulatedAt the source's clock; of several, that of the slowest
 * @param behindMs how long ago the first event was due that the broker does not have; 0 where it is due yet, and once the source has ended
 * @param mostBehindMs the most that ever was
 */
public record LoadProgress(
        long due, long scheduled, long acknowledged, long failed, long simulatedAt, long behindMs, long mostBehindMs) {

    /** Neither acknowledged nor failed: nobody knows. */
    public long unknown() {
        return scheduled - acknowledged - failed;
    }

    /** Wanted, and not given to the client: not yet, or never. */
    public long missed() {
        return due - scheduled;
    }

    /** Of two sources together. */
    public LoadProgress and(LoadProgress other) {
        return new LoadProgress(
                due + other.due,
                scheduled + other.scheduled,
                acknowledged + other.acknowledged,
                failed + other.failed,
                Math.min(simulatedAt, other.simulatedAt),
                Math.max(behindMs, other.behindMs),
                Math.max(mostBehindMs, other.mostBehindMs));
    }
}
