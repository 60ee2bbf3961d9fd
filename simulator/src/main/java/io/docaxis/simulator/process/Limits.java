package io.docaxis.simulator.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the machine allows this process, where that is too little: Java itself would say so with the first class that it cannot load. */
public final class Limits {

    /** Some 150 jars, and the segments of a broker's topics. */
    static final long LEAST_FILES = 1_024;

    private static final Path LIMITS = Path.of("/proc/self/limits");
    /** Soft and hard; Java raises the first to the second. */
    private static final Pattern FILES = Pattern.compile("(?m)^Max open files +\\S+ +(\\d+) ");

    private Limits() {}

    /** Why this process cannot work; empty if it can, or nobody says. */
    public static Optional<String> problem() {
        try {
            return Files.exists(LIMITS) ? problem(Files.readString(LIMITS)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<String> problem(String limits) {
        Matcher files = FILES.matcher(limits);
        return files.find() && Long.parseLong(files.group(1)) < LEAST_FILES
                ? Optional.of("only " + files.group(1) + " files may be open at once ('ulimit -n'); want " + LEAST_FILES
                        + " or more")
                : Optional.empty();
    }
}
