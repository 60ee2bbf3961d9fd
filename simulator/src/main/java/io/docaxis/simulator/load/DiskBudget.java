package io.docaxis.simulator.load;

import java.util.Locale;
import java.util.Optional;

/**
 * How much of a disk a load may fill, and what it will write.
 *
 * @param bytes that its records may take at once
 */
public record DiskBudget(long bytes) {

    /** What a record takes beside its value: its key, its lengths and its share of a batch's header. */
    private static final long BESIDE_VALUE = 24;

    private static final double GB = 1e9;

    public DiskBudget {
        if (bytes < 1) {
            throw new IllegalArgumentException("disk budget " + bytes + ": want 1 byte or more");
        }
    }

    /** Bytes that events will take on a disk, uncompressed and once. */
    public static long bytesOf(long events, long valueBytes) {
        return Math.multiplyExact(events, valueBytes + BESIDE_VALUE);
    }

    /**
     * Why a load may not start on a cluster where nothing is deleted for it; empty where it may.
     *
     * @param replicas of each partition
     */
    public Optional<String> refusal(long events, long valueBytes, int replicas) {
        long needed = Math.multiplyExact(bytesOf(events, valueBytes), replicas);
        return needed <= bytes
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "this load writes %s to the disks of its cluster (%,d events of some %,d bytes, %d %s), and"
                                + " --disk-budget allows %s: want a larger --disk-budget, or a shorter or smaller load",
                        written(needed),
                        events,
                        valueBytes + BESIDE_VALUE,
                        replicas,
                        replicas == 1 ? "replica" : "replicas",
                        written(bytes)));
    }

    /**
     * Why a load may not start on docaxis' own broker, which deletes what every consumer has passed; empty where it may.
     *
     * @param freeBytes of the broker's disk
     */
    public Optional<String> refusalOfOwnBroker(long events, long valueBytes, long freeBytes) {
        long most = Math.min(bytesOf(events, valueBytes), bytes);
        return most <= freeBytes
                ? Optional.empty()
                : Optional.of("this load may fill " + written(most) + ", and the disk of docaxis' broker has "
                        + written(freeBytes)
                        + " left: want a smaller --disk-budget, or --keep-data DIR on another disk");
    }

    /** Bytes as people read them. */
    public static String written(long bytes) {
        return bytes < GB
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / GB);
    }

    @Override
    public String toString() {
        return written(bytes);
    }
}
