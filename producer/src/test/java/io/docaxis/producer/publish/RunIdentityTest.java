package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.ScenarioFixture;
import org.junit.jupiter.api.Test;

/** What a run is known by. */
class RunIdentityTest {

    private static final Scenario SCENARIO =
            new ScenarioFixture().days("2023-03-06", "2023-03-07").build();
    private static final long STARTS_AT = SCENARIO.startsAt();

    @Test
    void isAnotherWhereItBeginsAtAnotherInstant() {
        RunIdentity whole = new RunIdentity(SCENARIO, 7, 2);
        RunIdentity later = new RunIdentity(SCENARIO, 7, 2, STARTS_AT + 3_600);

        assertThat(later.id()).isNotEqualTo(whole.id());
        assertThat(later.id()).isNotEqualTo(new RunIdentity(SCENARIO, 7, 2, STARTS_AT + 3_601).id());
        assertThat(later.runStarted().getStartsAt()).isEqualTo(STARTS_AT + 3_600);
        assertThat(later.runStarted().getEndsAt()).isEqualTo(whole.endsAt());
    }

    @Test
    void isTheSameWhereItBeginsWithThePeriod() {
        assertThat(new RunIdentity(SCENARIO, 7, 2, STARTS_AT)).isEqualTo(new RunIdentity(SCENARIO, 7, 2));
        assertThat(new RunIdentity(SCENARIO, 7, 2, STARTS_AT).isFromTheStart()).isTrue();
    }

    @Test
    void beginsInThePeriod() {
        for (long outside : new long[] {STARTS_AT - 1, SCENARIO.endsAt(), 0}) {
            assertThatThrownBy(() -> new RunIdentity(SCENARIO, 7, 2, outside)).hasMessageContaining("start " + outside);
        }
    }
}
