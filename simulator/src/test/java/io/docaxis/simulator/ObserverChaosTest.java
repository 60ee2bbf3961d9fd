package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Scenarios;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The producer's observer and the consumer, written apart from the same rules, conclude the same from whatever a channel without
 * restraint delivers. Where they differ the failing thread is cut down to the deliveries that matter, and printed.
 */
class ObserverChaosTest {

    private static final int DAY_S = 86_400;

    @ParameterizedTest
    @CsvSource({
        "quiet-day,3000,7,60,9,1,1",
        "poison,4000,7,60,60,2,3",
        "national-2023,8000,7,60,60,3,4",
        "national-2023,4000,1,12,4,1,1",
        "tet-rush,3000,1,12,20,1,2",
        "slow-ministry,3000,2,14,5,2,2",
        "silent-province,3000,7,60,60,4,7"
    })
    void observerAndConsumerAgree(
            String name,
            long documents,
            int horizonDays,
            int finalAfterDays,
            int calendarDays,
            int sources,
            int partitions) {
        Scenario scenario = changed(Scenarios.read(name).scaled(documents), horizonDays, finalAfterDays, calendarDays);
        for (long seed = scenario.seed(); seed < scenario.seed() + Integer.getInteger("chaos.seeds", 1); seed++) {
            World world = new World(scenario, seed);
            Map<Long, List<Mail>> threads = chaos(world);
            long deliveries = threads.values().stream().mapToLong(List::size).sum();
            System.out.printf(
                    "%s seed %d: %,d threads, %,d deliveries to %d partitions from %d sources%n",
                    name, seed, threads.size(), deliveries, partitions, sources);
            TwoOpinions opinions = new TwoOpinions(world, sources, partitions, 20);
            if (!differences(opinions, threads.values()).isEmpty()) {
                throw new AssertionError(explain(world, threads, differences(opinions, threads.values())));
            }
        }
    }

    @Test
    void chaosCausesWhateverCanBeCounted() {
        Scenario scenario = changed(Scenarios.read("poison").scaled(10_000), 7, 60, 9);
        World world = new World(scenario, 1);
        Tally observed = new TwoOpinions(world, 1, 1, 1).observed(chaos(world).values());
        Set<Counter> never =
                EnumSet.of(Counter.DEAD_LETTER_CHECKSUM, Counter.DEAD_LETTER_UNKNOWN_KIND, Counter.MISSING);
        for (Counter counter : Counter.values()) {
            if (counter.isCompared() && !never.contains(counter)) {
                System.out.printf("%s %,d%n", counter.label(), observed.count(counter));
                assertThat(observed.count(counter)).as(counter.label()).isPositive();
            }
        }
    }

    private static Map<Long, List<Mail>> chaos(World world) {
        Chaos chaos = new Chaos(world, 80L * DAY_S);
        ThreadPlanner planner = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();
        Map<Long, List<Mail>> threads = new TreeMap<>();
        for (long thread = 0; thread < world.threads(); thread++) {
            planner.plan(thread, plan);
            threads.put(thread, chaos.deliver(plan));
        }
        return threads;
    }

    private static Scenario changed(Scenario s, int horizonDays, int finalAfterDays, int calendarDays) {
        Rules rules = new Rules(
                horizonDays * (long) DAY_S,
                finalAfterDays,
                horizonDays == 1,
                horizonDays == 2,
                s.rules().urgentS(),
                s.rules().veryUrgentS(),
                s.rules().expressS());
        return new Scenario(
                s.name(),
                s.story(),
                s.seed(),
                s.period(),
                ending(s.calendar(), s.period().to().plusDays(calendarDays)),
                rules,
                s.agencies(),
                s.volume(),
                s.shape(),
                s.fanOut(),
                s.types(),
                s.urgency(),
                s.signing(),
                s.threads(),
                s.dueDates(),
                s.behaviour(),
                s.exceptions(),
                s.disturbances());
    }

