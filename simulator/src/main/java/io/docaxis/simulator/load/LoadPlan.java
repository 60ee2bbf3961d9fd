package io.docaxis.simulator.load;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.schedule.Arrivals;
import io.docaxis.producer.schedule.LoadCurve;
import io.docaxis.producer.schedule.LoadShape;
import io.docaxis.producer.schedule.Rate;
import io.docaxis.simulator.load.judge.Requirements;
import io.docaxis.simulator.load.measure.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What one process does of a load, all of it known before anything starts.
 *
 * @param excerpt of a world that has more events than will be due
 * @param curve the wanted rate of the whole load, over its duration
 * @param arrivals how events keep to it
 * @param warmUp what is intended before it ends is in no total
 * @param sources of this process
 * @param shard which of the processes this is, from 0
 * @param shards processes that share the load
 * @param startAt when all of them begin; empty: once this one is ready
 * @param form of the records
 * @param valueBytes what a record's value takes, about
 * @param topic that events go to instead of the prefix's own
 * @param requirements that the load has to keep
 * @param abortOnBreach whether the load ends early once a requirement cannot be kept any more
 * @param allowInvalid whether a load that is invalid is taken for what it is
 * @param settings as the user gave them, by name, in the order in which they are shown
 */
public record LoadPlan(
        Excerpt excerpt,
        LoadCurve curve,
        Arrivals arrivals,
        Duration warmUp,
        int sources,
        int shard,
        int shards,
        Optional<Instant> startAt,
        EventForm form,
        long valueBytes,
        Optional<String> topic,
        Consumption consume,
        DiskBudget disk,
        Requirements requirements,
        boolean abortOnBreach,
        boolean allowInvalid,
        Map<String, String> settings) {

    /** What a rehearsal may write. */
    private static final long MOST_REHEARSED_BYTES = 1_000_000_000L;

    public LoadPlan {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** What all shards of the load play. */
    public RunIdentity run() {
        var world = excerpt.world();
        return new RunIdentity(world.scenario(), world.seed(), sources * shards, excerpt.beginsAt());
    }

    /** The number of one of this process' sources among all of the load. */
    public int source(int ofThisProcess) {
        return ofThisProcess * shards + shard;
    }

    /** Events that all shards send, about. */
    public long events() {
        return curve.eventsDue();
    }

    /** The same of this process alone. */
    public long eventsOfThisProcess() {
        return (events() + shards - 1) / shards;
    }

    /**
     * The same load in short, whose figures nobody wants: at its mean rate, by this process alone, into topics of a prefix; whom the user
     * named is not there.
     */
    public LoadPlan rehearsed(Duration time) {
        double seconds = time.toNanos() / 1e9;
        double mean = curve.eventsDue() / (curve.durationNs() / 1e9) / shards;
        double most = MOST_REHEARSED_BYTES / (double) DiskBudget.bytesOf(1, valueBytes) / seconds;
        return new LoadPlan(
                excerpt,
                new LoadShape.Constant(new Rate(Math.min(mean, most))).over(time.toNanos()),
                arrivals,
                Duration.ZERO,
                sources,
                0,
                1,
                Optional.empty(),
                form,
                valueBytes,
                Optional.empty(),
                consume.rehearsed(),
                disk,
                Requirements.NONE,
                false,
                true,
                settings);
    }

    /** Where the events go. */
    public String topic(Topics topics) {
        return topic.orElse(topics.events());
    }

    /**
     * When it starts, is measured and ends.
     *
     * @param readyAtNs when all of this process is ready
     * @param untilNs from then to its start, where nobody says when that is
     * @throws ClusterException if it should have started by then
     */
    Stretch stretch(long readyAtNs, long untilNs) {
        long startAtNs = startAt.map(LoadPlan::ns).orElse(readyAtNs + untilNs);
        if (startAtNs < readyAtNs) {
            throw new ClusterException("the load was ready at "
                    + Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(readyAtNs)) + ", and --start-at is "
                    + startAt.orElseThrow() + ": want a later instant");
        }
        return new Stretch(startAtNs, startAtNs + warmUp.toNanos(), startAtNs + curve.durationNs());
    }

    private static long ns(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    public boolean isProved() {
        return consume.isOwn();
    }
}
