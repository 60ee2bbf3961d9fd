package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.time.LocalDate;
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

    /** Worlds of other seeds, for a longer search: {@code -DargLine=-Dchaos.seeds=20}. */
    private static final int SEEDS = Integer.getInteger("chaos.seeds", 1);

    private static final int DAY_S = 86_400;
    /** Clocks may be ahead by this much. */
    private static final long ANY_CLOCK_S = 80L * DAY_S;

    @ParameterizedTest
    @CsvSource({
        "quiet-day,3000,7,60,1,1",
        "poison,4000,7,60,2,3",
        "national-2023,8000,7,60,3,4",
        "tet-rush,3000,1,12,1,2",
        "slow-ministry,3000,2,14,2,2",
        "silent-province,3000,7,60,4,7"
    })
    void observerAndConsumerAgree(
            String name, long documents, int horizonDays, int finalAfterDays, int sources, int partitions) {
        Scenario scenario = Scenarios.read(name).scaled(documents);
        LocalDate calendarEnds = LocalDate.ofEpochDay(scenario.calendar().lastDay());
        assertAgreement(changed(scenario, horizonDays, finalAfterDays, calendarEnds), sources, partitions);
    }

    /** Chaos goes on for twenty days after the period, so that much of it finds no calendar any more. */
    @ParameterizedTest
    @CsvSource({"quiet-day,3000,7,60,9", "national-2023,4000,1,12,4", "tet-rush,2000,2,14,5", "poison,2000,7,60,19"})
    void observerAndConsumerAgreeWhereTheCalendarEnds(
            String name, long documents, int horizonDays, int finalAfterDays, int daysAfterThePeriod) {
        Scenario scenario = Scenarios.read(name).scaled(documents);
        LocalDate calendarEnds = scenario.period().to().plusDays(daysAfterThePeriod);
        assertAgreement(changed(scenario, horizonDays, finalAfterDays, calendarEnds), 1, 2);
    }

    @Test
    void chaosCausesWhateverCanBeCounted() {
        Scenario poison = Scenarios.read("poison").scaled(10_000);
        Scenario scenario = changed(poison, 7, 60, poison.period().to().plusDays(9));
        World world = new World(scenario, 1);
        Tally observed = new TwoOpinions(world, 1, 1, 1).observed(chaos(world).values());
        Set<Counter> elsewhere = EnumSet.of(
                Counter.DEAD_LETTER_MALFORMED,
                Counter.DEAD_LETTER_CHECKSUM,
                Counter.DEAD_LETTER_UNKNOWN_KIND,
                Counter.MISSING);
        for (Counter counter : Counter.values()) {
            if (counter.isCompared() && !elsewhere.contains(counter)) {
                assertThat(observed.count(counter)).as(counter.label()).isPositive();
            }
        }
    }

    private static void assertAgreement(Scenario scenario, int sources, int partitions) {
        for (long seed = scenario.seed(); seed < scenario.seed() + SEEDS; seed++) {
            World world = new World(scenario, seed);
            Map<Long, List<Mail>> threads = chaos(world);
            System.out.printf(
                    "%s seed %d: %,d threads, %,d deliveries to %d partitions from %d sources%n",
                    scenario.name(),
                    seed,
                    threads.size(),
                    threads.values().stream().mapToLong(List::size).sum(),
                    partitions,
                    sources);
            Disagreement disagreement = new Disagreement(new TwoOpinions(world, sources, partitions, 20));
            SortedMap<String, String> differences = disagreement.on(threads.values());
            if (!differences.isEmpty()) {
                throw new AssertionError(scenario.name() + " seed " + seed + ": " + differences + System.lineSeparator()
                        + disagreement.explain(new TwoOpinions(world, 1, 1, 1), threads.values()));
            }
        }
    }

    private static Map<Long, List<Mail>> chaos(World world) {
        Chaos chaos = new Chaos(world, ANY_CLOCK_S);
        ThreadPlanner planner = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();
        Map<Long, List<Mail>> threads = new TreeMap<>();
        for (long thread = 0; thread < world.threads(); thread++) {
            planner.plan(thread, plan);
            threads.put(thread, chaos.deliver(plan));
        }
        return threads;
    }

    private static Scenario changed(Scenario s, int horizonDays, int finalAfterDays, LocalDate calendarEnds) {
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
                ending(s.calendar(), calendarEnds),
                rules,
                s.agencies(),
                s.volume(),
                s.traffic(),
                s.behaviour(),
                s.exceptions(),
                s.mistakes(),
                s.disturbances(),
                s.requirements());
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
}
