package io.docaxis.simulator.load;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.monitor.page.RunHere;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.producer.form.EventFormat;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.producer.publish.LoadSource;
import io.docaxis.producer.publish.LoadTarget;
import io.docaxis.producer.publish.PublishProgress;
import io.docaxis.producer.publish.SteadyClock;
import io.docaxis.simulator.load.consume.CountSettings;
import io.docaxis.simulator.load.consume.CountingConsumer;
import io.docaxis.simulator.load.consume.FollowSettings;
import io.docaxis.simulator.load.consume.GroupFollower;
import io.docaxis.simulator.load.consume.JsonHeads;
import io.docaxis.simulator.load.consume.OwnConsumer;
import io.docaxis.simulator.load.consume.OwnLatencies;
import io.docaxis.simulator.load.consume.ProtobufHeads;
import io.docaxis.simulator.load.result.LoadResult;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.service.ConsumerSettings;
import io.docaxis.simulator.service.SourceStatus;
import io.docaxis.simulator.service.WatchedConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** This process' part of a load, on topics that are there: who sends, who consumes, what is measured; from its plan to its result. */
public final class Load implements AutoCloseable {

    /** Who has something to read, and has not got on for so long, stands still. */
    private static final RunHere LOAD = RunHere.watching("load");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LoadPlan plan;
    private final Cluster cluster;
    private final Topics topics;
    private final PreparedTopics prepared;
    private final FastPath path;
    private final SteadyClock clock = SteadyClock.ofThisMachine();
    private final LoadInstruments instruments = new LoadInstruments(clock::nowNs);
    private final ConsumerSide side;
    private volatile LoadPlay play;

    /**
     * Starts the consumer.
     *
     * @param topics of the prefix
     * @param prepared the topic of the events
     * @param path of the sources
     * @param consumer of docaxis' own consumer
     * @throws io.docaxis.common.kafka.ClusterException if the cluster does not answer or allow it
     */
    public Load(
            LoadPlan plan,
            Cluster cluster,
            Topics topics,
            PreparedTopics prepared,
            FastPath path,
            Supplier<ConsumerSettings> consumer,
            Supplier<String> transactionTooLong) {
        this.plan = plan;
        this.cluster = cluster;
        this.topics = topics;
        this.prepared = prepared;
        this.path = path;
        side = switch (plan.consume().kind()) {
            case OWN -> own(consumer.get(), transactionTooLong);
            case COUNT -> counting(consumer.get().stream().threads());
            case GROUP -> following();
            case NONE -> ConsumerSide.NOBODY;
        };
    }

    private ConsumerSide own(ConsumerSettings settings, Supplier<String> transactionTooLong) {
        OwnLatencies latencies =
                new OwnLatencies(plan.topic(topics), clock::nowNs, instruments, instruments.handOver());
        WatchedConsumer watched = WatchedConsumer.start(
                settings,
                prepared,
                latencies,
                this::statuses,
                path,
                WatchSettings.DEFAULT.of(Set.of(topics.prefix())),
                () -> LOAD);
        return new OwnSide(
                cluster,
                topics,
                watched,
                new OwnConsumer(watched, topics, latencies, clock::nowNs, transactionTooLong, PATIENCE),
                IntStream.range(0, plan.sources()).map(plan::source).boxed().collect(Collectors.toSet()));
    }

    private ConsumerSide counting(int threads) {
        return new CountSide(CountingConsumer.start(new CountSettings(
                cluster,
                plan.topic(topics),
                plan.run().hash(),
                source -> source % plan.shards() == plan.shard(),
                threads,
                plan.form().format() == EventFormat.JSON ? JsonHeads::new : ProtobufHeads::new,
                clock::nowNs,
                instruments,
                instruments.handOver(),
                PATIENCE)));
    }

    private ConsumerSide following() {
        String group = plan.consume().group();
        return new GroupSide(
                group,
                GroupFollower.start(new FollowSettings(
                        cluster, group, plan.topic(topics), false, clock::nowNs, sample -> {}, PATIENCE)));
    }

    /**
     * Plays it, and says what came of it; empty if it was stopped before it began.
     *
     * @param givesUp whether the user wants it to stop
     * @throws io.docaxis.common.kafka.ClusterException if it cannot begin
     */
    public Optional<LoadResult> play(LoadSurroundings around, BooleanSupplier givesUp) {
        play = new LoadPlay(plan, target(), clock, path, instruments, side);
        play.play(around);
        return play.stretch() == null
                ? Optional.empty()
                : Optional.of(new LoadOutcome(plan, play, side, Client.of(path)).result(givesUp));
    }

    /** Plays it for as long as its surroundings want, and says nothing of it. */
    public void rehearse(LoadSurroundings around) {
        play = new LoadPlay(plan, target(), clock, path, instruments, side);
        play.play(around);
    }

    private LoadTarget target() {
        return target(plan, cluster, topics, prepared);
    }

    /**
     * Makes sure that the sources of this process have sent nothing yet where they are to send.
     *
     * @throws io.docaxis.producer.publish.UsedPrefixException if they have
     * @throws io.docaxis.common.kafka.ClusterException if the cluster does not answer
     */
    public static void requireUnused(LoadPlan plan, Cluster cluster, Topics topics, PreparedTopics prepared) {
        LoadSource.requireUnused(
                target(plan, cluster, topics, prepared),
                plan.run(),
                IntStream.range(0, plan.sources()).map(plan::source).toArray());
    }

    private static LoadTarget target(LoadPlan plan, Cluster cluster, Topics topics, PreparedTopics prepared) {
        return plan.isProved()
                ? LoadTarget.proved(new Destination(cluster, topics, prepared))
                : LoadTarget.unproved(cluster, plan.topic(topics), prepared.partitions(), prepared.batchBytes());
    }

    /** The first offset of each partition that the consumer may still have to read. */
    public Map<TopicPartition, Long> passed() {
        Map<TopicPartition, Long> passed = new TreeMap<>(java.util.Comparator.comparingInt(TopicPartition::partition));
        for (int partition = 0; partition < prepared.partitions(); partition++) {
            OptionalLong offset = side.consumer().passed(partition);
            if (offset.isPresent()) {
                passed.put(new TopicPartition(plan.topic(topics), partition), offset.getAsLong());
            }
        }
        return passed;
    }

    /** How the sources of this process do, as metrics have it: all of them together. */
    public List<SourceStatus> statuses() {
        LoadPlay now = play;
        if (now == null) {
            return List.of();
        }
        LoadProgress sent = now.sources().progress();
        return List.of(new SourceStatus(
                (plan.shard() + 1) + "/" + plan.shards(),
                now.stretch() != null,
                new PublishProgress(
                        sent.scheduled(),
                        sent.acknowledged(),
                        0,
                        sent.failed(),
                        sent.simulatedAt(),
                        OptionalLong.of(sent.behindMs()),
                        OptionalLong.of(sent.mostBehindMs())),
                now.sources().silentMs(),
                Optional.empty()));
    }

    @Override
    public void close() {
        if (play != null) {
            play.close();
        }
        side.close();
    }
}
