package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final ResponseFigures SOME = new ResponseFigures(TallySnapshot.unknown(), null, null, 0);

    private final MockClock clock = new MockClock();
    private final Agreement agreement = new Agreement(clock, Duration.ofSeconds(1));

    @Test
    void whatWasAgreedOnStandsForTenSeconds() {
        assertThat(agreement.standing()).isEmpty();
        agreement.agree(SOME);
        agreement.differ();
        clock.add(Duration.ofSeconds(9));
        assertThat(agreement.standing()).contains(SOME);
        clock.add(Duration.ofSeconds(1));
        assertThat(agreement.standing()).isEmpty();
    }

    @Test
    void isDoubtfulOnceTheTwoHaveDifferedForAMinute() {
        differFor(59);
        assertThat(agreement.isDoubtful()).isFalse();
        differFor(1);
        assertThat(agreement.isDoubtful()).isTrue();
        agreement.agree(SOME);
        assertThat(agreement.isDoubtful()).isFalse();
    }

    @Test
    void timeInWhichNobodyAnsweredIsNoDifference() {
        differFor(40);
        agreement.skip();
        clock.add(Duration.ofMinutes(5));
        differFor(59);
        assertThat(agreement.isDoubtful()).isFalse();
    }

    @Test
    void whereRoundsAreFarApartItStandsForThreeOfThem() {
        Agreement rare = new Agreement(clock, Duration.ofSeconds(10));
        rare.agree(SOME);
        clock.add(Duration.ofSeconds(29));
        assertThat(rare.standing()).contains(SOME);
        clock.add(Duration.ofSeconds(1));
        assertThat(rare.standing()).isEmpty();
    }

    @Test
    void whereRoundsAreFarApartTheyAreInDoubtAfterFive() {
        Agreement rare = new Agreement(clock, Duration.ofMinutes(5));
        for (int round = 0; round < 5; round++) {
            rare.differ();
            assertThat(rare.isDoubtful()).isFalse();
            clock.add(Duration.ofMinutes(5));
        }
        assertThat(rare.isDoubtful()).isTrue();
    }

    private void differFor(int seconds) {
        agreement.differ();
        clock.add(Duration.ofSeconds(seconds));
        agreement.differ();
    }
}
