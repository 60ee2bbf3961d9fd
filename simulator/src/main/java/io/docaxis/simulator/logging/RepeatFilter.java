package io.docaxis.simulator.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lets one message of a kind through, and no other until some time has passed; it counts what it keeps back. Time is the caller's. Not
 * thread-safe.
 */
final class RepeatFilter {

    /** Kinds that are remembered: the newest. */
    private static final int MOST_KINDS = 200;

    private final long everyMs;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** A kind of message, since it came up. */
    private static final class Kind {
        private final long sinceMs;
        private long seenAtMs;
        private long shownAtMs = Long.MIN_VALUE;
        private long keptBack;

        Kind(long nowMs) {
            sinceMs = nowMs;
            seenAtMs = nowMs;
        }
    }

    /** @param everyMs how long nothing more of a kind is let through; a kind that was not seen for so long comes up anew */
    RepeatFilter(long everyMs) {
        this.everyMs = everyMs;
    }

    /**
     * How many of its kind were kept back since the last; empty: this one is, too.
     *
     * @param afterMs for how long messages of the kind have to come before one is let through
     */
    OptionalLong pass(String name, long afterMs, long nowMs) {
        Kind kind = kind(name, nowMs);
        kind.seenAtMs = nowMs;
        boolean shownLately = kind.shownAtMs != Long.MIN_VALUE && nowMs - kind.shownAtMs < everyMs;
        if (shownLately || nowMs - kind.sinceMs < afterMs) {
            kind.keptBack++;
            return OptionalLong.empty();
        }
        OptionalLong keptBack = OptionalLong.of(kind.keptBack);
        kind.shownAtMs = nowMs;
        kind.keptBack = 0;
        return keptBack;
    }

    private Kind kind(String name, long nowMs) {
        Kind kind = kinds.get(name);
        if (kind != null && nowMs - kind.seenAtMs < everyMs) {
            return kind;
        }
        kinds.remove(name);
        Kind fresh = new Kind(nowMs);
        kinds.put(name, fresh);
        if (kinds.size() > MOST_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        return fresh;
    }
}
