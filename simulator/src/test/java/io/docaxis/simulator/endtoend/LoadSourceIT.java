package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.fastsend.SentEvents;
import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.LoadProgress;
import io.docaxis.producer.publish.LoadSource;
import io.docaxis.producer.publish.LoadTarget;
import io.docaxis.producer.publish.PublishResult;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.publish.SendTimes;
import io.docaxis.producer.publish.SteadyClock;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.producer.schedule.Arrivals;
import io.docaxis.producer.schedule.LoadShape;
import io.docaxis.producer.schedule.Rate;
import io.docaxis.producer.schedule.RatePlan;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ClusterView;
import io.docaxis.simulator.process.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources of a load on a broker in a process of its own, which is there, and is not for longer than they wait. */
class LoadSourceIT {

    private static final int SOURCES = 2;
    private static final int PARTITIONS = 3;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final World WORLD = new World(Scenarios.read("national-2023").scaled(20_000), 2023);
    private static final RunIdentity RUN = new RunIdentity(WORLD.scenario(), WORLD.seed(), SOURCES);

    private static Stage stage;
    private static int tests;

    /** What one source hears; instants of what is acknowledged are in their order. */
    private static final class Heard implements SendTimes {
        final AtomicLong given = new AtomicLong();
        final AtomicLong acknowledged = new AtomicLong();
        final AtomicLong failed = new AtomicLong();
        final AtomicLong inBlocks = new AtomicLong();
        final AtomicLong disorder = new AtomicLong();

        @Override
        public void given(long intendedAtNs, long givenAtNs) {
            given.incrementAndGet();
            disorder.addAndGet(givenAtNs < intendedAtNs ? 1 : 0);
        }

        @Override
        public void acknowledged(SentEvents events, long requestedAtNs, long acknowledgedAtNs) {
            acknowledged.addAndGet(events.count());
            long fromNs = events.givenAtNs(events.count() - 1);
            if (requestedAtNs != SentEvents.UNKNOWN) {
                inBlocks.addAndGet(events.count());
                disorder.addAndGet(fromNs > requestedAtNs || requestedAtNs > acknowledgedAtNs ? 1 : 0);
            }
            for (int i = 0; i < events.count(); i++) {
                long lateNs = events.givenAtNs(i) - events.intendedAtNs(i);
                disorder.addAndGet(events.slipNs(i) < 0 || events.slipNs(i) > lateNs ? 1 : 0);
            }
            disorder.addAndGet(events.firstOffset() < 0 ? 1 : 0);
        }

        @Override
        public void failed(SentEvents events, Exception cause) {
            failed.addAndGet(events.count());
        }
    }

