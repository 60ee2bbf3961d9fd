package io.docaxis.monitor.figures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which sources are silent against their own rhythm: others, or what is announced in a live run, moved on for longer than a minute and three times the
 * median of a source's own last 20 gaps, while its newest <em>emitted at</em> stood. Where nothing moves at all, nobody knows whether it is the sources or
 * the consumer. Pure; not thread-safe.
 */
final class SourceRhythms {

    private static final long LEAST_MS = 60_000;
    private static final int TIMES = 3;
    private static final int GAPS = 20;

    /** One source, or what is announced. */
    private static final class Rhythm {
        long at;
        long movedMs;
        final Deque<Long> gapsMs = new ArrayDeque<>();

        Rhythm(long at, long nowMs) {
            this.at = at;
            movedMs = nowMs;
        }

        void look(long now, long nowMs) {
            if (now != at) {
                at = now;
                gapsMs.addLast(nowMs - movedMs);
                if (gapsMs.size() > GAPS) {
                    gapsMs.removeFirst();
                }
                movedMs = nowMs;
            }
        }

        long limitMs() {
            long median =
                    gapsMs.stream().sorted().skip(gapsMs.size() / 2).findFirst().orElse(0L);
            return Math.max(LEAST_MS, TIMES * median);
        }
    }

    private final Map<Integer, Rhythm> sources = new HashMap<>();
    private Rhythm announced;
    private String run = "";

    /**
     * Looks once more.
     *
     * @param nowMs milliseconds of a steady clock: a step of the wall clock makes nobody silent
     */
    void look(long nowMs, TallySnapshot tally) {
        String of = tally.about().map(header -> header.getRunId()).orElse("");
        if (!Objects.equals(run, of)) {
            run = of;
            sources.clear();
            announced = null;
        }
        tally.event()
                .sources()
                .forEach((source, emittedAt) -> sources.computeIfAbsent(source, first -> new Rhythm(emittedAt, nowMs))
                        .look(emittedAt, nowMs));
        long until = tally.event().newestAnnounced();
        if (announced == null) {
            announced = new Rhythm(until, nowMs);
        }
        announced.look(until, nowMs);
    }

    /** Whether a source is silent; one that has ended is not. */
    boolean isSilent(int source) {
        Rhythm its = sources.get(source);
        if (its == null) {
            return false;
        }
        long othersMovedMs = announced.movedMs;
        for (Map.Entry<Integer, Rhythm> other : sources.entrySet()) {
            if (other.getKey() != source) {
                othersMovedMs = Math.max(othersMovedMs, other.getValue().movedMs);
            }
        }
        return othersMovedMs - its.movedMs > its.limitMs();
    }
}
