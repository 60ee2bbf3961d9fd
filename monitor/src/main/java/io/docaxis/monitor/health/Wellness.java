package io.docaxis.monitor.health;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is said of a group that no rule finds anything about. */
final class Wellness {

    private static final String NOTHING_TO_DO = "Nothing has to be done.";

    private Wellness() {}

    static Diagnosis learning(GroupLook look, int looks) {
        SortedMap<String, Double> figures = new TreeMap<>();
        figures.put("looks", (double) looks);
        return of(
                look,
                Health.LEARNING,
                figures,
                looks + " of " + GroupHistory.LEARNT + " looks that a history needs",
                "Wait.");
    }

    /** @param committed the partitions that it has commits in */
    static Diagnosis of(GroupLook look, List<PartitionHistory> committed) {
        SortedMap<String, Double> figures = new TreeMap<>();
        double readable = committed.stream()
                .filter(PartitionHistory::isUnread)
                .mapToLong(partition -> partition.position().readable())
                .sum();
        double ageS = committed.stream()
                .mapToDouble(partition -> partition.ageMs() / 1000)
                .max()
                .orElse(0);
        long beyond = committed.stream().filter(PartitionHistory::isBeyondEnd).count();
        long lost = committed.stream()
                .mapToLong(partition -> partition.position().lost())
                .sum();
        figures.put("readable_records", readable);
        boolean isAgeKnown = committed.stream()
                .allMatch(partition ->
                        partition.timeLag().seconds(look.time().wallMs()).isPresent());
        if (isAgeKnown) {
            figures.put("age_seconds", ageS);
        }
        if (committed.isEmpty()) {
            return of(look, Health.IDLE, figures, "the group has committed nothing that is seen", NOTHING_TO_DO);
        }
        if (lost > 0) {
            figures.put("lost_records", (double) lost);
        }
        if (beyond > 0) {
            figures.put("beyond_end_partitions", (double) beyond);
            return of(
                    look,
                    Health.OK,
                    figures,
                    "in " + Spans.count(beyond, "partition") + " the commit is beyond the end of the log",
                    "Find out whether the topic lost its end or was made anew; the group reads nothing there until its offsets are reset.");
        }
        if (readable == 0 && committed.stream().allMatch(PartitionHistory::isQuiet)) {
            return of(
                    look,
                    Health.IDLE,
                    figures,
                    read(lost) + ", and nothing has come for " + Spans.of(PartitionHistory.QUIET_MS / 1000.0)
                            + " or since it is watched",
                    NOTHING_TO_DO);
        }
        return of(
                look,
                Health.OK,
                figures,
                readable == 0
                        ? read(lost)
                        : Spans.count(readable, "record") + " to read" + oldest(readable, ageS, isAgeKnown),
                NOTHING_TO_DO);
    }

    /** Of a group that has nothing to read. */
    private static String read(long lost) {
        return lost == 0
                ? "everything was read"
                : "nothing is left to read, " + Spans.count(lost, "record") + " deleted unread";
    }

    private static String oldest(double readable, double ageS, boolean isKnown) {
        return isKnown ? (readable == 1 ? ", " : ", the first of them ") + Spans.of(ageS) + " old" : "";
    }

    private static Diagnosis of(
            GroupLook look, Health health, SortedMap<String, Double> figures, String why, String advice) {
        return new Diagnosis(health, look.time().wallMs(), Optional.empty(), figures, why, advice);
    }
}
