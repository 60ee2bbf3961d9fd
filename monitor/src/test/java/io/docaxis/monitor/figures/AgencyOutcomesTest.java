package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgencyOutcomesTest {

    private static final int AGENCIES = 120_000;

    /** One count. */
    private record Place(int agency, Obligation obligation, Outcome outcome) {}

    /** A copy, and what it has to have. */
    private record Kept(AgencyOutcomes copy, Map<Place, Long> counts) {}

    private final AgencyOutcomes outcomes = new AgencyOutcomes();
    private final Map<Place, Long> counts = new HashMap<>();

    @Test
    void copiesStayAsTheyAreWhileThereIsMoreToAdd() {
        Random random = new Random(1);
        List<Kept> kept = new ArrayList<>();
        for (int step = 0; step < 3_000; step++) {
            // few pages, so that most are shared when they change
            Place place = new Place(
                    random.nextInt(4) * 29_999 + random.nextInt(3),
                    Obligation.of(random.nextInt(Obligation.values().length)),
                    Outcome.of(random.nextInt(Outcome.NONE.ordinal())));
            outcomes.add(place.agency(), place.obligation(), place.outcome(), step);
            counts.merge(place, (long) step, Long::sum);
            if (step % 300 == 0) {
                kept.add(new Kept(new AgencyOutcomes(outcomes), Map.copyOf(counts)));
            }
        }
        kept.add(new Kept(outcomes, counts));
        for (Kept look : kept) {
            for (Place place : counts.keySet()) {
                assertThat(look.copy().count(place.agency(), place.obligation(), place.outcome()))
                        .isEqualTo(look.counts().getOrDefault(place, 0L));
            }
        }
    }

    @Test
    void whatWasNeverCountedIsNothing() {
        outcomes.add(3, Obligation.SEND, Outcome.LATE, 2);

        assertThat(outcomes.count(3, Obligation.SEND, Outcome.OVERDUE)).isZero();
        assertThat(outcomes.count(4, Obligation.SEND, Outcome.LATE)).isZero();
        assertThat(outcomes.count(AGENCIES - 1, Obligation.SEND, Outcome.LATE)).isZero();
    }
}
