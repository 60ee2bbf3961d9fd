package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final ResponseFigures SOME = new ResponseFigures(TallySnapshot.unknown(), null, null);

    private final MockClock clock = new MockClock();
    private final Agreement agreement = new Agreement(clock);

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

    private void differFor(int seconds) {
        agreement.differ();
        clock.add(Duration.ofSeconds(seconds));
        agreement.differ();
    }
}
