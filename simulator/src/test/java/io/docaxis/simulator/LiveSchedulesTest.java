package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.InvalidScenarioException;
import io.docaxis.producer.scenario.file.ScenarioDraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Live runs of scenarios drawn at random, by schedules of backlog, silence, restarts and a stop, with a moved clock: whatever was announced on the
 * way, they end as the same world does that is played and cut there and is not live; and nothing is announced whose fulfilment was in the log when
 * its end was asked for.
 *
 * <p>Seeds follow from the commit; {@code -Ddocaxis.worlds.seed=N} repeats one.
 */
class LiveSchedulesTest {

    private static final int SCENARIOS = 20;
    private static final int SCHEDULES = 20;
    /** Larger ones would make no other case. */
    private static final long MOST_DELIVERIES = 6_000;
    /** Differences of each kind. */
    private static final int EXPLAINED = 5;

    private final LongAdder records = new LongAdder();
    private final LongAdder byWallClock = new LongAdder();
    private final LongAdder corrections = new LongAdder();
    private final LongAdder restarts = new LongAdder();
    private final Map<String, String> failed = new ConcurrentSkipListMap<>();

    @Test
    void aLiveRunEndsAsTheSameWorldThatIsCutThere() {
        long seed = CommitSeed.get();
        System.out.printf("live schedules: -Ddocaxis.worlds.seed=%d%n", seed);
        List<Scenario> scenarios = draw(new ScenarioDraws(seed));

        IntStream.range(0, SCENARIOS * SCHEDULES)
                .parallel()
                .forEach(i -> play(scenarios.get(i / SCHEDULES), i / SCHEDULES, i % SCHEDULES));

        System.out.printf(
                "live schedules: %d scenarios with %d each; %,d records, %,d restarts, %,d announcements by the wall clock alone, %,d"
                        + " corrections%n",
                SCENARIOS, SCHEDULES, records.sum(), restarts.sum(), byWallClock.sum(), corrections.sum());
        assertThat(failed).as("seed %d, by scenario and schedule", seed).isEmpty();
        assertThat(byWallClock.sum()).isPositive();
        assertThat(corrections.sum()).isPositive();
    }

    private static List<Scenario> draw(ScenarioDraws draws) {
        List<Scenario> all = new ArrayList<>();
        while (all.size() < SCENARIOS) {
            try {
                Scenario scenario = draws.next().read();
                if (deliveries(scenario) <= MOST_DELIVERIES) {
                    all.add(scenario);
                }
            } catch (InvalidScenarioException | IllegalArgumentException e) {
                // another is drawn: RandomScenariosTest looks at how many are refused
            }
        }
        return all;
    }

    private static long deliveries(Scenario scenario) {
        RunStarted started = new RunIdentity(scenario, scenario.seed(), 1).runStarted();
        return PurePipeline.run(new World(scenario, scenario.seed()), started, 1)
                .deliveries();
    }

    private void play(Scenario scenario, int number, int schedule) {
        String name = number + "/" + schedule;
        try {
            String difference = difference(scenario, new SplittableRandom(1_000L * number + schedule));
            if (!difference.isEmpty()) {
                failed.put(name, difference);
            }
        } catch (RuntimeException | AssertionError e) {
            failed.put(name, e + " at " + e.getStackTrace()[0]);
        }
    }

    private String difference(Scenario scenario, SplittableRandom random) {
        World world = new World(scenario, scenario.seed());
        int sources = 1 + random.nextInt(3);
        int partitions = 1 + random.nextInt(2);
        long end = world.startsAt() + 1 + random.nextLong(world.endsAt() - world.startsAt());
        Excerpt excerpt = Excerpt.whole(world).until(end);
        RunStarted started = new RunIdentity(scenario, scenario.seed(), sources).runStarted();
        LiveLogs logs = new LiveLogs(excerpt, sources, partitions, random.split());
        ObservedDeliveries observed = new ObservedDeliveries(excerpt);
        List<Announcement> said = new ArrayList<>();
        PurePipeline.Outcome cut = PurePipeline.run(
                excerpt,
                started,
                new PurePartitions(partitions, partition -> new Announced(said), 1_000),
                (delivery, value) -> {
                    logs.saw(delivery, value);
                    observed.saw(delivery, value);
                });
        logs.send(
                random.nextBoolean()
                        ? started
                        : started.toBuilder().clearEndsAt().build());
        return difference(
                cut.concluded(), observed.conclude(), LiveConsumer.late(said), consumed(logs, partitions, random));
    }

    private List<LiveConsumer> consumed(LiveLogs logs, int partitions, SplittableRandom random) {
        List<LiveConsumer> consumers = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            LiveConsumer consumer = new LiveConsumer(logs, p, random.split());
            consumer.play();
            consumers.add(consumer);
            records.add(logs.log(p).size());
            restarts.add(consumer.restarts());
            byWallClock.add(consumer.byWallClock());
            corrections.add(consumer.corrections());
        }
        return consumers;
    }

    private static String difference(
            Tally cut, Tally observed, Map<String, String> late, List<LiveConsumer> consumers) {
        Tally live = new Tally();
        Map<String, String> saidLate = new TreeMap<>();
        List<String> unfounded = new ArrayList<>();
        for (LiveConsumer consumer : consumers) {
            live.merge(consumer.tally());
            saidLate.putAll(consumer.late());
            unfounded.addAll(consumer.unfounded());
        }
        var cells = Disagreement.cells(live);
        if (!unfounded.isEmpty()) {
            return "announced, and fulfilled in the log before: " + unfounded;
        }
        String difference = difference("cut", cells, Disagreement.cells(cut))
                + difference("observed", cells, Disagreement.cells(observed))
                + difference("said to be late where cut", saidLate, late);
        for (int i = 0; i < Sketch.WORDS; i++) {
            if (live.sketch().word(i) != cut.sketch().word(i)) {
                return difference + "word " + i + " of the sketch differs";
            }
        }
        return difference;
    }

    private static String difference(String other, Map<String, String> live, Map<String, String> there) {
        Set<String> names = new TreeSet<>(live.keySet());
        names.addAll(there.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(live.get(name), there.get(name)))
                .map(name -> name + ": live " + live.get(name) + ", " + other + " " + there.get(name) + "; ")
                .limit(EXPLAINED)
                .collect(Collectors.joining());
    }

    /** What is announced of lateness. */
    private record Announced(List<Announcement> said) implements ExchangeOutput {

        @Override
        public void deadLetter(Unreadable reason, long offset) {
            // counted in the tally
        }

        @Override
        public void lateness(byte[] key, byte[] value) {
            said.add(Announcement.of(key, value));
        }
    }
}
