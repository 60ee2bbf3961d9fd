package io.docaxis.monitor.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the looks at one group have shown, and the health that follows. One thread at a time. */
final class GroupHistory {

    /** Fewer looks are no history. */
    static final int LEARNT = 20;
    /** After so long without a look the history begins anew. */
    static final long FORGOTTEN_MS = 600_000;

    private static final int REGULAR = 3;

    private final String group;
    private final long regularMs;
    private final Map<PartitionName, PartitionHistory> partitions = new HashMap<>();
    private HeldHealth health = new HeldHealth();
    private GroupLife life = new GroupLife();
    private int looks;
    private long lookedMs = Long.MIN_VALUE;
    private long knownMs;
    private long movedMs;

    /** @param intervalMs how often somebody looks */
    GroupHistory(String group, long intervalMs) {
        this.group = group;
        regularMs = REGULAR * intervalMs;
    }

    /** @param ends of each partition, which have this look */
    GroupReport look(GroupLook look, Function<PartitionName, EndHistory> ends) {
        long nowMs = look.time().answeredMs();
        if (lookedMs != Long.MIN_VALUE && nowMs - lookedMs > Math.max(FORGOTTEN_MS, regularMs)) {
            forget();
        }
        lookedMs = nowMs;
        if (!look.answered()) {
            return new GroupReport(group, health.settle(unanswered(look)), Drain.UNKNOWN, List.of());
        }
        List<PartitionHistory> seen = take(look, ends, nowMs);
        Diagnosis diagnosis = health.settle(diagnosis(look, seen, nowMs));
        return new GroupReport(
                group,
                diagnosis,
                seen.stream()
                        .filter(partition -> !partition.isKnown() || partition.isCommitted())
                        .map(PartitionHistory::drain)
                        .reduce(Drain::orSlower)
                        .orElse(Drain.UNKNOWN),
                seen.stream().map(PartitionHistory::report).toList());
    }

    /** Those of the newest look that found any. */
    Set<PartitionName> partitions() {
        return partitions.keySet();
    }

    private void forget() {
        partitions.clear();
        health = new HeldHealth();
        life = new GroupLife();
        looks = 0;
    }

    private List<PartitionHistory> take(GroupLook look, Function<PartitionName, EndHistory> ends, long nowMs) {
        looks++;
        List<PartitionHistory> seen = new ArrayList<>(look.partitions().size());
        boolean moved = false;
        boolean isLeft = look.members().isPresent() && look.members().getAsInt() == 0;
        for (PartitionLook at : look.partitions()) {
            PartitionHistory partition = partitions.computeIfAbsent(at.partition(), PartitionHistory::new);
            if (partition.isOfAnotherLog(at)) {
                partition = new PartitionHistory(at.partition());
                partitions.put(at.partition(), partition);
            }
            moved |= partition.look(at, look.time(), isLeft, looks, regularMs, ends.apply(at.partition()));
            seen.add(partition);
        }
        if (partitions.size() > seen.size()) {
            Set<PartitionName> there =
                    look.partitions().stream().map(PartitionLook::partition).collect(Collectors.toSet());
            partitions.keySet().retainAll(there);
        }
        if (moved || looks == 1) {
            movedMs = nowMs;
        }
        if (moved || look.members().isPresent()) {
            // a silence is no time in which it was watched
            life.look(moved || look.members().getAsInt() > 0, looks == 1 ? 0 : Math.min(nowMs - knownMs, regularMs));
        }
        knownMs = nowMs;
        return seen;
    }

    private Diagnosis diagnosis(GroupLook look, List<PartitionHistory> seen, long nowMs) {
        List<PartitionHistory> committed =
                seen.stream().filter(PartitionHistory::isCommitted).toList();
        List<PartitionHistory> unknown =
                seen.stream().filter(partition -> !partition.isKnown()).toList();
        Optional<Diagnosis> found = firstRule(look, committed, nowMs);
        if (!unknown.isEmpty()
                && found.filter(trouble -> trouble.health().isTrouble()).isEmpty()) {
            return unknown(look, unknown, seen.size());
        }
        return found.orElseGet(() -> looks < LEARNT ? Wellness.learning(look, looks) : Wellness.of(look, committed));
    }

    private Optional<Diagnosis> firstRule(GroupLook look, List<PartitionHistory> committed, long nowMs) {
        Situation.Life lived = life.asOf(look.time(), committed);
        List<Situation> all = committed.stream()
                .map(partition -> new Situation(looks, look.time(), look.members(), nowMs - movedMs, lived, partition))
                .toList();
        for (Rule rule : HealthRules.ALL) {
            if (rule.history() && looks < LEARNT) {
                continue;
            }
            Situation worst = null;
            double most = 0;
            for (Situation at : all) {
                double weight = rule.weight().applyAsDouble(at);
                if (weight > most) {
                    most = weight;
                    worst = at;
                }
            }
            if (worst != null) {
                return Optional.of(new Diagnosis(
                        rule.health(),
                        look.time().wallMs(),
                        Optional.of(worst.partition().name()),
                        rule.figures().apply(worst),
                        rule.why().apply(worst),
                        rule.advice()));
            }
        }
        return Optional.empty();
    }

    private static Diagnosis unanswered(GroupLook look) {
        return new Diagnosis(
                Health.UNKNOWN,
                look.time().wallMs(),
                Optional.empty(),
                new TreeMap<>(),
                "the group's commits could not be learnt",
                "See why the monitor's requests fail: whether the cluster answers, and whether the monitor may describe the group.");
    }

    private static Diagnosis unknown(GroupLook look, List<PartitionHistory> unknown, int all) {
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put("unknown_partitions", (double) unknown.size());
        figures.put("partitions", (double) all);
        PartitionName first = unknown.get(0).name();
        return new Diagnosis(
                Health.UNKNOWN,
                look.time().wallMs(),
                Optional.of(first),
                figures,
                "nobody answers for " + unknown.size() + " of " + all + " partitions, " + first + " among them",
                "See why the monitor's requests fail: whether the partition's leader answers, and whether the monitor may describe the"
                        + " topic.");
    }
}
