package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.load.Load;
import io.docaxis.simulator.load.LoadPlan;
import io.docaxis.simulator.load.LoadState;
import io.docaxis.simulator.load.LoadSurroundings;
import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Plays a load's traffic before the load, on a broker of its own that is gone afterwards: so Java has compiled what is hot, and the cluster of
 * the load knows nothing of it. One thread.
 */
final class Rehearsal implements LoadSurroundings {

    private final LoadPlan plan;
    private final ConsumerOptions consumerOptions;
    private final Interruption interruption;
    private final ProgressLine progress;
    private final Stopwatch stopwatch = Stopwatch.started();
    private Duration time;
    private long startedMs = Long.MAX_VALUE;

    Rehearsal(LoadPlan plan, ConsumerOptions consumerOptions, Interruption interruption, ProgressLine progress) {
        this.plan = plan;
        this.consumerOptions = consumerOptions;
        this.interruption = interruption;
        this.progress = progress;
    }

    /** Plays it for a time; not at all where that is 0. */
    void play(Duration forTime) {
        if (forTime.isZero()) {
            return;
        }
        time = forTime;
        // where this broker fails, its clients say so
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> {})) {
            Cluster cluster = Cluster.of(broker.bootstrapServers());
            Topics topics = new Topics(Topics.DEFAULT_PREFIX);
            PreparedTopics prepared = new TopicSetup(cluster, topics).prepare(0, EnumSet.allOf(Purpose.class));
            FastPath path = new FastPath(FastPath.Side.PRODUCER, consumerOptions.fastClients.chosen);
            LoadPlan rehearsed = plan.rehearsed(forTime);
            try (Load load = new Load(
                    rehearsed,
                    cluster,
                    topics,
                    prepared,
                    path,
                    () -> consumerOptions.rehearsed(cluster, topics, prepared.partitions()),
                    consumerOptions::transactionTooLong)) {
                load.rehearse(this);
            }
            broker.disregard();
        }
    }

    @Override
    public boolean pause(long ms) {
        return interruption.await(ms) || stopwatch.elapsedMs() - startedMs > time.toMillis();
    }

    @Override
    public void look(LoadState state) {
        if (startedMs == Long.MAX_VALUE && state.share().isPresent()) {
            startedMs = stopwatch.elapsedMs();
        }
        progress.show(
                new ProgressSnapshot(
                        "rehearsing",
                        OptionalLong.empty(),
                        state.share().isPresent() ? state.share() : OptionalDouble.of(0),
                        state.acknowledged(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                stopwatch.elapsedMs());
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public Optional<String> longSilence() {
        return Optional.empty();
    }

    /** It ends with its time, whatever the broker does. */
    @Override
    public Optional<String> silence() {
        return Optional.empty();
    }
}
