package io.docaxis.consumer.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private static final int FACTS = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 87})
    void keepsEachDispatchsFactsInOrderAndOnce(int dispatches) {
        Random random = new Random(dispatches);
        Facts facts = new Facts(dispatches);
        List<SortedSet<Long>> expected = new ArrayList<>();
        for (int i = 0; i < dispatches; i++) {
            expected.add(new TreeSet<>());
        }
        for (int i = 0; i < FACTS; i++) {
            int dispatch = random.nextInt(dispatches);
            long fact = Fact.of(1 + random.nextInt(20), random.nextInt(10), 1 + random.nextInt(6));
            facts.add(dispatch, fact);
            expected.get(dispatch).add(fact);
            assertThat(row(facts, dispatch)).containsExactlyElementsOf(expected.get(dispatch));
        }
        for (int i = 0; i < dispatches; i++) {
            assertThat(row(facts, i)).containsExactlyElementsOf(expected.get(i));
        }
    }

    private static List<Long> row(Facts facts, int dispatch) {
        List<Long> row = new ArrayList<>();
        for (int i = 0; i < facts.count(dispatch); i++) {
            row.add(facts.get(dispatch, i));
        }
        return row;
    }
}
