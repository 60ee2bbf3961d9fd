package io.docaxis.producer.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Rules;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Behaviour;
import io.docaxis.producer.scenario.Durations;
import io.docaxis.producer.scenario.ScenarioFixture;
import org.junit.jupiter.api.Test;

/** A perfect observer is the oracle: told all deliveries of the same threads, it concludes the same. */
class PlanEquivalenceTest {

    /** Up to well beyond the horizon. */
    private static final Durations AFTER = ScenarioFixture.durations(1, 86_400, 1_500_000);

    @Test
    void comesToWhatAnObserverConcludes() {
        assertSame(Rules.DEFAULT);
    }

    @Test
    void comesToWhatAnObserverConcludesUnderOtherRules() {
        assertSame(new Rules(3 * 86_400L, 20, true, true, 1800, 900, 60));
    }

    private static void assertSame(Rules rules) {
        for (long seed = 1; seed <= 5; seed++) {
            World world = world(rules, seed);
            ThreadPlanner planner = new ThreadPlanner(world);
            ThreadPlan plan = new ThreadPlan();
            Channel channel = new Channel(world);
            ThreadDeliveries deliveries = channel.deliveries();
            PlanEquivalence subject = new PlanEquivalence(rules);
            Ledger ledger = new Ledger(world);
            Ledger observed = new Ledger(world);
            Ledger ofNoInterest = new Ledger(world);
            long moved = 0;
            long others = 0;
            for (long thread = 0; thread < world.threads(); thread++) {
                planner.plan(thread, plan);
                channel.deliver(plan, ofNoInterest);
                if (plan.isPlain() && subject.holds(plan, deliveries)) {
                    moved += isMoved(plan, deliveries) ? 1 : 0;
                    ledger.expect(plan);
                    subject.note(ledger);
                    channel.tell(observed.observer());
                } else {
                    others++;
                }
            }
            System.out.printf(
                    "seed %d: of %,d threads %,d were moved and come to the plan, %,d have an observer%n",
                    seed, world.threads(), moved, others);
            assertThat(moved).isPositive();
            assertThat(others).isPositive();
            assertThat(EmissionTest.cells(ledger.expected())).isEqualTo(EmissionTest.cells(observed.expected()));
        }
    }

    private static World world(Rules rules, long seed) {
        ScenarioFixture fixture = new ScenarioFixture().documents(3_000).days("2023-03-01", "2023-04-30");
        fixture.rules = rules;
        for (Tier tier : Tier.values()) {
            fixture.behaviour.put(tier, silent());
        }
        fixture.disturbances.duplicatePpm = 20_000;
        fixture.disturbances.duplicateAfter = AFTER;
        fixture.disturbances.delayPpm = 100_000;
        fixture.disturbances.delay = AFTER;
        fixture.disturbances.corruptPpm = 20_000;
        fixture.disturbances.unknownReceiverPpm = 20_000;
        fixture.disturbances.drainS = 2_000_000;
        return new World(fixture.build(), seed);
    }

    /** Of most documents nothing is heard: what comes too late is then not known by what came before it. */
    private static Behaviour silent() {
        Behaviour usual = ScenarioFixture.usual();
        return new Behaviour(
                new Behaviour.Acknowledgement(
                        200_000,
                        usual.acknowledgement().refusePpm(),
                        usual.acknowledgement().acknowledgeLatePpm(),
                        600_000,
                        usual.acknowledgement().acknowledgeLateBy(),
                        usual.acknowledgement().withoutAcceptancePpm()),
                usual.processing(),
                usual.response(),
                usual.recallAnswer());
    }

    private static boolean isMoved(ThreadPlan plan, ThreadDeliveries deliveries) {
        for (int i = 0; i < deliveries.count(); i++) {
            boolean inTime =
                    deliveries.emittedAt(i) == plan.event(deliveries.ordinal(i)).occurredAt();
            if (deliveries.form(i).isSound() && (!inTime || deliveries.form(i) == DeliveryForm.DUPLICATE)) {
                return true;
            }
        }
        return false;
    }
}
