package io.docaxis.monitor.health;

/** Since when the stable offset stands where it is, as observed, and keeps something from a group. Time as in {@link PartitionHistory}. */
final class StableHold {

    private static final long NONE = -1;

    private long offset = NONE;
    private long sinceMs;

    void look(GroupPosition now, long nowMs) {
        if (!now.isHeldBack()) {
            offset = NONE;
        } else if (offset != now.readableEnd()) {
            offset = now.readableEnd();
            sinceMs = nowMs;
        }
    }

    /** For how long; 0: it keeps nothing back. */
    long heldMs(long nowMs) {
        return offset == NONE ? 0 : nowMs - sinceMs;
    }
}
