package io.docaxis.simulator.load.measure;

import io.docaxis.simulator.process.Procfs;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long this process' sending threads were ready to run and had no processor: waiting in the run queue, as Linux has it in
 * {@code schedstat}. Threads are grouped by how their names begin.
 *
 * @param atNs when it was looked, nanoseconds of any clock that the next look uses, too
 * @param waits of each thread, by group; no groups where the system does not say
 */
public record RunQueue(long atNs, Map<String, List<Procfs.ThreadWait>> waits) {

    /** Of those threads a rate depends on: they send, and their clients' threads send on. */
    public static final List<String> SENDERS = List.of("docaxis-source-", "kafka-producer-network-thread");

    /** Linux keeps this much of a name; newer Java versions shorten a longer one in its middle. */
    private static final int KEPT = 15;

    private static final int KEPT_BEFORE_DOTS = 7;

    /** A look at this process' threads now. */
    public static RunQueue now(long atNs, List<String> prefixes) {
        return of(atNs, Procfs.threadWaits(ProcessHandle.current().pid()), prefixes);
    }

    static RunQueue of(long atNs, List<Procfs.ThreadWait> threads, List<String> prefixes) {
        Map<String, List<Procfs.ThreadWait>> waits = new LinkedHashMap<>();
        // a kernel that keeps no such figures shows zeros for every thread
        if (threads.stream().anyMatch(thread -> thread.runNs() > 0)) {
            for (String prefix : prefixes) {
                waits.put(
                        prefix,
                        threads.stream()
                                .filter(thread -> isNamed(thread.name(), prefix))
                                .toList());
            }
        }
        return new RunQueue(atNs, waits);
    }

    private static boolean isNamed(String kept, String prefix) {
        return kept.startsWith(prefix.substring(0, Math.min(KEPT, prefix.length())))
                || kept.length() == KEPT
                        && prefix.length() > KEPT_BEFORE_DOTS
                        && kept.startsWith(prefix.substring(0, KEPT_BEFORE_DOTS) + "..");
    }

    /**
     * The share of wall time that the threads of each group waited since an earlier look, 0 to 1: of those that were there both
     * times. Empty for a group that had none of them.
     */
    public Map<String, OptionalDouble> since(RunQueue before) {
        Map<String, OptionalDouble> shares = new LinkedHashMap<>();
        waits.forEach((prefix, threads) ->
                shares.put(prefix, share(threads, before.waits.getOrDefault(prefix, List.of()), atNs - before.atNs)));
        return shares;
    }

    private static OptionalDouble share(List<Procfs.ThreadWait> now, List<Procfs.ThreadWait> then, double wallNs) {
        Map<Long, Long> waitedNs = new HashMap<>();
        then.forEach(thread -> waitedNs.put(thread.id(), thread.waitNs()));
        List<Procfs.ThreadWait> both =
                now.stream().filter(thread -> waitedNs.containsKey(thread.id())).toList();
        long sumNs = both.stream()
                .mapToLong(thread -> thread.waitNs() - waitedNs.get(thread.id()))
                .sum();
        return both.isEmpty() || wallNs <= 0 ? OptionalDouble.empty() : OptionalDouble.of(sumNs / wallNs / both.size());
    }

    /** The greatest share of any group; empty where none is known. */
    public OptionalDouble worstSince(RunQueue before) {
        return since(before).values().stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
    }
}
