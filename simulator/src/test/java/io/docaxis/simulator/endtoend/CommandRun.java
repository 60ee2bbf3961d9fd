package io.docaxis.simulator.endtoend;

import io.docaxis.simulator.Docaxis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shipped program as a process of its own, seen from outside: what it printed and how it ended. */
final class CommandRun implements AutoCloseable {

    private static final long PATIENCE_S = 180;
    /** SIGINT, number 2, in Linux' sets of signals. */
    private static final long INTERRUPT = 1 << 1;

    private final Process process;
    private final Path out;
    private final Path err;

    private CommandRun(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command line with further options of the JVM. */
    static CommandRun start(List<String> jvmOptions, String... arguments) {
        try {
            Path out = Files.createTempFile("docaxis-test-", ".out");
            Path err = Files.createTempFile("docaxis-test-", ".err");
            List<String> command = new ArrayList<>();
            if (ignoresInterrupts()) {
                command.addAll(List.of("env", "--default-signal=INT"));
            }
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx1g", "-XX:+UseParallelGC", "-Ddocaxis.terminal=false"));
            command.addAll(jvmOptions);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Docaxis.class.getName()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            // a test runner's own options are not the program's
            Map<String, String> environment = builder.environment();
            environment.remove("JAVA_TOOL_OPTIONS");
            return new CommandRun(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    static CommandRun start(String... arguments) {
        return start(List.of(), arguments);
    }

    /** Sends a signal as a terminal or a supervisor would. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + PATIENCE_S + " s; it printed\n" + out() + err());
        }
        return process.exitValue();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
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
