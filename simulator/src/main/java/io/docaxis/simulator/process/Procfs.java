package io.docaxis.simulator.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What Linux says of processes and of the whole machine. Empty for a process that is gone, and on every other system. */
public final class Procfs {

    private static final Path ROOT = Path.of("/proc");
    /** Linux shows processor time in hundredths of a second to every program, whatever it counts in itself. */
    private static final long MS_A_TICK = 10;
    /** Positions in a process' line, counted from the field after its name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private Procfs() {}

    /** Processor time that a process has used, all threads together, milliseconds. */
    public static OptionalLong cpuMs(long pid) {
        String stat = text(ROOT.resolve(Long.toString(pid)).resolve("stat"));
        if (stat == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(processCpuMs(stat));
    }

    static long processCpuMs(String stat) {
        // the name may hold anything, parentheses and spaces among it
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MS_A_TICK;
    }

    /** The most memory that a process ever held, {@code VmHWM}. */
    public static OptionalLong peakBytes(long pid) {
        String status = text(ROOT.resolve(Long.toString(pid)).resolve("status"));
        if (status == null) {
            return OptionalLong.empty();
        }
        return status.lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    /**
     * Processor time used by all processes of the machine together, milliseconds; time that its hypervisor took away counts as
     * used, interrupts do not: on a loopback interface they belong to whoever sends.
     */
    public static OptionalLong machineCpuMs() {
        String stat = text(ROOT.resolve("stat"));
        return stat == null ? OptionalLong.empty() : OptionalLong.of(machineCpuMs(stat));
    }

    static long machineCpuMs(String stat) {
        String[] fields = stat.lines().findFirst().orElseThrow().split(" +");
        long user = Long.parseLong(fields[1]);
        long nice = Long.parseLong(fields[2]);
        long system = Long.parseLong(fields[3]);
        long stolen = fields.length > 8 ? Long.parseLong(fields[8]) : 0;
        return (user + nice + system + stolen) * MS_A_TICK;
    }

    /** Processors of the machine; 0 where unknown. */
    public static int processors() {
        String stat = text(ROOT.resolve("stat"));
        return stat == null
                ? 0
                : (int) stat.lines().filter(line -> line.matches("cpu\\d.*")).count();
    }

    /** Processor time by the names of a process' threads, milliseconds; threads that have ended are not in it. */
    public static List<ThreadTime> threads(long pid) {
        Path tasks = ROOT.resolve(Long.toString(pid)).resolve("task");
        try (var each = Files.list(tasks)) {
            return each.map(task -> text(task.resolve("stat")))
                    .filter(stat -> stat != null)
                    .map(stat -> new ThreadTime(
                            stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')), processCpuMs(stat)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** A thread's name, of which Linux keeps fifteen characters, and its processor time. */
    public record ThreadTime(String name, long cpuMs) {}

    /** How long each thread of a process ran and waited for a processor; none where the system does not say. */
    public static List<ThreadWait> threadWaits(long pid) {
        Path tasks = ROOT.resolve(Long.toString(pid)).resolve("task");
        try (var each = Files.list(tasks)) {
            return each.map(task -> threadWait(
                            Long.parseLong(task.getFileName().toString()),
                            text(task.resolve("comm")),
                            text(task.resolve("schedstat"))))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    static Optional<ThreadWait> threadWait(long id, String comm, String schedstat) {
        if (comm == null || schedstat == null) {
            return Optional.empty();
        }
        String[] fields = schedstat.strip().split(" ");
        return Optional.of(new ThreadWait(
                id,
                comm.stripTrailing(),
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2])));
    }

    /**
     * A thread's number and name, of which Linux keeps fifteen characters; how long it ran, and was ready and had no processor; and how many
     * times it was given one.
     */
    public record ThreadWait(long id, String name, long runNs, long waitNs, long times) {}

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }
}
