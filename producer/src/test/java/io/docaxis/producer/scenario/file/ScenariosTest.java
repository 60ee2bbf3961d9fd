package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {

    @TempDir
    private Path directory;

    @Test
    void readsACopyOfAShippedScenarioAsTheSame() throws IOException {
        Path copy = Files.writeString(directory.resolve("copy.yaml"), Scenarios.text("quiet-day"));

        assertThat(Scenarios.read(copy.toString()).fingerprint())
                .isEqualTo(Scenarios.read("quiet-day").fingerprint());
    }

    @Test
    void suggestsTheNearestNameWhereThereIsNeitherFileNorScenario() {
        assertThatThrownBy(() -> Scenarios.read("quite-day"))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessage(
                        "quite-day: got no file and no scenario of that name; allowed: the path of a YAML file, or one of"
                                + " national-2023, quiet-day, tet-rush, silent-province, slow-ministry, poison,"
                                + " duplicate-storm, clock-skew, broken-channel;"
                                + " did you mean 'quiet-day'?");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThatThrownBy(() -> Scenarios.read("no/such/file.yaml"))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageStartingWith("no/such/file.yaml: got no file and no scenario of that name")
                .hasMessageEndingWith("broken-channel");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = Files.write(directory.resolve("bytes.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertThatThrownBy(() -> Scenarios.read(file.toString()))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessage(file + ": got bytes that are not UTF-8; allowed: a YAML file in UTF-8");
        assertThatThrownBy(() -> Scenarios.read(directory.toString()))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageStartingWith(directory + ": got a file that can't be read");
    }

    @Test
    void namesTheFileOfAShippedScenarioOrTheGivenPath() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), "nmae: x");

        assertThatThrownBy(() -> Scenarios.read(file.toString()))
                .hasMessageContaining(file + ":1 nmae: got an unknown key; allowed: name, story")
                .hasMessageContaining("did you mean 'name'?");
    }
}
