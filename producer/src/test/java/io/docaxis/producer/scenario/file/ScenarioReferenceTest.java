package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioReferenceTest {

    private static final String BEGIN = "<!-- keys: held equal to the code by ScenarioReferenceTest -->\n";
    private static final String END = "\n<!-- end of keys -->";

    @Test
    void documentsEveryKeyAsTheCodeHasIt() throws IOException {
        String expected = ScenarioReference.markdown();
        Files.writeString(Path.of("target", "scenario-keys.md"), expected);
        String docs = Files.readString(Path.of("..", "docs", "scenarios.md"));

        assertThat(docs).contains(BEGIN).contains(END);
        assertThat(docs.substring(docs.indexOf(BEGIN) + BEGIN.length(), docs.indexOf(END))
                        .strip())
                .as(
                        "docs/scenarios.md between its two marks; what it should say is in producer/target/scenario-keys.md")
                .isEqualTo(expected);
    }

    @Test
    void documentsEveryShippedScenarioWithItsTitle() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "scenarios.md"));

        assertThat(Scenarios.shipped())
                .allSatisfy(
                        shipped -> assertThat(docs).contains("| `" + shipped.name() + "` | " + shipped.title() + " |"));
    }
}
