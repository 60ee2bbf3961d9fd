package io.docaxis.producer.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.scenario.Scenario;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a file says decides its scenario's fingerprint, and not how it says it. */
class FingerprintOfFilesTest {

    private static final String BASE = """
            name: little
            story: A little story.
            period: {from: 2023-03-06, to: 2023-03-12}
            volume: {documents: 100, dispatches: 250}
            types: {CV: 1, BC: 2}
            due-dates: {working-days: {5: 1}}
            """;

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
