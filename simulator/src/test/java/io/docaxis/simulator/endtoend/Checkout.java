package io.docaxis.simulator.endtoend;

import io.docaxis.simulator.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A checkout that was built, in a directory of a test: the launcher, its options, and the jar of this build or a stand-in for Java. */
final class Checkout {

    /** What a launcher left behind. */
    record Ended(int code, String out, String err) {}

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private final Path home;
    private final Path app;

    private Checkout(Path home) {
        this.home = home;
        this.app = home.resolve("simulator/target/app");
    }

    /** Makes one whose launcher need not build. */
    static Checkout in(Path home) throws IOException {
        Checkout checkout = new Checkout(Files.createDirectories(home));
        Files.createDirectories(checkout.app);
        Files.copy(ROOT.resolve("docaxis"), checkout.launcher());
        for (String options : List.of("simulator/jvm.options", "simulator/load.options")) {
            Files.copy(ROOT.resolve(options), home.resolve(options));
        }
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path jar = built.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(jar, checkout.app.resolve(jar.getFileName()));
        }
        Files.createFile(checkout.app.resolve(".built"));
        return checkout;
    }

    Path launcher() {
        return home.resolve("docaxis");
    }

    Path jar() throws IOException {
        try (Stream<Path> files = Files.list(app)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A directory with a Java that says it is of a release, and otherwise prints its arguments, each on a line of its own. */
    static Path javaThatTells(Path directory, String release) throws IOException {
        Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\ncase \"$*\" in\n*-version*) echo 'openjdk version \"" + release
                        + "\"' >&2 ;;\n*) printf '%s\\n' \"$@\" ;;\nesac\n");
        if (!java.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + java);
        }
        return directory;
    }

    /** Runs a line of a shell from a directory, with such variables beside those of this process, which has no locale. */
    static Ended shell(Path from, Map<String, String> variables, String... command) throws IOException {
        Path out = Files.createTempFile("docaxis-launcher-", ".out");
        Path err = Files.createTempFile("docaxis-launcher-", ".err");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "LC_ALL", "LC_CTYPE", "LANG"));
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            Waiting.until("the launcher to end", () -> Files.size(out) + Files.size(err), () -> !process.isAlive());
            return new Ended(process.exitValue(), read(out), read(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
