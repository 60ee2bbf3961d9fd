package io.docaxis.monitor.health;

import java.util.OptionalInt;

/**
 * What a rule is about: one partition, and what is known of its group.
 *
 * @param number of the look
 * @param members empty: unknown
 * @param stoodMs for how long none of the group's commits has moved, at least
 * @param life how the group was last seen alive
 */
record Situation(int number, LookTime time, OptionalInt members, long stoodMs, Life life, PartitionHistory partition) {

    /**
     * When a group was alive, that is, had members or moved a commit on.
     *
     * @param isRecent within the last 24 hours
     * @param withoutMs for how long it was not, as it was watched
     * @param how in words, after "its group"
     */
    record Life(boolean isRecent, long withoutMs, String how) {}

    boolean isWithoutMembers() {
        return members.isPresent() && members.getAsInt() == 0;
    }

    /** Whether nobody reads any more: what is deleted then is lost to nobody. */
    boolean isLeft() {
        return isWithoutMembers() && !life.isRecent();
    }

    /** Seconds until retention may delete the first unread record; infinite: it does not, or that is unknown. */
    double retentionS() {
        return partition.retentionFromMs().isPresent()
                ? Math.max(0, partition.retentionFromMs().getAsLong() - time.wallMs()) / 1000.0
                : Double.POSITIVE_INFINITY;
    }
}
