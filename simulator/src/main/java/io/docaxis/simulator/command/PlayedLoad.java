package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.EventsTopic;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.cluster.ClusterWatch;
import io.docaxis.simulator.load.Load;
import io.docaxis.simulator.load.LoadPlan;
import io.docaxis.simulator.load.LoadState;
import io.docaxis.simulator.load.LoadSurroundings;
import io.docaxis.simulator.load.PassedRecords;
import io.docaxis.simulator.load.result.LoadResult;
import io.docaxis.simulator.service.ProducerEndpoints;
import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** A load on a cluster that is there, and what its user sees meanwhile. One thread. */
final class PlayedLoad implements LoadSurroundings {

    /** What has not answered for so long, at the end of a load of which sends failed, is gone. */
    private static final Duration LAST_CONTACT = Duration.ofSeconds(5);

    /** What has not answered for so long is not waited for by a load that has nothing more to send. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final LoadPlan plan;
    private final Cluster cluster;
    private final LoadClusterOptions options;
    private final int partitions;
    private final ConsumerOptions consumerOptions;
    private final Interruption interruption;
    private final Optional<ClusterWatch> watch;
    private final ProgressLine progress;
    private final PrintWriter err;
    private final Stopwatch stopwatch = Stopwatch.started();
    private PreparedTopics prepared;
    private PassedRecords passedRecords;

    /** @param watch of a cluster that is not docaxis' own */
    PlayedLoad(
            LoadPlan plan,
            Cluster cluster,
            LoadClusterOptions options,
            int partitions,
            ConsumerOptions consumerOptions,
            Interruption interruption,
            Optional<ClusterWatch> watch,
            ProgressLine progress,
            PrintWriter err) {
        this.plan = plan;
        this.cluster = cluster;
        this.options = options;
        this.partitions = partitions;
        this.consumerOptions = consumerOptions;
        this.interruption = interruption;
        this.watch = watch;
        this.progress = progress;
        this.err = err;
    }

    /** Makes sure of the topics, and that nothing is in them that the load would add to. */
    void prepare() {
        prepared = prepare(options.topics());
        Load.requireUnused(plan, cluster, options.topics(), prepared);
    }

    /**
     * Plays it, on topics that were prepared; empty if it was stopped before it began.
     *
     * @param isOwnBroker whether what all have passed may be deleted
     */
    Optional<LoadResult> play(boolean isOwnBroker) {
        Topics topics = options.topics();
        FastPath path = new FastPath(FastPath.Side.PRODUCER, consumerOptions.fastClients.chosen);
        try (Load load = new Load(
                plan,
                cluster,
                topics,
                prepared,
                path,
                () -> consumerOptions.settings(cluster, topics, prepared.partitions()),
                consumerOptions::transactionTooLong)) {
            return play(load, topics, path, isOwnBroker);
        }
    }

    private Optional<LoadResult> play(Load load, Topics topics, FastPath path, boolean isOwnBroker) {
        // docaxis' own consumer serves them
        ConfigurableApplicationContext endpoints = plan.consume().isOwn()
                ? null
                : ProducerEndpoints.start(consumerOptions.endpoint(), topics, load::statuses, path);
        try (endpoints;
                PassedRecords passed = isOwnBroker
                        ? new PassedRecords(cluster, plan.topic(topics), plan.disk(), load::passed)
                        : null) {
            passedRecords = passed;
            Optional<LoadResult> result = load.play(this, interruption::isRequested);
            progress.clear();
            return result;
        }
    }

    private PreparedTopics prepare(Topics topics) {
        if (!plan.isProved()) {
            return EventsTopic.prepare(cluster, plan.topic(topics), partitions);
        }
        TopicSetup setup = new TopicSetup(cluster, topics);
        EnumSet<Purpose> all = EnumSet.allOf(Purpose.class);
        PreparedTopics made = options.fresh ? setup.renew(partitions, all) : setup.prepare(partitions, all);
        made.warnings().forEach(warning -> err.println("warning: " + warning));
        return made;
    }

    /**
     * Asks whether what is sent has room, before anything is made or deleted.
     *
     * @param own broker of docaxis, where it is not the user's cluster
     * @throws UsageException if the disk budget does not allow it, or docaxis' own broker has not so much left
     */
    void requireRoom(Optional<EmbeddedBroker> own) {
        Optional<String> refusal = own.isPresent()
                ? plan.disk().refusalOfOwnBroker(plan.events(), plan.valueBytes(), free(own.get()))
                : plan.disk().refusal(plan.events(), plan.valueBytes(), replicas());
        refusal.ifPresent(why -> {
            throw new UsageException("--disk-budget: " + why);
        });
    }

    private static long free(EmbeddedBroker broker) {
        return broker.directory().toFile().getUsableSpace();
    }

    private int replicas() {
        return EventsTopic.replicas(cluster, plan.topic(options.topics()));
    }

    @Override
    public boolean pause(long ms) {
        return interruption.await(ms);
    }

    @Override
    public void look(LoadState state) {
        watch.ifPresent(each -> Screen.tell(each.news(), progress, err));
        progress.show(
                new ProgressSnapshot(
                        state.phase(),
                        state.simulatedAt(),
                        state.share(),
                        state.acknowledged(),
                        state.behindMs(),
                        state.lag()),
                stopwatch.elapsedMs());
    }

    @Override
    public Optional<String> trouble() {
        return passedRecords == null ? Optional.empty() : passedRecords.exceeded();
    }

    /** Kafka's client would wait for each event that is due, a minute for each. */
    @Override
    public Optional<String> longSilence() {
        try {
            watch.ifPresent(each -> each.requireAnswers(LONGEST_SILENCE));
            return Optional.empty();
        } catch (ClusterException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** docaxis' own broker is of this process. */
    @Override
    public Optional<String> silence() {
        if (watch.isEmpty()) {
            return Optional.empty();
        }
        try {
            ClusterWatch.open(cluster, LAST_CONTACT).close();
            return Optional.empty();
        } catch (ClusterException e) {
            return Optional.of(e.getMessage());
        }
    }
}
