package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Committed texts that a test's output must equal, so that a change of behaviour shows as a change of a file. Run the test
 * with {@code -Ddocaxis.golden=write} to write them anew, then read the difference.
 */
public final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Whether committed texts are to be written anew. */
    public static boolean isWritten() {
        return "write".equals(System.getProperty("docaxis.golden"));
    }

    public static void assertEquals(String name, String text) {
        Path file = DIRECTORY.resolve(name);
        try {
            if (isWritten()) {
                Files.createDirectories(DIRECTORY);
                Files.writeString(file, text, StandardCharsets.UTF_8);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
