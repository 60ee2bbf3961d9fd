package io.docaxis.simulator.load.consume;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Whether and when a group has committed all that was sent, by looks at it. What it says rests on commits: reading came before. Thread-safe. */
final class GroupDrain {

    /** So many times a group's own rhythm it may stand. */
    private static final int RHYTHMS = 3;

    private static final double NS_PER_S = 1e9;

    private final String group;
    private final Duration patience;
    private final CommitRhythm rhythm = new CommitRhythm();
    private Map<Integer, Long> ends;
    private long lastAcknowledgedAtNs;
    private GroupSample sample;
    private Object standing;
    private long movedAtNs;
    private Drained drained;

    /** @param patience a group that has something to read and commits nothing for so long stands still */
    GroupDrain(String group, Duration patience) {
        this.group = group;
        this.patience = patience;
    }

    /** What the topic had when sending had ended. */
    synchronized void end(Map<Integer, Long> offsets, long acknowledgedAtNs) {
        ends = Map.copyOf(offsets);
        lastAcknowledgedAtNs = acknowledgedAtNs;
    }

    /** Takes in the next look. */
    synchronized void look(GroupSample next) {
        rhythm.look(next);
        Object now = next.committed();
        if (sample == null || !now.equals(standing)) {
            standing = now;
            movedAtNs = next.atNs();
        }
        if (ends != null && drained == null && next.hasReached(ends)) {
            drained = reached(next);
        }
        sample = next;
    }

    private Drained reached(GroupSample now) {
        long tookNs = now.atNs() - lastAcknowledgedAtNs;
        OptionalLong betweenNs =
                sample == null ? OptionalLong.empty() : OptionalLong.of(now.atNs() - sample.askedAtNs());
        OptionalLong rhythmNs = rhythm.longestNs();
        String words = "group '" + group + "' had committed all of it " + seconds(tookNs)
                + " after the last acknowledgement"
                + (rhythmNs.isPresent()
                        ? "; it commits every " + seconds(rhythmNs.getAsLong())
                                + " or more often, as observed, and may have read" + " it so much earlier"
                        : "; how often it commits was not seen, and it may have read it earlier");
        return new Drained(
                Drained.State.DRAINED,
                words,
                OptionalLong.of(tookNs),
                betweenNs.isPresent() && rhythmNs.isPresent()
                        ? OptionalLong.of(betweenNs.getAsLong() + rhythmNs.getAsLong())
                        : OptionalLong.empty());
    }

    /** @param nowNs by the clock of the looks */
    synchronized Drained drained(long nowNs) {
        if (drained != null) {
            return drained;
        }
        if (sample == null) {
            return Drained.reading("nothing is known of group '" + group + "' yet");
        }
        if (!sample.isThere()) {
            return ends == null
                    ? Drained.reading("group '" + group + "' is not there")
                    : Drained.standing("group '" + group + "' is not there: it reads nothing");
        }
        String unread = (sample.lag().isPresent() ? sample.lag().getAsLong() + " records" : "unknown how many records")
                + " unread by group '" + group + "'";
        long stoodNs = nowNs - movedAtNs;
        if (ends == null || stoodNs < mostNs()) {
            return Drained.reading(unread);
        }
        return Drained.standing(unread + ", which has committed nothing for " + seconds(stoodNs)
                + (sample.members().isPresent() && sample.members().getAsInt() == 0 ? " and has no members" : "")
                + " (" + sample.health() + ": " + sample.why() + ")");
    }

    private long mostNs() {
        return Math.max(patience.toNanos(), RHYTHMS * rhythm.longestNs().orElse(0));
    }

    private static String seconds(long ns) {
        return String.format(Locale.ROOT, "%.1f s", ns / NS_PER_S);
    }
}
