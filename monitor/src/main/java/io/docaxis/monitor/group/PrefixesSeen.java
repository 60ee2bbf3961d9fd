package io.docaxis.monitor.group;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * Which prefixes are docaxis'. Anybody may have topics of such names, so a prefix is one only once something that docaxis writes was read in
 * them. Topics with other records are tried once a minute at most, empty ones in every round: they may have been made just now. Of many,
 * those come first that were not tried for the longest time. One thread at a time.
 */
final class PrefixesSeen {

    private static final long AGAIN_NS = Duration.ofMinutes(1).toNanos();
    /** In one round. */
    private static final int MOST = 20;

    /** Topics of one prefix. */
    record Candidate(String prefix, Uuid events, Uuid tally) {}

    /** What was found in the topics of a prefix. */
    enum Found {
        /** Something of docaxis. */
        OURS,
        /** Nothing of docaxis among what could be read. */
        OTHER,
        /** No records at all, or nobody who could be asked yet. */
        EMPTY
    }

    /** Reads what is in them. */
    interface Reading {
        /** What was found in each of them. */
        Map<Candidate, Found> read(Set<Candidate> candidates) throws InterruptedException;
    }

    /** One try. */
    private record Look(long atNs, Found found) {}

    private final LongSupplier clockNs;
    private final Reading reading;
    private final Map<Candidate, Look> looks = new HashMap<>();

    PrefixesSeen(LongSupplier clockNs, Reading reading) {
        this.clockNs = clockNs;
        this.reading = reading;
    }

    /** Those among them that are known to be docaxis' now. */
    Set<String> of(Set<Candidate> candidates) throws InterruptedException {
        looks.keySet().retainAll(candidates);
        long nowNs = clockNs.getAsLong();
        Set<Candidate> due = candidates.stream()
                .filter(candidate -> isDue(candidate, nowNs))
                .sorted(Comparator.comparingLong((Candidate candidate) -> agoNs(candidate, nowNs))
                        .reversed())
                .limit(MOST)
                .collect(Collectors.toSet());
        if (!due.isEmpty()) {
            // should reading fail, they wait as well
            due.forEach(candidate -> looks.put(candidate, new Look(nowNs, Found.OTHER)));
            reading.read(due).forEach((candidate, found) -> looks.put(candidate, new Look(nowNs, found)));
        }
        Set<String> ours = new TreeSet<>();
        looks.forEach((candidate, look) -> {
            if (look.found == Found.OURS) {
                ours.add(candidate.prefix());
            }
        });
        return ours;
    }

    private boolean isDue(Candidate candidate, long nowNs) {
        Look look = looks.get(candidate);
        return look == null || look.found == Found.EMPTY || look.found == Found.OTHER && nowNs - look.atNs >= AGAIN_NS;
    }

    private long agoNs(Candidate candidate, long nowNs) {
        Look look = looks.get(candidate);
        return look == null ? Long.MAX_VALUE : nowNs - look.atNs;
    }
}
