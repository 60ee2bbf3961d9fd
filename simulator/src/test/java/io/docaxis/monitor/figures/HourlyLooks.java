package io.docaxis.monitor.figures;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.simulator.PurePartitions;
import io.docaxis.simulator.PurePipeline;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;

/** A whole story in memory, from plan to the figures of a monitor that looks once each simulated hour, and once more at the end. */
final class HourlyLooks {

    private static final int HOUR_S = 3_600;

    /** What is seen at one moment, after a commit. */
    record Look(TallySnapshot tally, RunRules rules, OverdueDuties duties, long run) {

        Collection<LatenessRevision> overdue() {
            return duties.overdue(run);
        }

        OverdueFigures figures() {
            return OverdueFigures.of(overdue(), tally, rules);
        }
    }

    private final LastRun lastRun = new LastRun();
    private final TallyReader tally = new TallyReader(lastRun);
    private final OverdueDuties duties;
    private final LatenessReader lateness;
    private final PurePartitions partitions;
    private final RunRules rules;
    private final long run;
    private final Consumer<Look> observer;
    private long nextAt;

    private HourlyLooks(int count, RunStarted started, LatenessReader.Listener listener, Consumer<Look> observer) {
        this.observer = observer;
        duties = new OverdueDuties(started.getHorizonS());
        lateness = new LatenessReader((of, before, now) -> {
            duties.changed(of, before, now);
            listener.changed(of, before, now);
        });
        partitions = new PurePartitions(
                count,
                partition -> new ExchangeOutput() {
                    @Override
                    public void deadLetter(Unreadable reason, long offset) {}

                    @Override
                    public void lateness(String key, Lateness said) {
                        lateness.read(0, 0, 0, key.getBytes(StandardCharsets.UTF_8), said.toByteArray());
                    }
                },
                Integer.MAX_VALUE);
        rules = new RunRules(started);
        run = 1;
        nextAt = started.getStartsAt() + HOUR_S;
    }

    /**
     * Plays a world.
     *
     * @param listener told of all that becomes known of lateness, before the look at it
     */
    static PurePipeline.Outcome play(
            World world, int sources, int partitions, LatenessReader.Listener listener, Consumer<Look> observer) {
        return play(world, sources, partitions, listener, observer, (delivery, value) -> {});
    }

    /** The same, with somebody who sees all that is delivered. */
    static PurePipeline.Outcome play(
            World world,
            int sources,
            int partitions,
            LatenessReader.Listener listener,
            Consumer<Look> observer,
            PurePipeline.Witness witness) {
        RunStarted started = new RunIdentity(world.scenario(), world.seed(), sources).runStarted();
        HourlyLooks looks = new HourlyLooks(partitions, started, listener, observer);
        PurePipeline.Outcome outcome =
                PurePipeline.run(Excerpt.whole(world), started, looks.partitions, (delivery, value) -> {
                    looks.lookIfDue();
                    witness.saw(delivery, value);
                });
        looks.look();
        return outcome;
    }

    private void lookIfDue() {
        long watermark = partitions.watermark();
        if (watermark >= nextAt) {
            look();
            nextAt = watermark - Math.floorMod(watermark, HOUR_S) + HOUR_S;
        }
    }

    private void look() {
        partitions.publish(tally, run);
        if (!lateness.problems().isEmpty()) {
            throw new AssertionError(lateness.problems());
        }
        observer.accept(new Look(lastRun.snapshot(tally, 0), rules, duties, run));
    }
}
