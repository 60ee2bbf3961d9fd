package io.docaxis.simulator.process;

import io.docaxis.simulator.Docaxis;
import io.docaxis.simulator.logging.LogLevels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How this program is started, so that its commands can be started again as processes of their own: same Java, same options
 * of the JVM, same classes.
 *
 * @param launcher the command line up to the program's own arguments, but for further options of the JVM
 * @param classes the rest of it: where the classes are, and which one to start
 */
record Program(List<String> launcher, List<String> classes) {

    /** SIGINT, number 2, in Linux' sets of signals. */
    private static final long INTERRUPT = 1 << 1;

    Program {
        launcher = List.copyOf(launcher);
        classes = List.copyOf(classes);
    }

    static Program ofThisProcess() {
        String classPath = System.getProperty("java.class.path");
        String started = System.getProperty("sun.java.command", "");
        boolean isJar = classPath.endsWith(".jar") && started.startsWith(classPath);
        boolean isProgram = isJar || started.split(" ", 2)[0].equals(Docaxis.class.getName());
        List<String> launcher = new ArrayList<>();
        if (ignoresInterrupts()) {
            launcher.addAll(List.of("env", "--default-signal=INT"));
        }
        launcher.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        launcher.addAll(isProgram ? optionsOfThisProcess() : shippedOptions());
        launcher.addAll(List.of("-Ddocaxis.terminal=false", "-Ddocaxis.charset=UTF-8"));
        launcher.addAll(LogLevels.jvmOptions());
        return new Program(launcher, classes(classPath, isJar));
    }

    /** What {@code ./docaxis load} gives Java besides, where the user does not say how large its heap is. */
    static List<String> loadOptions() {
        return options("/load.options");
    }

    /** @param isJar whether the class path is one jar that knows itself what to start */
    static List<String> classes(String classPath, boolean isJar) {
        return isJar ? List.of("-jar", classPath) : List.of("-cp", classPath, Docaxis.class.getName());
    }

    /** The command line that runs a command of this program, with further options of the JVM. */
    List<String> command(List<String> jvmOptions, List<String> arguments) {
        return Stream.of(launcher, Parent.jvmOption(), jvmOptions, classes, arguments)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> optionsOfThisProcess() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
                .toList();
    }

    /** Where this process is another program, as in tests. */
    static List<String> shippedOptions() {
        return options("/jvm.options");
    }

    private static List<String> options(String resource) {
        try (InputStream options = Program.class.getResourceAsStream(resource)) {
            return new String(options.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever is started in the background of a script ignores Ctrl-C, and so would everything started from here. */
    private static boolean ignoresInterrupts() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring(line.indexOf(':') + 1).strip(), 16))
                    .anyMatch(ignored -> (ignored & INTERRUPT) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