    private final Topics topics = new Topics("load-" + tests++);
    private final FastPath path = new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO);
    private final SteadyClock clock = SteadyClock.ofThisMachine();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Heard> heard = new ArrayList<>();
    private final List<LoadSource> sources = new ArrayList<>();

    @BeforeAll
    static void startBroker() throws Exception {
        stage = Stage.open();
    }

    @AfterAll
    static void stopBroker() {
        stage.close();
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    @Test
    void whatIsSentAtARateIsProvedThoughItEndsBeforeItsWorld() throws Exception {
        new TopicSetup(stage.cluster(), topics).ensure(PARTITIONS);
        List<PublishResult> results = play(
                LoadTarget.proved(new Destination(stage.cluster(), topics, PreparedTopics.of(PARTITIONS))),
                3,
                new Arrivals.Poisson(5));

        assertThat(results).allMatch(PublishResult::complete);
        LoadProgress progress = progress();
        assertThat(progress.due())
                .isEqualTo(progress.scheduled())
                .isEqualTo(progress.acknowledged())
                .isBetween(17_000L, 19_000L);
        assertThat(sum(each -> each.given))
                .isEqualTo(sum(each -> each.acknowledged))
                .isEqualTo(progress.acknowledged());
        assertThat(sum(each -> each.inBlocks)).isGreaterThan(progress.acknowledged() * 9 / 10);
        assertThat(sum(each -> each.disorder)).isZero();
        Commands.run(stage, ExitCode.EXACT, topics, "consume", "--until-ended");
        System.out.println(Commands.run(stage, ExitCode.EXACT, topics, "verify", "--timeout", Commands.LONG));
    }

    @Test
    void goesOnWhereTheBrokerWasAwayForLongerThanItWaitsAndTheVerdictNamesWhatIsMissing() throws Exception {
        Cluster impatient = new Cluster(
                stage.cluster().bootstrapServers(),
                Map.of(
                        "request.timeout.ms",
                        "700",
                        "delivery.timeout.ms",
                        "1500",
                        "max.block.ms",
                        "300",
                        "buffer.memory",
                        "1048576"));
        new TopicSetup(stage.cluster(), topics).ensure(PARTITIONS);
        Future<Void> fault = threads.submit(this::strike);
        List<PublishResult> results = play(
                LoadTarget.proved(new Destination(impatient, topics, PreparedTopics.of(PARTITIONS))),
                12,
                Arrivals.EVEN);
        fault.get();

        assertThat(results).noneMatch(PublishResult::complete);
        LoadProgress progress = progress();
        assertThat(progress.due()).isEqualTo(72_000).isEqualTo(progress.scheduled());
        assertThat(progress.failed()).isPositive().isEqualTo(sum(each -> each.failed));
        assertThat(progress.unknown()).isZero();
        assertThat(progress.acknowledged()).isEqualTo(sum(each -> each.acknowledged));
        assertThat(sum(each -> each.disorder)).isZero();
        assertThat(path.isOpen()).isTrue();
        Commands.run(stage, ExitCode.EXACT, topics, "consume", "--until-ended");
        String verdict = Commands.run(stage, ExitCode.INCOMPLETE, topics, "verify", "--timeout", Commands.LONG);
        System.out.println(progress + "\n" + verdict);
        assertThat(verdict).contains("verdict: incomplete", "sends failed", "the obligations that do:", " of thread ");
    }

    static Stream<Map<String, String>> settings() {
        return Stream.of(
                Map.of(
                        "acks",
                        "1",
                        "enable.idempotence",
                        "false",
                        "compression.type",
                        "lz4",
                        "producer.linger.ms",
                        "5"),
                Map.of("acks", "0", "batch.size", "8000"),
                Map.of("linger.ms", "0"));
    }

    /** Events go one by one where the user's settings do not allow blocks. */
    @ParameterizedTest
    @MethodSource("settings")
    void whateverTheUserSetsHoldsWhereNothingIsProved(Map<String, String> settings) throws Exception {
        new TopicSetup(stage.cluster(), topics).ensure(PARTITIONS);
        Cluster cluster = new Cluster(stage.cluster().bootstrapServers(), settings);
        List<PublishResult> results =
                play(LoadTarget.unproved(cluster, topics.events(), PARTITIONS, 256 << 10), 1, Arrivals.EVEN);

        assertThat(results).allMatch(PublishResult::complete);
        assertThat(progress().due()).isEqualTo(6_000).isEqualTo(progress().acknowledged());
        assertThat(sum(each -> each.acknowledged)).isEqualTo(6_000);
        assertThat(sum(each -> each.inBlocks) > 0).isEqualTo(!settings.containsKey("linger.ms"));
        assertThat(sum(each -> each.disorder) == 0).isEqualTo(!"0".equals(settings.get("acks")));
        try (ClusterView view = new ClusterView(stage.cluster())) {
            assertThat(view.records(topics.ledger())).isZero();
            assertThat(view.records(topics.events())).isGreaterThan(6_000);
        }
    }

    /** Freezes the broker in mid-run, until sends have failed. */
    private Void strike() throws InterruptedException {
        Waiting.until("a load to be under way", () -> sources, () -> sum(each -> each.acknowledged) > 5_000);
        stage.broker().signal("STOP");
        try {
            Waiting.until("sends to fail", () -> sources, () -> sum(each -> each.failed) > 2_000);
        } finally {
            stage.broker().signal("CONT");
        }
        long before = sum(each -> each.acknowledged);
        Waiting.until("a load to go on", () -> sources, () -> sum(each -> each.acknowledged) > before + 2_000);
        return null;
    }

    private List<PublishResult> play(LoadTarget to, int durationS, Arrivals arrivals) throws Exception {
        RatePlan plan = new RatePlan(new LoadShape.Constant(new Rate(6_000)).over(durationS * SECOND_NS), arrivals);
        for (int source = 0; source < SOURCES; source++) {
            heard.add(new Heard());
            sources.add(new LoadSource(to, RUN, WORLD, source, plan, EventForm.PLAIN, path, clock, heard.get(source)));
        }
        for (LoadSource source : sources) {
            source.prepare();
        }
        long startsAtNs = clock.nowNs() + SECOND_NS / 2;
        List<CompletableFuture<PublishResult>> running = sources.stream()
                .map(source -> CompletableFuture.supplyAsync(() -> source.run(startsAtNs), threads))
                .toList();
        List<PublishResult> results = new ArrayList<>();
        for (CompletableFuture<PublishResult> each : running) {
            results.add(each.get());
        }
        sources.forEach(LoadSource::close);
        return results;
    }

    private LoadProgress progress() {
        return sources.stream()
                .map(LoadSource::progress)
                .reduce(LoadProgress::and)
                .orElseThrow();
    }

    private long sum(Function<Heard, AtomicLong> what) {
        return heard.stream().mapToLong(each -> what.apply(each).get()).sum();
    }
}
