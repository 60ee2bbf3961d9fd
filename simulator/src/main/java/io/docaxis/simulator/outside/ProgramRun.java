package io.docaxis.simulator.outside;

import io.docaxis.simulator.Docaxis;
import io.docaxis.simulator.logging.LogLevels;
import io.docaxis.simulator.process.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program that runs here, as a further process with a command line of its own: what it printed and how it ended. It ends
 * at the latest when this is closed.
 */
public final class ProgramRun implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 250;
    /** Seconds of processor time that a pipeline which hangs does not use while a wait lasts: it asks its broker for news, no more. */
    private static final long WORK_S = 10;
    /** Of a line that shows how far a command has come: the only part that changes while nothing else does. */
    private static final Pattern TIME_LEFT = Pattern.compile("  [^ ][^\\n]* left$");
    /** Warnings of Kafka's come again and again while nothing else does. */
    private static final Pattern OF_KAFKA = Pattern.compile("\\d\\d:\\d\\d:\\d\\d [A-Z]+ +Kafka: .*");
    /** SIGINT, number 2, in Linux' sets of signals. */
    private static final long INTERRUPT = 1 << 1;

    private final Process process;
    private final Path out;
    private final Path err;

    private ProgramRun(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static ProgramRun start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** Starts a command line with further options of the JVM. */
    public static ProgramRun start(List<String> jvmOptions, String... arguments) {
        try {
            List<String> command = new ArrayList<>();
            if (ignoresInterrupts()) {
                command.addAll(List.of("env", "--default-signal=INT"));
            }
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of("-Xmx1g", "-XX:+UseParallelGC", "-Ddocaxis.terminal=false", "-Ddocaxis.charset=UTF-8"));
            command.addAll(LogLevels.jvmOptions());
            command.addAll(jvmOptions);
            command.addAll(program());
            command.addAll(List.of(arguments));
            Path out = Files.createTempFile("docaxis-process-", ".out");
            Path err = Files.createTempFile("docaxis-process-", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            // what was meant for this JVM alone
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return new ProgramRun(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same jar or class path that this process was started with. */
    private static List<String> program() {
        String classPath = System.getProperty("java.class.path");
        boolean jar = classPath.endsWith(".jar") && Files.isRegularFile(Path.of(classPath));
        return jar ? List.of("-jar", classPath) : List.of("-cp", classPath, Docaxis.class.getName());
    }

    /** Whoever is started in the background of a script ignores Ctrl-C, and so would everything started from here. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring(line.indexOf(':') + 1).strip(), 16))
                    .anyMatch(ignored -> (ignored & INTERRUPT) != 0);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Sends a signal (INT, TERM, STOP, CONT, …) as a terminal or a supervisor would. */
    public void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as {@code kill -9} does, stopped or not; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Waits for the end, as long as it makes progress, and returns the exit code.
     *
     * @throws NoEndException if it neither ends nor says or starts anything new
     */
    public int exitCode() throws InterruptedException {
        Patience patience = new Patience();
        while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
            if (patience.isOver(this::standing)) {
                throw new NoEndException("still running, and nothing new for " + Patience.STANDSTILL.toSeconds()
                        + " s; it printed\n" + out() + err());
            }
        }
        return process.exitValue();
    }

    /** What it said last on either stream, the processes it has, and what all of them have worked: more than waiting takes. */
    public List<Object> standing() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        long workedS = all.stream()
                .map(each -> each.info().totalCpuDuration())
                .mapToLong(worked -> worked.map(Duration::toSeconds).orElse(0L))
                .sum();
        return List.of(
                lastLine(out()),
                lastLine(err()),
                all.stream().map(ProcessHandle::pid).sorted().toList(),
                workedS / WORK_S);
    }

    private static String lastLine(String text) {
        return TIME_LEFT
                .matcher(text.lines()
                        .filter(line -> !OF_KAFKA.matcher(line).matches())
                        .reduce((before, last) -> last)
                        .orElse(""))
                .replaceFirst("");
    }

    /** The processes that it started and that still run. */
    public List<ProcessHandle> children() {
        return process.children().toList();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** What it has printed. */
    public String out() {
        return read(out);
    }

    /** What it has complained about. */
    public String err() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        Stream.of(out, err).forEach(file -> file.toFile().delete());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
