package io.docaxis.producer.publish;

import java.util.OptionalLong;

/**
 * How far a source has come; written by its sending thread and the client's, read by any.
 *
 * @param scheduled documents and statuses (damaged ones too) given to the client, or found in the log by a restart
 * @param acknowledged of these, those that the broker has
 * @param found of these, those that were in the log before this source began
 * @param failed of these, those that it will never have
 * @param simulatedAt the source's clock
 * @param behindMs how long ago the first event that the broker does not have was due; 0 where it is due yet. Empty without a
 *     schedule, and once the source has ended
 * @param mostBehindMs the most that ever was; empty without a schedule
 */
public record PublishProgress(
        long scheduled,
        long acknowledged,
        long found,
        long failed,
        long simulatedAt,
        OptionalLong behindMs,
        OptionalLong mostBehindMs) {

    /** Sent by this source since it began, and acknowledged. */
    public long sent() {
        return acknowledged - found;
    }

    /** Neither acknowledged nor failed: the client does not know. */
    public long unknown() {
        return scheduled - acknowledged - failed;
    }

    /** Of two sources together; simulated time is that of the slower, and so is what it is behind. */
    public PublishProgress and(PublishProgress other) {
        return new PublishProgress(
                scheduled + other.scheduled,
                acknowledged + other.acknowledged,
                found + other.found,
                failed + other.failed,
                Math.min(simulatedAt, other.simulatedAt),
                most(behindMs, other.behindMs),
                most(mostBehindMs, other.mostBehindMs));
    }

    private static OptionalLong most(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
    }
}
