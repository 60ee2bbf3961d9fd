package io.docaxis.monitor.figures;

import io.docaxis.common.event.Unreadable;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueDuties;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.consumer.exchange.ExchangeOutput;
import io.docaxis.monitor.endpoint.Series;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.simulator.PurePartitions;
import io.docaxis.simulator.PurePipeline;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A whole story in memory, from plan to the figures of a monitor that looks once each simulated hour, and once more at the end. */
public final class HourlyLooks {

    private static final int HOUR_S = 3_600;

    /** What is seen at one moment, after a commit. */
    public record Look(TallySnapshot tally, TallyReader reader, RunRules rules, OverdueDuties duties) {

        public Collection<LatenessRevision> overdue() {
            return duties.all();
        }

        ResponseFigures response() {
            return ResponseFigures.of(overdue(), tally, rules);
        }

        /** The day of an instant, in the run's time. */
        public int dayOf(long instant) {
            return rules.dayOf(instant);
        }

        /** What metrics show of agencies, as Prometheus reads it. */
        public String scrape() {
            Series series = new Series();
            AgencyMetrics agencies = new AgencyMetrics(new FigureSeries(series, "c", "p"));
            agencies.add(new Round(tally, Set.of(), List.of(), Optional.empty(), true));
            agencies.add(response());
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            registry.getPrometheusRegistry().register(series::snapshots);
            return registry.scrape();
        }

        OverdueFigures figures() {
            return response().overdue();
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
        run = 1;
        duties = new OverdueDuties(run);
        lateness = new LatenessReader((of, revision) -> {
            duties.said(of, revision);
            listener.said(of, revision);
        });
        partitions = new PurePartitions(
                count,
                partition -> new ExchangeOutput() {
                    @Override
                    public void deadLetter(Unreadable reason, long offset) {}

                    @Override
                    public void lateness(byte[] key, byte[] value) {
                        lateness.read(0, 0, 0, key, value);
                    }
                },
                Integer.MAX_VALUE);
        rules = new RunRules(started);
        nextAt = started.getStartsAt() + HOUR_S;
    }

    /**
     * Plays a world.
     *
     * @param listener told of all that becomes known of lateness, before the look at it
     */
    public static PurePipeline.Outcome play(
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
        observer.accept(new Look(lastRun.snapshot(tally, 0), tally, rules, duties));
    }
}
