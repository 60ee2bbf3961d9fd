package io.docaxis.producer.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.producer.scenario.Scenario.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same scenario with another volume or seed. */
class ScenarioTest {

    @ParameterizedTest
    @CsvSource({
        "1349833, 4850167", // as it is
        "13498330, 48501670",
        "100000, 359316", // 359316.08
        "1000, 3593", // 3593.16
        "1, 4", // 3.59
        "1000000000, 3593160784" // 3593160783.59
    })
    void scalesDispatchesInProportion(long documents, long dispatches) {
        assertThat(of(1_349_833, 4_850_167).scaled(documents).volume()).isEqualTo(new Volume(documents, dispatches));
    }

    @Test
    void roundsHalfUpAndKeepsOneReceiverADocument() {
        assertThat(of(100, 250).scaled(1).volume()).isEqualTo(new Volume(1, 3)); // 2.5
        assertThat(of(100, 250).scaled(3).volume()).isEqualTo(new Volume(3, 8)); // 7.5
        assertThat(of(100, 100).scaled(7).volume()).isEqualTo(new Volume(7, 7));
    }

    @Test
    void leavesDispatchesToTheFanOutWhereItWasLeft() {
        assertThat(of(100, 0).scaled(50).volume()).isEqualTo(new Volume(50, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_001L})
    void refusesToScaleToWhatNoScenarioCanHave(long documents) {
        Scenario scenario = of(100, 250);

        assertThatThrownBy(() -> scenario.scaled(documents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("documents: got " + documents + "; allowed: a whole number from 1 to 1000000000");
    }

    @Test
    void scalingAndSeedingChangeNothingElse() {
        Scenario scenario = of(100, 250);

        assertThat(scenario.scaled(40).withSeed(9).scaled(100).withSeed(scenario.seed()))
                .isEqualTo(scenario);
        assertThat(scenario.withSeed(9).seed()).isEqualTo(9);
    }

    private static Scenario of(long documents, long dispatches) {
        ScenarioFixture fixture = new ScenarioFixture();
        fixture.documents = documents;
        fixture.dispatches = dispatches;
        return fixture.build();
    }
}
