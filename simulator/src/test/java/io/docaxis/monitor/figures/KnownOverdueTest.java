package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.monitor.figures.HourlyLooks.Look;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.InvalidScenarioException;
import io.docaxis.producer.scenario.file.ScenarioDraws;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.CommitSeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a monitor has shown as final is never taken back, and what it has shown as confirmed only by what came later than the allowance. */
class KnownOverdueTest {

    private static final int ALLOWANCE_S = 3_600;

    /** One world, followed to its end. */
    private static final class Followed implements LatenessReader.Listener {

        /** As shown at some look: how surely, at most. */
        final Map<DutyName, OverdueAsKnown> shown = new HashMap<>();

        final List<String> withdrawn = new ArrayList<>();
        final Map<OverdueAsKnown, Integer> takenBack = new HashMap<>();
        long finals;
        boolean timely = true;
        private final EventReader reader = new EventReader();

        Followed(World world) {
            HourlyLooks.play(world, 1 + (int) (world.seed() % 3), 2, this, this::see, this::saw);
        }

        @Override
        public void said(long run, LatenessRevision now) {
            OverdueAsKnown known = now.kind() == Lateness.Kind.WITHDRAWN ? shown.remove(now.duty()) : null;
            if (known != null) {
                takenBack.merge(known, 1, Integer::sum);
                withdrawn.add(known + " " + now);
            }
        }

        private void see(Look look) {
            for (LatenessRevision duty : look.overdue()) {
                OverdueAsKnown known = OverdueAsKnown.of(
                        duty.deadline(),
                        look.tally().watermark(duty.partition()).orElse(0),
                        look.rules().horizonS());
                OverdueAsKnown before = shown.put(duty.duty(), known);
                finals += known == OverdueAsKnown.FINAL && before != OverdueAsKnown.FINAL ? 1 : 0;
            }
        }

        private void saw(Delivery delivery, byte[] value) {
            if (value != null && delivery.damage == Damage.NONE) {
                long occurredAt = reader.read(value) == EventKind.DOCUMENT_SENT
                        ? reader.document().sentAt
                        : reader.status().occurredAt;
                timely &= delivery.emittedAt - occurredAt <= ALLOWANCE_S;
            }
        }

        int withdrawn(OverdueAsKnown known) {
            return takenBack.getOrDefault(known, 0);
        }
    }

    @Test
    void randomScenarios() {
        follow(20);
    }

    @Test
    @Tag("slow")
    void manyRandomScenarios() {
        follow(1_000);
    }

    private static void follow(int count) {
        long seed = CommitSeed.get();
        ScenarioDraws draws = new ScenarioDraws(seed);
        int played = 0;
        int timely = 0;
        int[] withdrawn = new int[OverdueAsKnown.values().length];
        long finals = 0;
        while (played < count) {
            World world = next(draws);
            if (world == null) {
                continue;
            }
            played++;
            Followed followed = new Followed(world);
            String which = "seed " + seed + ", scenario " + played + ": " + followed.withdrawn;
            assertThat(followed.withdrawn(OverdueAsKnown.FINAL)).as(which).isZero();
            if (followed.timely) {
                timely++;
                assertThat(followed.withdrawn(OverdueAsKnown.CONFIRMED))
                        .as(which)
                        .isZero();
            }
            finals += followed.finals;
            for (OverdueAsKnown known : OverdueAsKnown.values()) {
                withdrawn[known.ordinal()] += followed.withdrawn(known);
            }
        }
        System.out.printf(
                "%d random scenarios, %d of them without delays beyond the allowance: withdrawn %d provisional, %d confirmed, %d of %,d final%n",
                played, timely, withdrawn[0], withdrawn[1], withdrawn[2], finals);
        assertThat(finals).isPositive();
        assertThat(withdrawn[0] + withdrawn[1]).isPositive();
    }

    /** Null: what was drawn does not fit together. */
    static World next(ScenarioDraws draws) {
        try {
            Scenario scenario = draws.next().read();
            return new World(scenario, scenario.seed());
        } catch (InvalidScenarioException | IllegalArgumentException e) {
            return null;
        }
    }

    @Test
    void storiesWithoutDelaysWithdrawNothingThatIsConfirmed() {
        for (String name : List.of("quiet-day", "slow-ministry")) {
            Scenario scenario = Scenarios.read(name);
            Followed followed = new Followed(new World(scenario, scenario.seed()));
            assertThat(followed.timely).as(name).isTrue();
            assertThat(followed.withdrawn).as(name).noneMatch(withdrawn -> !withdrawn.startsWith("PROVISIONAL"));
        }
    }
}
