package io.docaxis.simulator.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks at processes and at the whole machine ten times a second, on a thread of its own, so that afterwards it can be
 * said what each used between any two instants. This process is always among them, as {@link #SELF}. Thread-safe.
 */
public final class Meter implements AutoCloseable {

    /** The role of this process. */
    public static final String SELF = "session";

    private static final long EVERY_MS = 100;

    private static final class Followed {
        final long pid;
        final Readings cpuMs = new Readings();
        OptionalLong peakBytes = OptionalLong.empty();

        Followed(long pid) {
            this.pid = pid;
        }
    }

    private final Map<String, Followed> followed = new LinkedHashMap<>();
    private final Readings machine = new Readings();
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "docaxis-meter");

    private Meter() {}

    public static Meter started() {
        Meter meter = new Meter();
        meter.follow(SELF, ProcessHandle.current().pid());
        meter.thread.setDaemon(true);
        meter.thread.start();
        return meter;
    }

    /** Follows a process from now on. */
    public void follow(String role, long pid) {
        lock.lock();
        try {
            followed.put(role, new Followed(pid));
        } finally {
            lock.unlock();
        }
        look();
    }

    /** What was used between two instants of the wall clock. */
    public Usage between(long fromMs, long toMs) {
        look();
        lock.lock();
        try {
            Map<String, Double> seconds = new LinkedHashMap<>();
            Map<String, Long> peaks = new LinkedHashMap<>();
            followed.forEach((role, process) -> {
                process.cpuMs.between(fromMs, toMs).ifPresent(used -> seconds.put(role, used / 1000));
                process.peakBytes.ifPresent(bytes -> peaks.put(role, bytes));
            });
            double own =
                    seconds.values().stream().mapToDouble(Double::doubleValue).sum();
            OptionalDouble all = machine.between(fromMs, toMs);
            double capacity = (toMs - fromMs) / 1000.0 * Procfs.processors();
            OptionalDouble others = all.isPresent() && capacity > 0
                    ? OptionalDouble.of(Math.max(0, all.getAsDouble() / 1000 - own) / capacity)
                    : OptionalDouble.empty();
            return new Usage((toMs - fromMs) / 1000.0, seconds, peaks, others);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        lock.lock();
        try {
            long nowMs = System.currentTimeMillis();
            for (Followed process : followed.values()) {
                Procfs.cpuMs(process.pid).ifPresent(used -> process.cpuMs.add(nowMs, used));
                OptionalLong peak = Procfs.peakBytes(process.pid);
                process.peakBytes = peak.isPresent() ? peak : process.peakBytes;
            }
            Procfs.machineCpuMs().ifPresent(used -> machine.add(nowMs, used));
        } finally {
            lock.unlock();
        }
    }
}
