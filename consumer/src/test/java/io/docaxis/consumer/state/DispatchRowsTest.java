package io.docaxis.consumer.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Deadlines;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchRowsTest {

    private static final int FACTS = 2_000;
    private static final long SENT_AT = 1_700_000_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 87})
    void keepsEachDispatchsFactsInOrderAndOnce(int dispatches) {
        Random random = new Random(dispatches);
        DispatchRows facts = opened(dispatches);
        List<SortedSet<Long>> expected = new ArrayList<>();
        for (int i = 0; i < dispatches; i++) {
            expected.add(new TreeSet<>());
        }
        for (int i = 0; i < FACTS; i++) {
            int dispatch = random.nextInt(dispatches);
            long fact = Fact.of(1 + random.nextInt(20), random.nextInt(10), 1 + random.nextInt(6));
            if (random.nextInt(3) == 0) {
                facts.setUnconcluded(dispatch);
            } else if (random.nextInt(3) == 0) {
                facts.setConcluded(dispatch);
            }
            facts.add(dispatch, fact);
            expected.get(dispatch).add(fact);
            assertThat(row(facts, dispatch)).containsExactlyElementsOf(expected.get(dispatch));
        }
        for (int i = 0; i < dispatches; i++) {
            assertThat(row(facts, i)).containsExactlyElementsOf(expected.get(i));
        }
    }

    @Test
    void factsLeaveReceiversAndOutlooksAlone() {
        int dispatches = 20;
        DispatchRows rows = opened(dispatches);
        for (int i = 0; i < dispatches; i++) {
            rows.setReceiver(i, 119_999 - i);
            rows.setOutlook(i, SENT_AT + i, SENT_AT - 1_000 * i);
        }
        for (int i = 0; i < FACTS; i++) {
            rows.add(i % dispatches, Fact.of(SENT_AT + i, i, 3));
        }
        for (int i = 0; i < dispatches; i++) {
            assertThat(rows.receiver(i)).isEqualTo(119_999 - i);
            assertThat(rows.dispatchTo(119_999 - i)).isEqualTo(i);
            assertThat(rows.nextDeadline(i)).isEqualTo(SENT_AT + i);
            assertThat(rows.forgetAt(i)).isEqualTo(SENT_AT - 1_000 * i);
        }
        assertThat(rows.dispatchTo(7)).isEqualTo(-1);
    }

    @Test
    void knowsWhichFactsAreConcluded() {
        DispatchRows rows = opened(2);
        rows.add(1, Fact.of(SENT_AT, 1, 3));
        rows.setUnconcluded(1);
        rows.add(1, Fact.of(SENT_AT, 1, 3));
        rows.add(1, Fact.of(SENT_AT - 5, 2, 1));
        assertThat(rows.isUnconcluded(0)).isFalse();
        assertThat(rows.isUnconcluded(1)).isTrue();
        assertThat(rows.facts(1)).isEqualTo(2);
        assertThat(Fact.isUnconcluded(rows.fact(1, 0))).isTrue();
        assertThat(Fact.isUnconcluded(rows.fact(1, 1))).isFalse();
        rows.setConcluded(1);
        assertThat(rows.isUnconcluded(1)).isFalse();
        assertThat(rows.fact(1, 0)).isEqualTo(Fact.of(SENT_AT - 5, 2, 1));
        assertThat(Fact.code(rows.fact(1, 0))).isEqualTo(1);
    }

    @Test
    void anOutlookMayBeNever() {
        DispatchRows rows = opened(1);
        rows.setOutlook(0, Deadlines.NEVER, Deadlines.NEVER - 1);
        assertThat(rows.nextDeadline(0)).isEqualTo(Deadlines.NEVER);
        assertThat(rows.forgetAt(0)).isEqualTo(Deadlines.NEVER);
    }

    private static List<Long> row(DispatchRows facts, int dispatch) {
        List<Long> row = new ArrayList<>();
        for (int i = 0; i < facts.facts(dispatch); i++) {
            row.add(Fact.concluded(facts.fact(dispatch, i)));
        }
        return row;
    }

    /** So many dispatches without facts. */
    static DispatchRows opened(int dispatches) {
        DispatchRows rows = new DispatchRows(0L);
        rows.open(dispatches, new RowPool());
        rows.sentAt = SENT_AT;
        return rows;
    }
}
