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

/** A process that this one started, with what it prints kept in files. Closing it kills it, if it still runs. One thread. */
public final class Child implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 20;
    private static final int LINES_SHOWN = 8;

    private final String name;
    private final Process process;
    private final Path out;
    private final Path err;

    private Child(String name, Process process, Path out, Path err) {
        this.name = name;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts a process.
     *
     * @param name of its two output files, and in messages
     * @param directory where these are written
     */
    public static Child start(String name, Path directory, List<String> command) {
        Path out = directory.resolve(name + ".out");
        Path err = directory.resolve(name + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // options of whoever started this process are on the command line already
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        try {
            return new Child(name, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException("process '" + name + "' did not start", e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until it has printed something.
     *
     * @throws ChildFailedException if it ends before, or does not in time
     */
    public Matcher awaitPrinted(Pattern pattern, Duration patience) throws InterruptedException {
        return await(pattern, out, patience);
    }

    /** The same for what it says on its error stream. */
    public Matcher awaitSaid(Pattern pattern, Duration patience) throws InterruptedException {
        return await(pattern, err, patience);
    }

    private Matcher await(Pattern pattern, Path stream, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            // asked first: what it printed before it ended is all there then
            boolean alive = process.isAlive();
            Matcher matcher = pattern.matcher(read(stream));
            if (matcher.find()) {
                return matcher;
            }
            if (!alive || System.nanoTime() > until) {
                throw failed(alive ? "said nothing of '" + pattern + "'" : "ended");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** Waits for its end, good or bad, for so long at most. */
    public void awaitEnd(Duration patience) throws InterruptedException {
        process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws ChildFailedException if it has ended with anything but success */
    public void requireNotFailed() {
        if (!process.isAlive() && process.exitValue() != 0) {
            throw failed("ended");
        }
    }

    /** Asks it to end, waits, and kills it where it does not. */
    public void stop(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends it without giving it a chance to put anything in order, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private ChildFailedException failed(String what) {
        String with = process.isAlive() ? "" : " with exit code " + process.exitValue();
        String said = (tail(out()) + tail(err())).strip();
        return new ChildFailedException(
                "process '" + name + "' " + what + with + (said.isEmpty() ? "" : "; it said:\n" + said));
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())) + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
