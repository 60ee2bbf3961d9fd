package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.InvalidScenarioException;
import io.docaxis.producer.scenario.file.ScenarioDraft;
import io.docaxis.producer.scenario.file.ScenarioDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Scenarios drawn at random over the whole range of every key: plan, observer and consumer agree on each, cell by cell, disturbed or
 * not. One on which they do not is cut down to a few documents and printed: such a case belongs to those of {@link WorldCasesTest}.
 *
 * <p>Seeds follow from the commit; {@code -Ddocaxis.worlds.seed=N} repeats one, {@code -Ddocaxis.worlds.count=N} plays more of them.
 */
class RandomScenariosTest {

    private static final String COUNT = "docaxis.worlds.count";
    /** Of so many drawn, one may be refused: keys drawn one by one do not always fit together. */
    private static final int REFUSED_ONE_IN = 20;

    /** So many failures are cut down; the others are likely to be of their kind. */
    private static final int EXPLAINED = 3;

    /** A scenario that can be played. */
    private record Drawn(int number, ScenarioDraft draft, Scenario scenario) {}

    private final List<String> refused = new ArrayList<>();
    private final LongAdder threads = new LongAdder();
    private final LongAdder obligations = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final SortedMap<Integer, Drawn> failed = new ConcurrentSkipListMap<>();

    @Test
    void planObserverAndConsumerAgree() {
        agreeOn(Integer.getInteger(COUNT, 300));
    }

    @Test
    @Tag("slow")
    void planObserverAndConsumerAgreeOnMany() {
        agreeOn(Integer.getInteger(COUNT, 3000));
    }

    private void agreeOn(int count) {
        long seed = CommitSeed.get();
        System.out.printf("random scenarios: -Ddocaxis.worlds.seed=%d -D%s=%d%n", seed, COUNT, count);
        ScenarioDraws draws = new ScenarioDraws(seed);
        List<Drawn> all = draw(draws, count);

        all.parallelStream().forEach(this::play);

        System.out.printf(
                "random scenarios: %,d played, %,d refused, with %s; %,d threads, %,d obligations, %,d deliveries, each seen by plan,"
                        + " observer and consumer%n",
                all.size(), refused.size(), draws.reach(), threads.sum(), obligations.sum(), deliveries.sum());
        assertThat(failed.values().stream()
                        .limit(EXPLAINED)
                        .map(RandomScenariosTest::explain)
                        .collect(Collectors.joining("\n")))
                .as("seed %d: %d of %d scenarios, %s", seed, failed.size(), all.size(), failed.keySet())
                .isEmpty();
        assertThat(refused)
                .as("refused; ScenarioDrawing should make keys agree")
                .hasSizeLessThanOrEqualTo(all.size() / REFUSED_ONE_IN);
        assertThat(draws.missing()).as("ends of ranges that were never drawn").isEmpty();
    }

    private List<Drawn> draw(ScenarioDraws draws, int count) {
        List<Drawn> all = new ArrayList<>();
        for (int number = 0; all.size() < count; number++) {
            ScenarioDraft draft = draws.next();
            try {
                all.add(new Drawn(number, draft, world(draft).scenario()));
                draws.accept(draft);
            } catch (InvalidScenarioException | IllegalArgumentException e) {
                refused.add(e.getMessage());
            }
        }
        return all;
    }

    private void play(Drawn drawn) {
        World world = new World(drawn.scenario, drawn.scenario.seed());
        ThreeOpinions opinions = opinions(world);
        if (!differences(opinions).isEmpty()) {
            failed.put(drawn.number, drawn);
        }
        threads.add(world.threads());
        obligations.add(opinions.obligations());
        deliveries.add(opinions.deliveries());
    }

    private static String explain(Drawn drawn) {
        ScenarioDraft least = LeastScenario.of(drawn.draft, RandomScenariosTest::fails);
        return "scenario " + drawn.number + ", cut down:\n" + least.yaml()
                + differences(opinions(world(least))).entrySet().stream()
                        .map(difference -> "  " + difference.getKey() + ": " + difference.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static boolean fails(ScenarioDraft draft) {
        try {
            return !differences(opinions(world(draft))).isEmpty();
        } catch (InvalidScenarioException | IllegalArgumentException e) {
            // it cannot be played
            return false;
        }
    }

    private static World world(ScenarioDraft draft) {
        Scenario scenario = draft.read();
        return new World(scenario, scenario.seed());
    }

    private static ThreeOpinions opinions(World world) {
        int choice = (int) (world.seed() % 12);
        return new ThreeOpinions(world, 1 + choice % 3, 1 + choice % 4);
    }

    /** What is thrown is a difference, too. */
    private static SortedMap<String, String> differences(ThreeOpinions opinions) {
        try {
            return opinions.differences();
        } catch (RuntimeException e) {
            return new TreeMap<>(Map.of("thrown", e + " at " + e.getStackTrace()[0]));
        }
    }
}
