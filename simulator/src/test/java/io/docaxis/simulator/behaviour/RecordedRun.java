package io.docaxis.simulator.behaviour;

import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.InvalidScenarioException;
import io.docaxis.producer.scenario.file.ScenarioDraws;
import io.docaxis.producer.scenario.file.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One run that is recorded: a shipped story, or a scenario drawn at random.
 *
 * @param name of its lines, with what each of them is about behind it
 * @param quick whether it is played in every build
 * @param world made only where it is played
 */
record RecordedRun(String name, boolean quick, Supplier<World> world) {

    private static final int SEEDS = 3;
    private static final int RANDOM = 100;
    private static final int QUICK_RANDOM = 20;
    private static final Set<String> QUICK_STORIES = Set.of("quiet-day", "poison", "clock-skew");

    /** All that is recorded. */
    static List<RecordedRun> all() {
        List<RecordedRun> all = new ArrayList<>();
        for (String name : Scenarios.names()) {
            Scenario scenario = Scenarios.read(name);
            for (long seed = scenario.seed(); seed < scenario.seed() + SEEDS; seed++) {
                all.add(story(scenario, seed));
            }
        }
        for (int number = 1; number <= RANDOM; number++) {
            all.add(random(number));
        }
        return all;
    }

    private static RecordedRun story(Scenario scenario, long seed) {
        boolean quick = seed == scenario.seed() && QUICK_STORIES.contains(scenario.name());
        return new RecordedRun(
                "story/" + scenario.name() + "/seed " + seed + "/", quick, () -> new World(scenario, seed));
    }

    private static RecordedRun random(int number) {
        return new RecordedRun(
                String.format(Locale.ROOT, "random/%03d/", number), number <= QUICK_RANDOM, () -> drawn(number));
    }

    /** Keys drawn one by one do not always fit together: the first that can be played. */
    private static World drawn(int number) {
        for (int attempt = 0; ; attempt++) {
            try {
                Scenario scenario = ScenarioDraws.only(number, attempt).read();
                return new World(scenario, scenario.seed());
            } catch (InvalidScenarioException | IllegalArgumentException e) {
                if (attempt > RANDOM) {
                    throw e;
                }
            }
        }
    }

    Stream<String> names() {
        return PlayedRun.NAMES.stream().map(name::concat);
    }

    /** Plays it. */
    Recorded lines() {
        Recorded lines = new Recorded();
        PlayedRun.of(world.get()).forEach((what, line) -> lines.add(name + what, line));
        return lines;
    }
}
