package io.docaxis.monitor.group;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Uuid;

/**
 * Which prefixes are docaxis'. Anybody may have topics of such names, so a prefix is one only once something that docaxis writes was read in
 * them; that is tried once a minute at most, and at once where a topic is another. One thread at a time.
 */
final class PrefixesSeen {

    private static final long AGAIN_NS = Duration.ofMinutes(1).toNanos();
    /** In one round. */
    private static final int MOST = 20;

    /** Topics of one prefix. */
    record Candidate(String prefix, Uuid events, Uuid tally) {}

    /** Reads what is in them. */
    interface Reading {
        /** Those in which something of docaxis was found. */
        Set<Candidate> ours(Set<Candidate> candidates) throws InterruptedException;
    }

    private final LongSupplier clockNs;
    private final Reading reading;
    /** When they were read last; null: they are ours. */
    private final Map<Candidate, Long> looked = new HashMap<>();

    PrefixesSeen(LongSupplier clockNs, Reading reading) {
        this.clockNs = clockNs;
        this.reading = reading;
    }

    /** Those among them that are known to be docaxis' now. */
    Set<String> of(Set<Candidate> candidates) throws InterruptedException {
        looked.keySet().retainAll(candidates);
        Set<Candidate> due = new HashSet<>();
        candidates.stream().filter(this::isDue).limit(MOST).forEach(due::add);
        if (!due.isEmpty()) {
            due.forEach(candidate -> looked.put(candidate, clockNs.getAsLong()));
            reading.ours(due).forEach(candidate -> looked.put(candidate, null));
        }
        Set<String> ours = new TreeSet<>();
        looked.forEach((candidate, lookedNs) -> {
            if (lookedNs == null) {
                ours.add(candidate.prefix());
            }
        });
        return ours;
    }

    private boolean isDue(Candidate candidate) {
        return looked.containsKey(candidate)
                ? looked.get(candidate) != null && clockNs.getAsLong() - looked.get(candidate) >= AGAIN_NS
                : true;
    }
}
