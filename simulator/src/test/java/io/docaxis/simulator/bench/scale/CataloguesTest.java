package io.docaxis.simulator.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {88, 10_000, 120_000})
    void makesAScenarioWithSoManyAgencies(int agencies) throws Exception {
        Path file = directory.resolve("scenario.yaml");
        Files.writeString(file, Catalogues.with(Scenarios.text("national-2023"), agencies));

        Scenario scenario = Scenarios.read(file.toString());

        assertThat(scenario.agencies().size()).isEqualTo(agencies);
        assertThat(scenario.volume()).isEqualTo(Scenarios.read("national-2023").volume());
    }
}
