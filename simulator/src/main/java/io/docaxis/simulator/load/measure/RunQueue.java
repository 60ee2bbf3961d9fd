package io.docaxis.simulator.load.measure;

import io.docaxis.simulator.process.Procfs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long this process' sending threads were ready to run and had no processor: waiting in the run queue, as Linux has it in
 * {@code schedstat}.
 *
 * @param atNs when it was looked, nanoseconds of any clock that the next look uses, too
 * @param threads those that send, by their numbers; none where the system does not say
 */
public record RunQueue(long atNs, Map<Long, Procfs.ThreadWait> threads) {

    /** How names begin of those that a rate depends on: they send, and their clients' threads send on. */
    private static final List<String> SENDERS = List.of("docaxis-source-", "kafka-producer-network-thread");

    /** Linux keeps this much of a name; newer Java versions shorten a longer one in its middle. */
    private static final int KEPT = 15;

    private static final int KEPT_BEFORE_DOTS = 7;

    /**
     * How a thread waited.
     *
     * @param share of wall time, 0 to 1
     * @param eachUs for how long each time that it was ready, on average, microseconds
     */
    public record Wait(double share, double eachUs) {}

    /** A look at this process' threads now. */
    public static RunQueue now(long atNs) {
        return of(atNs, Procfs.threadWaits(ProcessHandle.current().pid()));
    }

    static RunQueue of(long atNs, List<Procfs.ThreadWait> threads) {
        // a kernel that keeps no such figures shows zeros for every thread
        if (threads.stream().allMatch(thread -> thread.runNs() == 0)) {
            return new RunQueue(atNs, Map.of());
        }
        return new RunQueue(
                atNs,
                threads.stream()
                        .filter(thread -> SENDERS.stream().anyMatch(sender -> isNamed(thread.name(), sender)))
                        .collect(Collectors.toMap(Procfs.ThreadWait::id, Function.identity())));
    }

    private static boolean isNamed(String kept, String sender) {
        return kept.startsWith(sender.substring(0, Math.min(KEPT, sender.length())))
                || kept.length() == KEPT
                        && sender.length() > KEPT_BEFORE_DOTS
                        && kept.startsWith(sender.substring(0, KEPT_BEFORE_DOTS) + "..");
    }

    /** The thread that waited most since an earlier look, of those that were there both times; empty where none is known. */
    public Optional<Wait> worstSince(RunQueue before) {
        return threads.values().stream()
                .filter(thread -> before.threads.containsKey(thread.id()))
                .map(thread -> since(thread, before.threads.get(thread.id()), atNs - before.atNs))
                .max(Comparator.comparingDouble(Wait::share));
    }

    private static Wait since(Procfs.ThreadWait now, Procfs.ThreadWait then, double wallNs) {
        double waitedNs = now.waitNs() - then.waitNs();
        return new Wait(waitedNs / wallNs, waitedNs / Math.max(1, now.times() - then.times()) / 1e3);
    }
}
