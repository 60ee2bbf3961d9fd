package io.docaxis.simulator.load.consume;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** How long commits of a group stood, as somebody saw it who looked again and again, while there was something to read. Not thread-safe. */
final class CommitRhythm {

    private final Map<Integer, Long> committed = new HashMap<>();
    /** When each was seen to move, from where on it had something to read. */
    private final Map<Integer, Long> movedAtNs = new HashMap<>();

    private OptionalLong longestNs = OptionalLong.empty();

    void look(GroupSample sample) {
        if (sample.lag().isPresent() && sample.lag().getAsLong() == 0) {
            // who has nothing to read commits when it likes
            movedAtNs.clear();
            committed.putAll(sample.committed());
            return;
        }
        sample.committed().forEach((partition, offset) -> {
            Long before = committed.put(partition, offset);
            if (before != null && offset > before) {
                Long moved = movedAtNs.put(partition, sample.atNs());
                if (moved != null) {
                    longestNs = OptionalLong.of(Math.max(longestNs.orElse(0), sample.atNs() - moved));
                }
            }
        });
    }

    /** The longest time from one commit to the next, to a look; empty: no two were seen. */
    OptionalLong longestNs() {
        return longestNs;
    }
}
