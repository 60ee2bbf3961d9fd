package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows of a run is what the run prints: the same text that {@code RunIT} holds. */
class ReadmeTest {

    private static final String BEGIN = "held by ReadmeTest -->\n```\n";

    @Test
    void showsLinesThatQuietDayPrints() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        List<String> shown =
                readme.substring(begin, readme.indexOf("```", begin)).lines().toList();

        assertThat(Files.readAllLines(Path.of("src/test/resources/golden/quiet-day.txt")))
                .containsSubsequence(shown);
    }
}
