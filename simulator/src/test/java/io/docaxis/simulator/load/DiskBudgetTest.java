package io.docaxis.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DiskBudgetTest {

    private static final DiskBudget BUDGET = new DiskBudget(10_000_000_000L);

    @Test
    void letsALoadStartThatFits() {
        assertThat(BUDGET.refusal(9_000_000, 1_000, 1)).isEmpty();
    }

    @Test
    void refusesWithTheSumWhatDoesNot() {
        assertThat(BUDGET.refusal(12_000_000, 1_000, 1))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("12.3 GB", "12,000,000 events", "1 replica)", "--disk-budget allows 10.0 GB"));
    }

    @Test
    void countsEveryReplica() {
        assertThat(BUDGET.refusal(4_000_000, 1_000, 3))
                .hasValueSatisfying(why -> assertThat(why).contains("12.3 GB", "3 replicas"));
    }

    @Test
    void asksOfOurOwnBrokerNoMoreRoomThanItsRecordsMayTake() {
        assertThat(BUDGET.refusalOfOwnBroker(1_000_000_000, 1_000, 10_000_000_000L))
                .isEmpty();
        assertThat(BUDGET.refusalOfOwnBroker(1_000_000_000, 1_000, 9_999_999_999L))
                .hasValueSatisfying(why -> assertThat(why).contains("10.0 GB", "left"));
        assertThat(BUDGET.refusalOfOwnBroker(1_000, 1_000, 1_024_000L)).isEmpty();
    }

    @Test
    void isNotEmpty() {
        assertThatThrownBy(() -> new DiskBudget(0)).hasMessageContaining("want 1 byte or more");
    }
}
