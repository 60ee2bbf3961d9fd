package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueDuties;
import io.docaxis.monitor.figures.HourlyLooks.Look;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.ScenarioDraws;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.CommitSeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A monitor that has just been started shows what one shows that has run all the time, whatever was compacted away meanwhile. */
class RestartedMonitorTest {

    /** The lateness topic, compacted now and then: of what is not the last of its key, some or nothing is left. */
    private static final class Compacted implements LatenessReader.Listener {
        final Random random;
        final List<LatenessRevision> records = new ArrayList<>();
        final Map<Object, LatenessRevision> last = new HashMap<>();
        long gone;

        Compacted(long seed) {
            random = new Random(seed);
        }

        @Override
        public void said(long run, LatenessRevision revision) {
            records.add(revision);
            last.put(revision.duty(), revision);
        }

        void compact() {
            int before = records.size();
            boolean all = random.nextBoolean();
            records.removeIf(record -> last.get(record.duty()) != record && (all || random.nextBoolean()));
            gone += before - records.size();
        }

        OverdueDuties readFromItsStart(long run) {
            OverdueDuties duties = new OverdueDuties(run);
            records.forEach(record -> duties.said(run, record));
            return duties;
        }
    }

    private long restarts;
    private long gone;
    private long revisions;
    private long counted;

    @Test
    void countsAlike() {
        long seed = CommitSeed.get();
        ScenarioDraws draws = new ScenarioDraws(seed);
        int played = 0;
        while (played < 15) {
            World world = KnownOverdueTest.next(draws);
            if (world != null) {
                compare(world, "seed " + seed + ", scenario " + ++played);
            }
        }
        for (String name : List.of("broken-channel", "silent-province")) {
            Scenario scenario = Scenarios.read(name).scaled(5_000);
            compare(new World(scenario, scenario.seed()), name);
        }
        System.out.printf(
                "%d restarts; %,d records were compacted away; %,d duties counted, %,d revisions of them%n",
                restarts, gone, counted, revisions);
        assertThat(gone).isPositive();
        assertThat(revisions).isPositive();
    }

    private void compare(World world, String which) {
        Compacted topic = new Compacted(world.seed());
        long[] looks = new long[1];
        DutyCounts[] before = new DutyCounts[1];
        HourlyLooks.play(world, 1 + (int) (world.seed() % 3), 2, topic, look -> {
            ResponseFigures response = look.response();
            assertThat(response.overdue().agreesWith(look.tally())).as(which).isTrue();
            DutyCounts counts = response.duties().orElseThrow();
            if (before[0] != null) {
                requireNoneFell(before[0], counts, which);
            }
            before[0] = counts;
            if (looks[0]++ % 24 == 0) {
                topic.compact();
                requireAlike(look, topic, which);
            }
        });
        gone += topic.gone;
        revisions += before[0].revisions();
        counted += sum(before[0].onTime()) + sum(before[0].late()) + sum(before[0].overdue());
    }

    private void requireAlike(Look look, Compacted topic, String which) {
        restarts++;
        long run = look.reader().lastRun();
        TallySnapshot tally = new LastRun().snapshot(look.reader(), 0);
        ResponseFigures restarted =
                ResponseFigures.of(topic.readFromItsStart(run).all(), tally, look.rules());
        ResponseFigures running = look.response();
        assertThat(restarted.duties().orElseThrow())
                .as(which)
                .usingRecursiveComparison()
                .isEqualTo(running.duties().orElseThrow());
        assertThat(restarted.overdue())
                .as(which)
                .usingRecursiveComparison()
                .ignoringFields("duties", "onDoubtfulClock")
                .isEqualTo(running.overdue());
        assertThat(dutiesOf(restarted)).as(which).isEqualTo(dutiesOf(running));
    }

    /** In no order: by duty, its last revision and whether its deadline stands on a doubtful clock. */
    private static Map<LatenessRevision, Boolean> dutiesOf(ResponseFigures figures) {
        OverdueFigures overdue = figures.overdue();
        Map<LatenessRevision, Boolean> duties = new HashMap<>();
        for (int i = 0; i < overdue.duties().size(); i++) {
            duties.put(overdue.duties().get(i), overdue.isOnDoubtfulClock(i));
        }
        return duties;
    }

    private static void requireNoneFell(DutyCounts before, DutyCounts now, String which) {
        for (int i = 0; i < now.late().length; i++) {
            assertThat(now.onTime()[i]).as(which).isGreaterThanOrEqualTo(before.onTime()[i]);
            assertThat(now.late()[i]).as(which).isGreaterThanOrEqualTo(before.late()[i]);
            assertThat(now.overdue()[i]).as(which).isGreaterThanOrEqualTo(before.overdue()[i]);
        }
        assertThat(now.revisions()).as(which).isGreaterThanOrEqualTo(before.revisions());
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
