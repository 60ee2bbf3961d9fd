package io.docaxis.simulator.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What this process runs on, as the system says it. */
public record Machine(String os, String arch, int processors, OptionalLong memoryBytes, String java) {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    public static Machine here() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                kibibytes(MEMORY, "MemTotal:"),
                Runtime.version().toString());
    }

    /** The most memory this process ever held, {@code VmHWM}; empty where the system does not say. */
    public static OptionalLong peakRssBytes() {
        return kibibytes(STATUS, "VmHWM:");
    }

    private static OptionalLong kibibytes(Path file, String name) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        for (String line : lines) {
            if (line.startsWith(name)) {
                String[] words = line.substring(name.length()).trim().split("\\s+");
                return OptionalLong.of(Long.parseLong(words[0]) << 10);
            }
        }
        return OptionalLong.empty();
    }
}
