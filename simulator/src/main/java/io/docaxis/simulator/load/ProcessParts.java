package io.docaxis.simulator.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.docaxis.simulator.load.measure.UsageSample;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the parts of this process use of its machine, told apart by the names of their threads: sources, Kafka's producers, the consumer, the
 * embedded broker, other threads, and Java itself, which is the rest: compilers and the collection of garbage. One thread looks, once
 * a second.
 */
final class ProcessParts {

    /** The whole process. */
    static final String WHOLE = "process";

    static final String JAVA = "java itself";
    private static final String REST = "other threads";

    /** The first that fits. */
    private static final Map<String, Pattern> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("sources", Pattern.compile("docaxis-source.*"));
        PARTS.put(
                "consumer",
                Pattern.compile(".*(StreamThread|StateUpdater).*|docaxis-count.*|kafka-co(nsumer|ordinator-heart).*"));
        PARTS.put("producer client", Pattern.compile("kafka-producer-network-thread.*"));
        PARTS.put(
                "broker",
                Pattern.compile(
                        "(data-plane|kafka-(\\d|scheduler|log-cleaner)|quorum-|broker-|controller-|group-coord|share-|executor-"
                                + "|Expiration|transaction-|Txn|AddPart|raft-|metrics-meter|docaxis-broker|client-metrics).*"));
    }

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final GcPauses pauses;
    /** By thread: a thread that has ended takes nothing back. */
    private final Map<Long, Long> threadNs = new LinkedHashMap<>();

    private final Map<String, Long> partNs = new LinkedHashMap<>();
    private long processNs;
    private long gcMs;
    private long lookedAtNs;

    ProcessParts(GcPauses pauses, long nowNs) {
        this.pauses = pauses;
        look();
        gcMs = pauses.sumMs();
        lookedAtNs = nowNs;
    }

    /** What each part used since the last look. */
    List<UsageSample> sample(int second, long nowNs) {
        Map<String, Long> before = new LinkedHashMap<>(partNs);
        long processBefore = processNs;
        long gcBefore = gcMs;
        double elapsedNs = Math.max(1, nowNs - lookedAtNs);
        look();
        gcMs = pauses.sumMs();
        lookedAtNs = nowNs;
        List<UsageSample> samples = new ArrayList<>();
        long process = processNs - processBefore;
        samples.add(new UsageSample(
                second,
                WHOLE,
                OptionalDouble.of(process / elapsedNs),
                OptionalLong.of(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()),
                OptionalDouble.of((gcMs - gcBefore) * 1e6 / elapsedNs)));
        long known = 0;
        for (Map.Entry<String, Long> part : partNs.entrySet()) {
            long used = part.getValue() - before.getOrDefault(part.getKey(), 0L);
            known += used;
            samples.add(cpu(second, part.getKey(), used / elapsedNs));
        }
        // the two are not read at one instant
        samples.add(cpu(second, JAVA, Math.max(0, process - known) / elapsedNs));
        return samples;
    }

    private static UsageSample cpu(int second, String part, double processors) {
        return new UsageSample(
                second, part, OptionalDouble.of(processors), OptionalLong.empty(), OptionalDouble.empty());
    }

    private void look() {
        processNs = system.getProcessCpuTime();
        long[] ids = threads.getAllThreadIds();
        long[] usedNs = threads.getThreadCpuTime(ids);
        var names = threads.getThreadInfo(ids);
        Map<Long, Long> now = new LinkedHashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (usedNs[i] >= 0 && names[i] != null) {
                now.put(ids[i], usedNs[i]);
                partNs.merge(part(names[i].getThreadName()), usedNs[i] - threadNs.getOrDefault(ids[i], 0L), Long::sum);
            }
        }
        threadNs.clear();
        threadNs.putAll(now);
    }

    static String part(String thread) {
        return PARTS.entrySet().stream()
                .filter(part -> part.getValue().matcher(thread).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(REST);
    }
}
