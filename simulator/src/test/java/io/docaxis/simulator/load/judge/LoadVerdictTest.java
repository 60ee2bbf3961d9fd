package io.docaxis.simulator.load.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadVerdictTest {

    private static final Ruling HELD = new Ruling("exact", Ruling.State.HELD, "exact");
    private static final Ruling BROKEN = new Ruling("failed <= 0", Ruling.State.BROKEN, "3");
    private static final Ruling UNKNOWN = new Ruling("late < 5", Ruling.State.UNKNOWN, "unknown");

    private static final Validity VALID = new Validity(List.of(), List.of("a doubt"), false);
    private static final Validity INVALID = new Validity(List.of("too short"), List.of(), false);
    private static final Validity ALLOWED = new Validity(List.of("too short"), List.of(), true);

    /** Every combination, by a list of what is so from the worst to the best. */
    @Test
    void isTheFirstThatIsSo() {
        int combinations = 0;
        for (boolean interrupted : new boolean[] {true, false}) {
            for (boolean environment : new boolean[] {true, false}) {
                for (Proof proof : Proof.values()) {
                    for (Validity validity : List.of(VALID, INVALID, ALLOWED)) {
                        for (List<Ruling> rulings : List.of(
                                List.<Ruling>of(), List.of(HELD), List.of(HELD, BROKEN), List.of(UNKNOWN, HELD))) {
                            LoadVerdict expected;
                            if (interrupted) {
                                expected = LoadVerdict.INTERRUPTED;
                            } else if (environment) {
                                expected = LoadVerdict.ENVIRONMENT;
                            } else if (proof == Proof.DIFFERS) {
                                expected = LoadVerdict.DIFFERS;
                            } else if (validity == INVALID) {
                                expected = LoadVerdict.INVALID;
                            } else if (rulings.contains(BROKEN) || rulings.contains(UNKNOWN)) {
                                expected = LoadVerdict.BROKEN;
                            } else if (proof == Proof.INCOMPLETE) {
                                expected = LoadVerdict.INCOMPLETE;
                            } else {
                                expected = LoadVerdict.HELD;
                            }
                            assertThat(LoadVerdict.of(interrupted, environment, proof, validity, rulings))
                                    .isEqualTo(expected);
                            combinations++;
                        }
                    }
                }
            }
        }
        assertThat(combinations).isEqualTo(2 * 2 * 4 * 3 * 4);
    }
}
