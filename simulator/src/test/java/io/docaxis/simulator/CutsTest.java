package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.emission.Emission;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Cut;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources that are cut off wherever they have come to, each somewhere else, while the run ends with its period: ledger, observer and
 * consumer agree to the bit, obligation by obligation, and the books balance. Seeds follow from the commit.
 */
class CutsTest {

    private static final int CUTS = 6;

    private final LongAdder within = new LongAdder();

    static List<String> shipped() {
        return Scenarios.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatIsConcludedOfAShippedScenarioIsWhatIsExpectedWhereverItIsCut(String name) {
        Scenario scenario = Scenarios.read(name);
        long documents = Math.min(scenario.volume().documents(), 600);
        cut(new World(scenario.scaled(documents), scenario.seed()), CommitSeed.get());
    }

    @Test
    void whatIsConcludedIsWhatIsExpectedWhereverRandomScenariosAreCut() {
        cutMany(40);
    }

    @Test
    @Tag("slow")
    void whatIsConcludedIsWhatIsExpectedWhereverManyAreCut() {
        cutMany(1_000);
    }

    private void cutMany(int count) {
        long seed = CommitSeed.get();
        List<World> worlds = draw(seed, count);
        worlds.parallelStream().forEach(world -> cut(world, seed));
        System.out.printf(
                "cuts: -Ddocaxis.worlds.seed=%d; %,d worlds, %,d cuts within one second of one thread%n",
                seed, worlds.size(), within.sum());
        assertThat(within.sum()).isPositive();
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

    private void cut(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ world.seed());
        for (int i = 0; i < CUTS; i++) {
            int sources = 1 + i % 3;
            List<Excerpt> excerpts = new ArrayList<>();
            for (int source = 0; source < sources; source++) {
                excerpts.add(Excerpt.whole(world).until(cut(world, source, sources, random)));
            }
            ThreeOpinions opinions = new ThreeOpinions(world, sources, 1 + random.nextInt(4));
            assertThat(opinions.differences(excerpts))
                    .as("scenario %s of seed %d, cut at %s", world.scenario().name(), world.seed(), excerpts)
                    .isEmpty();
        }
    }

    /** Before any of a source's deliveries, as one who drives them sees it; of those within a second of a thread more than there are. */
    private Cut cut(World world, int source, int sources, SplittableRandom random) {
        List<Cut> cuts = new ArrayList<>();
        List<Cut> inSecond = new ArrayList<>();
        Emission emission = new Emission(world, source, sources, new Ledger(world));
        Delivery delivery = new Delivery();
        Cut before = new Cut(0, 0, 0);
        while (emission.next(delivery)) {
            boolean goesOn = before.isWithin(delivery.emittedAt, delivery.thread);
            before = new Cut(delivery.emittedAt, delivery.thread, goesOn ? before.place() + 1 : 0);
            (goesOn ? inSecond : cuts).add(before);
        }
        cuts.add(Cut.NONE);
        List<Cut> from = inSecond.isEmpty() || random.nextBoolean() ? cuts : inSecond;
        if (from == inSecond) {
            within.increment();
        }
        return from.get(random.nextInt(from.size()));
    }
}
