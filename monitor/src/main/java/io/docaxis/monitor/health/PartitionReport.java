package io.docaxis.monitor.health;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the looks at one partition say.
 *
 * @param commitStoodSinceMs wall clock: the commit has not moved since then, at least, as observed; empty: there is none, or unknown
 * @param retentionFromMs wall clock from which retention may delete the first unread record; empty: it will delete none, or
 *     it is unknown
 * @param isKept whether it is known to delete none: nothing is unread, or the topic keeps all
 * @param consumedPerS offsets that the commit moved on, over up to ten minutes; empty: unknown, watched for less than a minute
 * @param arrivedPerS offsets that the log grew by, likewise
 */
public record PartitionReport(
        PartitionName partition,
        TimeLag timeLag,
        OptionalLong commitStoodSinceMs,
        OptionalLong retentionFromMs,
        boolean isKept,
        OptionalDouble consumedPerS,
        OptionalDouble arrivedPerS,
        Drain drain) {}
