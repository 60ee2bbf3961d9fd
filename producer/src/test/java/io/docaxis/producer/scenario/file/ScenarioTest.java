package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Scenario.Volume;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final String BASE = """
            name: little
            story: A little story.
            period: {from: 2023-03-06, to: 2023-03-12}
            volume: {documents: 100, dispatches: 250}
            types: {CV: 1, BC: 2}
            due-dates: {working-days: {5: 1}}
            """;

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
        assertThat(Scenarios.read("national-2023").scaled(documents).volume())
                .isEqualTo(new Volume(documents, dispatches));
    }

    @Test
    void roundsHalfUpAndKeepsOneReceiverADocument() {
        assertThat(read(BASE).scaled(1).volume()).isEqualTo(new Volume(1, 3)); // 2.5
        assertThat(read(BASE).scaled(3).volume()).isEqualTo(new Volume(3, 8)); // 7.5
        assertThat(read(BASE.replace("250", "100")).scaled(7).volume()).isEqualTo(new Volume(7, 7));
    }

    @Test
    void leavesDispatchesToTheFanOutWhereItWasLeft() {
        assertThat(read(BASE.replace("250", "0")).scaled(50).volume()).isEqualTo(new Volume(50, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_001L})
    void refusesToScaleToWhatNoScenarioCanHave(long documents) {
        Scenario scenario = read(BASE);

        assertThatThrownBy(() -> scenario.scaled(documents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("documents: got " + documents + "; allowed: a whole number from 1 to 1000000000");
    }

    @Test
    void scalingAndSeedingChangeNothingElse() {
        Scenario scenario = Scenarios.read("silent-province");

        assertThat(scenario.scaled(5).withSeed(9).scaled(20_000).withSeed(scenario.seed()))
                .isEqualTo(scenario);
        assertThat(scenario.withSeed(9).seed()).isEqualTo(9);
    }

    @Test
    void hasTheSameFingerprintEverywhere() {
        // as computed once: another machine, JDK or run must come to the same
        assertThat(Long.toHexString(read(BASE).fingerprint())).isEqualTo("4233b5e6bb5f6191");
    }

    @Test
    void hasTheSameFingerprintHoweverTheSameIsWritten() {
        String rewritten = """
                # the same in other words
                due-dates:
                  working-days: {5: 1, 6: 0}
                types: {BC: 2, CV: 1}
                seed: 1
                volume: {dispatches: 250, documents: 100}
                story: "A little story."
                period:
                  to: 2023-03-12
                  from: 2023-03-06
                name: little
                rules: {horizon: 168h}
                """.replace("1_00", "100");

        assertThat(read(rewritten).fingerprint()).isEqualTo(read(BASE).fingerprint());
    }

    @Test
    void hasAnotherFingerprintAfterAnyChange() {
        String[] changes = {
            "seed: 2",
            "calendar: {days-off: []}",
            "calendar: {make-up-days: [2023-05-06]}",
            "calendar: {to: 2023-12-30}",
            "calendar: {afternoon: 13:00-17:30}",
            "calendar: {utc-offset: '+08:00'}",
            "rules: {express: 61m}",
            "rules: {arrival-acknowledges: true}",
            "agencies: {departments: 1}",
            "shape: {hours: {8: 1}}",
            "shape: {hours: {9: 1}}",
            "shape: {days-off: 0.1}",
            "shape: {bursts: [{from: 2023-03-06, to: 2023-03-06, percent: 200}]}",
            "fan-out: {1: 1}",
            "fan-out: {1: 2}",
            "urgency: {urgent: 1}",
            "signing: {late: 0.020001}",
            "signing: {not-signed: 0.02}",
            "threads: {update: 0.1}",
            "behaviour: {commune: {assign: 0.5}}",
            "behaviour: {department: {assign: 0.5}}",
            "exceptions: [{agency: H01, from: 2023-03-06, to: 2023-03-06, silent: true}]",
            "exceptions: [{agency: H02, from: 2023-03-06, to: 2023-03-06, silent: true}]",
            "exceptions: [{agency: H02, from: 2023-03-06, to: 2023-03-06, behaviour: {}}]",
            "disturbances: {garbage: 0.1}",
            "disturbances: {corrupt: 0.1}",
            "disturbances: {drain: 1s}",
        };
        Set<Long> fingerprints = new LinkedHashSet<>();
        fingerprints.add(read(BASE).fingerprint());
        for (String change : changes) {
            assertThat(fingerprints.add(read(BASE + change).fingerprint()))
                    .as(change)
                    .isTrue();
        }
        assertThat(fingerprints)
                .doesNotContain(read(BASE.replace("little", "small")).fingerprint());
        assertThat(fingerprints).doesNotContain(read(BASE).scaled(101).fingerprint());
    }

    private static Scenario read(String text) {
        return ScenarioReading.read("f.yaml", text);
    }
}
