package io.docaxis.monitor.health;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a look at a group found of one partition.
 *
 * @param position empty: unknown in any part
 * @param firstRecord not needed where nothing is readable
 * @param transaction that holds the last stable offset, where somebody was told; empty: unknown, or there is none
 * @param retention of the topic
 * @param lastConsumedMs timestamp of the last record before the commit; empty: unknown, or there is none
 */
public record PartitionLook(
        PartitionName partition,
        Optional<GroupPosition> position,
        FirstRecord firstRecord,
        Optional<OpenTransaction> transaction,
        Retention retention,
        OptionalLong lastConsumedMs) {

    /** Nobody answered for it. */
    public static PartitionLook unknown(PartitionName partition) {
        return new PartitionLook(
                partition,
                Optional.empty(),
                FirstRecord.UNREAD,
                Optional.empty(),
                Retention.UNKNOWN,
                OptionalLong.empty());
    }

    /** Offsets alone. */
    public static PartitionLook at(PartitionName partition, GroupPosition position) {
        return new PartitionLook(
                partition,
                Optional.of(position),
                FirstRecord.UNREAD,
                Optional.empty(),
                Retention.UNKNOWN,
                OptionalLong.empty());
    }

    public PartitionLook with(FirstRecord record) {
        return new PartitionLook(partition, position, record, transaction, retention, lastConsumedMs);
    }

    public PartitionLook with(OpenTransaction open) {
        return new PartitionLook(partition, position, firstRecord, Optional.of(open), retention, lastConsumedMs);
    }

    public PartitionLook kept(Retention how) {
        return new PartitionLook(partition, position, firstRecord, transaction, how, lastConsumedMs);
    }

    public PartitionLook lastConsumedAt(long timestampMs) {
        return new PartitionLook(
                partition, position, firstRecord, transaction, retention, OptionalLong.of(timestampMs));
    }

    /** Whether the group has something to do here; markers alone are nothing. */
    boolean isUnread() {
        return position.filter(known -> known.commit().isPresent() && known.readable() > 0)
                        .isPresent()
                && firstRecord != FirstRecord.NONE;
    }

    /** Whether it is known that retention will delete nothing that is unread now. */
    boolean isKept() {
        return position.filter(known -> retention instanceof Retention.Forever || isRead(known))
                .isPresent();
    }

    /** Whoever has committed nothing may begin anywhere. */
    private boolean isRead(GroupPosition known) {
        return known.commit().isPresent() ? !isUnread() : known.start() == known.highWatermark();
    }
}
