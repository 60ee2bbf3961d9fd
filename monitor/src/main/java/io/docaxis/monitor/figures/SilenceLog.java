package io.docaxis.monitor.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;

/**
 * Which agencies of level 1 were silent, and when: one run, in the order in which it was noticed. It keeps some thousands; of more, those that were over first
 * are forgotten. Pure. One thread looks, any may read.
 */
final class SilenceLog {

    private static final int MOST = 2_000;

    private final int most;
    private String run = "";
    private volatile List<SilentSpell> spells = List.of();
    /** Watermark of the first look; null before. */
    private volatile Long since;

    SilenceLog() {
        this(MOST);
    }

    SilenceLog(int most) {
        this.most = most;
    }

    /** What is known of a run that is another than before begins here. */
    void follow(String runId) {
        if (!Objects.equals(run, runId)) {
            run = runId;
            spells = List.of();
            since = null;
        }
    }

    /**
     * Looks once more.
     *
     * @param watermark empty: nobody knows who is silent, and what was so stays so
     * @param silence by number of the agency
     * @param lastAt when an agency's last report came
     */
    void look(OptionalLong watermark, List<Silence> silence, IntToLongFunction lastAt) {
        if (watermark.isEmpty()) {
            return;
        }
        if (since == null) {
            since = watermark.getAsLong();
        }
        List<SilentSpell> now = new ArrayList<>(spells);
        for (int agency = 0; agency < silence.size(); agency++) {
            look(now, agency, silence.get(agency), watermark.getAsLong(), lastAt);
        }
        if (!now.equals(spells)) {
            forget(now);
            spells = List.copyOf(now);
        }
    }

    private static void look(
            List<SilentSpell> spells, int agency, Silence silence, long watermark, IntToLongFunction lastAt) {
        int last = last(spells, agency);
        boolean isOpen = last >= 0 && spells.get(last).until().isEmpty();
        if (silence == Silence.HEARD && isOpen) {
            spells.set(last, spells.get(last).endedAt(watermark));
        } else if (silence == Silence.SILENT && !isOpen) {
            long from = Math.min(lastAt.applyAsLong(agency), watermark);
            if (last >= 0 && spells.get(last).from() == from) {
                // it owed nothing for a while
                spells.set(last, spells.get(last).again());
            } else {
                spells.add(new SilentSpell(agency, from, watermark, OptionalLong.empty()));
            }
        }
    }

    private static int last(List<SilentSpell> spells, int agency) {
        for (int i = spells.size() - 1; i >= 0; i--) {
            if (spells.get(i).agency() == agency) {
                return i;
            }
        }
        return -1;
    }

    private void forget(List<SilentSpell> spells) {
        for (int i = 0; spells.size() > most && i < spells.size(); ) {
            if (spells.get(i).until().isPresent()) {
                spells.remove(i);
            } else {
                i++;
            }
        }
    }

    /** Watermark from which on the run was looked at; empty: it was not yet. */
    OptionalLong since() {
        Long first = since;
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** Those that are known, in the order in which they were noticed. Immutable. */
    List<SilentSpell> spells() {
        return spells;
    }
}
