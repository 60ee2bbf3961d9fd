package io.docaxis.simulator.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * This program as a further process, with a command line of its own: what it printed and how it ended. It is killed at the latest when
 * this is closed, or within seconds of the end of this process. One thread.
 */
public final class ProgramProcess implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 20;
    private static final long LOOK_FOR_END_EVERY_MS = 250;
    private static final int LINES_SHOWN = 8;
    /** Seconds of processor time that a pipeline which hangs does not use while a wait lasts: it asks its broker for news, no more. */
    private static final long WORK_S = 10;
    /** Of a line that shows how far a command has come: the only part that changes while nothing else does. */
    private static final Pattern TIME_LEFT = Pattern.compile("  [^ ][^\\n]* left$");
    /** Warnings of Kafka's come again and again while nothing else does. */
    private static final Pattern OF_KAFKA = Pattern.compile("\\d\\d:\\d\\d:\\d\\d [A-Z]+ +Kafka: .*");

    private final String command;
    private final Process process;
    private final Path out;
    private final Path err;

    private ProgramProcess(String command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static ProgramProcess start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** Starts a command line with further options of the JVM. */
    public static ProgramProcess start(List<String> jvmOptions, String... arguments) {
        try {
            Path out = Files.createTempFile("docaxis-process-", ".out");
            Path err = Files.createTempFile("docaxis-process-", ".err");
            ProcessBuilder builder = new ProcessBuilder(Program.ofThisProcess().command(jvmOptions, List.of(arguments)))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            // what was meant for this JVM alone
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return new ProgramProcess(arguments[0], builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException("process '" + arguments[0] + "' did not start", e);
        }
    }

    /** Further options of the JVM that the launcher gives the command {@code load}. */
    public static List<String> optionsOfALoad() {
        return Program.loadOptions();
    }

    /** The first word of its command line. */
    public String command() {
        return command;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** The processes that it started and that still run. */
    public List<ProcessHandle> children() {
        return process.children().toList();
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
        while (!awaitEnd(Duration.ofMillis(LOOK_FOR_END_EVERY_MS))) {
            if (patience.isOver(this::progress)) {
                throw new NoEndException("still running, and nothing new for " + Patience.STANDSTILL.toSeconds()
                        + " s; it printed\n" + out() + err());
            }
        }
        return process.exitValue();
    }

    /** Waits for its end, good or bad, for so long at most; says whether it has come. */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits until it has printed something, as long as it makes progress.
     *
     * @throws ChildFailedException if it ends before, or neither says nor starts anything new
     */
    public Matcher awaitPrinted(Pattern pattern) throws InterruptedException {
        return await(pattern, out);
    }

    /** The same for what it says on its error stream. */
    public Matcher awaitSaid(Pattern pattern) throws InterruptedException {
        return await(pattern, err);
    }

    private Matcher await(Pattern pattern, Path stream) throws InterruptedException {
        Patience patience = new Patience();
        while (true) {
            // asked first: what it printed before it ended is all there then
            boolean alive = process.isAlive();
            Matcher matcher = pattern.matcher(read(stream));
            if (matcher.find()) {
                return matcher;
            }
            if (!alive || patience.isOver(this::progress)) {
                throw failed(alive ? "said nothing of '" + pattern + "'" : "ended");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** @throws ChildFailedException if it has ended with anything but success */
    public void requireNotFailed() {
        if (!process.isAlive() && process.exitValue() != 0) {
            throw failed("ended");
        }
    }

    private ChildFailedException failed(String what) {
        String with = process.isAlive() ? "" : " with exit code " + process.exitValue();
        String said = (tail(out()) + tail(err())).strip();
        return new ChildFailedException(
                "process '" + command + "' " + what + with + (said.isEmpty() ? "" : "; it said:\n" + said));
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())) + "\n";
    }

    /** What it said last on either stream, the processes it has, and what all of them have worked: more than waiting takes. */
    public List<Object> progress() {
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
