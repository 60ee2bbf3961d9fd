package io.docaxis.producer.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.Tier;
import io.docaxis.producer.plan.Draws;
import io.docaxis.producer.scenario.Disturbances;
import io.docaxis.producer.scenario.ScenarioFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an outage holds back comes when it is over, and when no other holds it then. */
class OutagesTest {

    private static final int DAY_S = 86_400;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);

    @Test
    void holdsBackUntilNoneOfManyOverlappingOutagesHolds() {
        for (int seed = 0; seed < 200; seed++) {
            Draws draws = new Draws().from(seed);
            List<Disturbances.Outage> outages = new ArrayList<>();
            for (int i = draws.below(25); i >= 0; i--) {
                LocalDate from = FIRST.plusDays(draws.below(60));
                outages.add(new Disturbances.Outage(
                        draws.oneIn(2) ? null : draws.below(2),
                        draws.oneIn(2) ? null : Tier.MINISTRY,
                        draws.oneIn(2) ? null : new Disturbances.Part(draws.below(2), 2),
                        from,
                        from.plusDays(draws.below(6))));
            }
            assertHeldBackAsLong(outages, draws);
        }
    }

    @Test
    void holdsBackThroughAThousandOutagesOneAfterAnother() {
        List<Disturbances.Outage> outages = new ArrayList<>();
        for (int day = 999; day >= 0; day--) {
            outages.add(new Disturbances.Outage(null, null, null, FIRST.plusDays(day), FIRST.plusDays(day)));
        }
        Outages channel = outages(outages);
        long first = new ScenarioFixture().calendar.at(FIRST.toEpochDay(), 0);

        // a second for each: what looks at all of them again after each takes minutes
        for (int second = 0; second < 100_000; second++) {
            assertThat(channel.deliveredAt(0, 0, first + second % DAY_S)).isEqualTo(first + 1_000L * DAY_S);
        }
    }

    private static void assertHeldBackAsLong(List<Disturbances.Outage> outages, Draws draws) {
        Outages channel = outages(outages);
        for (int i = 0; i < 200; i++) {
            int agency = draws.below(2);
            int thread = draws.below(2);
            long day = FIRST.toEpochDay() + draws.below(70);
            long expected = day;
            while (isHeld(outages, agency, thread, expected)) {
                expected++;
            }
            int second = draws.below(DAY_S);
            var calendar = new ScenarioFixture().calendar;
            assertThat(channel.deliveredAt(agency, thread, calendar.at(day, second)))
                    .isEqualTo(expected == day ? calendar.at(day, second) : calendar.at(expected, 0));
        }
    }

    private static boolean isHeld(List<Disturbances.Outage> outages, int agency, int thread, long day) {
        return outages.stream()
                .anyMatch(outage -> day >= outage.from().toEpochDay()
                        && day <= outage.to().toEpochDay()
                        && (outage.agency() == null || outage.agency() == agency)
                        && (outage.source() == null || outage.source().number() == thread));
    }

    private static Outages outages(List<Disturbances.Outage> outages) {
        ScenarioFixture fixture = new ScenarioFixture().documents(10);
        fixture.disturbances.outages = outages;
        return new Outages(fixture.build());
    }
}
