package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.InvalidScenarioException;
import io.docaxis.producer.scenario.file.ScenarioDraws;
import io.docaxis.producer.scenario.file.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Of random scenarios, and of those with every disturbance, what begins at any instant and is cut at any other, declared or not: ledger,
 * observer and consumer agree to the bit, obligation by obligation, and the books balance. Seeds follow from the commit.
 */
class ExcerptsTest {

    /** Of random scenarios, so many excerpts each. */
    private static final int EXCERPTS = 4;

    private final LongAdder played = new LongAdder();
    private final LongAdder deliveries = new LongAdder();

    @Test
    void ledgerObserverAndConsumerAgreeWhereverItBeginsAndEnds() {
        agreeOn(20);
    }

    @Test
    @Tag("slow")
    void ledgerObserverAndConsumerAgreeOnMany() {
        agreeOn(400);
    }

    private void agreeOn(int count) {
        long seed = CommitSeed.get();
        List<World> worlds = new ArrayList<>(draw(seed, count));
        for (String name : List.of("broken-channel", "clock-skew", "poison")) {
            Scenario scenario = Scenarios.read(name).scaled(800);
            worlds.add(new World(scenario, seed & Long.MAX_VALUE >>> 1));
        }
        worlds.parallelStream().forEach(world -> play(world, seed));
        System.out.printf(
                "excerpts: -Ddocaxis.worlds.seed=%d; %,d of %,d worlds, %,d deliveries%n",
                seed, played.sum(), worlds.size(), deliveries.sum());
    }

    private static List<World> draw(long seed, int count) {
        ScenarioDraws draws = new ScenarioDraws(seed);
        List<World> worlds = new ArrayList<>();
        while (worlds.size() < count) {
            try {
                Scenario scenario = draws.next().read();
                worlds.add(new World(scenario, scenario.seed()));
            } catch (InvalidScenarioException | IllegalArgumentException e) {
                // keys drawn one by one do not always fit together
            }
        }
        return worlds;
    }

    private void play(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ world.seed());
        for (int i = 0; i < EXCERPTS; i++) {
            Excerpt excerpt = Excerpt.whole(world);
            if (i != 1) {
                excerpt = excerpt.from(moment(world, world.startsAt(), world.endsAt(), random));
            }
            if (i != 0) {
                excerpt = excerpt.until(moment(world, excerpt.beginsAt() + 1, world.drainedAt() + 1, random));
            }
            long declared = new long[] {excerpt.endsAt(), world.endsAt(), 0}[random.nextInt(3)];
            ThreeOpinions opinions = new ThreeOpinions(world, 1 + random.nextInt(3), 1 + random.nextInt(4));
            assertThat(opinions.differences(excerpt, declared))
                    .as(
                            "scenario of seed %d from %d to %d, declared %d",
                            world.seed(), excerpt.beginsAt(), excerpt.deliveredBefore(), declared)
                    .isEmpty();
            played.increment();
            deliveries.add(opinions.deliveries());
        }
    }

    /** Any, or the very one at which a thread begins, or the next. */
    private static long moment(World world, long from, long to, SplittableRandom random) {
        long begins = world.sentAt(random.nextLong(world.threads())) + random.nextInt(2);
        return random.nextInt(3) == 0 && begins >= from && begins < to ? begins : random.nextLong(from, to);
    }
}