    private static WorkingCalendar ending(WorkingCalendar calendar, LocalDate last) {
        Set<LocalDate> daysOff = new TreeSet<>();
        for (long day : calendar.daysOff()) {
            if (day <= last.toEpochDay()) {
                daysOff.add(LocalDate.ofEpochDay(day));
            }
        }
        return WorkingCalendar.of(
                LocalDate.ofEpochDay(calendar.firstDay()),
                last,
                daysOff,
                Set.of(),
                calendar.hours(),
                calendar.utcOffsetS());
    }

    /** By cell: what the observer says, and what the consumer. */
    private static SortedMap<String, String> differences(TwoOpinions opinions, Collection<List<Mail>> threads) {
        SortedMap<String, String> observed = cells(opinions.observed(threads));
        SortedMap<String, String> concluded = cells(opinions.concluded(threads));
        Set<String> names = new TreeSet<>(observed.keySet());
        names.addAll(concluded.keySet());
        SortedMap<String, String> differences = new TreeMap<>();
        for (String name : names) {
            String one = observed.getOrDefault(name, "nothing");
            String other = concluded.getOrDefault(name, "nothing");
            if (!one.equals(other)) {
                differences.put(name, "observer " + one + ", consumer " + other);
            }
        }
        return differences;
    }

    private static SortedMap<String, String> cells(Tally tally) {
        SortedMap<String, String> cells = new TreeMap<>();
        for (Cell cell : tally.sorted()) {
            long key = cell.key();
            if (CellKey.rollup(key) != Rollup.COUNTERS) {
                cells.put(
                        CellKey.rollup(key) + " " + CellKey.obligation(key) + " " + CellKey.outcome(key) + " "
                                + CellKey.x(key) + " " + CellKey.y(key),
                        cell.count() + " (" + cell.fingerprint() + ", " + cell.latenessS() + " s)");
                continue;
            }
            Counter counter = Counter.of(CellKey.x(key));
            if (counter.isCompared()) {
                cells.put(counter.label(), cell.count() + " (" + cell.fingerprint() + ")");
            }
        }
        return cells;
    }

    /** Finds the threads at fault, cuts each down, and tells of one for each kind of difference. */
    private static String explain(World world, Map<Long, List<Mail>> threads, SortedMap<String, String> together) {
        TwoOpinions alone = new TwoOpinions(world, 1, 1, 1);
        SortedMap<String, String> byKind = new TreeMap<>();
        SortedMap<String, Integer> size = new TreeMap<>();
        int failing = 0;
        for (List<Mail> thread : threads.values()) {
            if (differences(alone, List.of(thread)).isEmpty()) {
                continue;
            }
            failing++;
            if (failing > 30) {
                break;
            }
            List<Mail> least = shrink(alone, thread);
            SortedMap<String, String> differences = differences(alone, List.of(least));
            String kind = String.join(
                    " ",
                    differences.keySet().stream()
                            .map(n -> n.split(" [0-9]")[0])
                            .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
            if (size.getOrDefault(kind, Integer.MAX_VALUE) > least.size()) {
                size.put(kind, least.size());
                StringBuilder text = new StringBuilder();
                text.append("thread ").append(least.get(0).thread()).append(System.lineSeparator());
                least.forEach(mail -> text.append("  ").append(mail).append(System.lineSeparator()));
                differences.forEach((cell, difference) -> text.append("    ")
                        .append(cell)
                        .append(": ")
                        .append(difference)
                        .append(System.lineSeparator()));
                byKind.put(kind, text.toString());
            }
        }
        return world.scenario().name() + " seed " + world.seed() + ": " + failing
                + " threads differ alone; all together: " + together + System.lineSeparator()
                + String.join(System.lineSeparator(), byKind.values());
    }

    private static List<Mail> shrink(TwoOpinions opinions, List<Mail> thread) {
        List<Mail> least = thread;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = least.size() - 1; i >= 0; i--) {
                List<Mail> without = new ArrayList<>(least);
                without.remove(i);
                if (!differences(opinions, List.of(without)).isEmpty()) {
                    least = without;
                    smaller = true;
                }
            }
        }
        return least;
    }
}
