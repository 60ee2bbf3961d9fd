package io.docaxis.simulator.observability;

import io.docaxis.simulator.Skipping;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the Prometheus project, where this machine has it. */
final class Tool {

    /** What the checkout has for operators. */
    static final Path SHIPPED = Path.of("../observability").toAbsolutePath().normalize();

    /** What it printed, and whether it was content. */
    record Ended(int code, String printed) {}

    private final Path program;

    private Tool(Path program) {
        this.program = program;
    }

    /**
     * The first of them that there is; else the test is skipped.
     *
     * @param test its name, for whoever reads why it is skipped
     * @param names under which it may be installed
     */
    static Tool of(String test, String... names) {
        Optional<Path> found = Stream.of(names).flatMap(Tool::onPath).findFirst();
        Skipping.because(
                test,
                found.isPresent()
                        ? null
                        : "there is no " + names[0] + " (Debian: prometheus, prometheus-alertmanager)");
        return new Tool(found.orElseThrow());
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable);
    }

    /** Runs it to its end among the shipped files. */
    Ended run(String... arguments) {
        return read("", arguments);
    }

    /** Runs it to its end among the shipped files, with a text to read. */
    Ended read(String input, String... arguments) {
        try {
            Path in = Files.writeString(Files.createTempFile("docaxis-tool-", ".txt"), input);
            try {
                Process process = builder(arguments).redirectInput(in.toFile()).start();
                String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Ended(process.waitFor(), printed);
            } finally {
                Files.delete(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it among the shipped files; what it prints goes to a file. */
    Process start(Path log, String... arguments) throws IOException {
        return builder(arguments).redirectOutput(log.toFile()).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(SHIPPED.toFile()).redirectErrorStream(true);
    }
}
