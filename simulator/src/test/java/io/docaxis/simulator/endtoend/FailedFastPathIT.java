package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.fastpath.FastPathException;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.publish.PublishProgress;
import io.docaxis.producer.publish.PublishResult;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.simulator.FailingPath;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.command.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source whose fast path fails in mid-run ends within seconds; without it, it goes on where it ended, and the run is exact. */
class FailedFastPathIT {

    private static final int PARTITIONS = 3;
    /** Half the time after which Kafka's producer gives up records that nobody answers; on an idle machine it takes a second. */
    private static final int SOON_MS = 60_000;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, Assertions::fail);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"2, none, false", "9, none, true", "40, zstd, false", "41, none, true", "42, gzip, false"})
    void isExactWhereASourceGoesOnWithoutIt(int step, String compression, boolean isLinkage) {
        Topics topics = new Topics("failed-" + step);
        Scenario scenario = Scenarios.read("quiet-day");
        World world = new World(scenario, scenario.seed());
        RunIdentity run = new RunIdentity(scenario, scenario.seed(), 1);
        Cluster cluster =
                new Cluster(broker.bootstrapServers(), Map.of("compression.type", compression, "batch.size", "5000"));
        new TopicSetup(cluster, topics).ensure(PARTITIONS);
        FastPath failing = new FailingPath(
                FastPath.Side.PRODUCER,
                step,
                () -> isLinkage ? new NoSuchMethodError("planted") : new IllegalStateException("planted"));

        long startedAtMs = System.currentTimeMillis();
        PublishResult failed = publisher(cluster, topics, run, false, failing).publish(world);

        assertThat(System.currentTimeMillis() - startedAtMs).isLessThan(SOON_MS);
        assertThat(failed.complete()).isFalse();
        assertThat(failed.failure()).isInstanceOf(FastPathException.class);

        FastPath off = new FastPath(FastPath.Side.PRODUCER, FastClients.OFF);
        Publisher second = publisher(cluster, topics, run, true, off);
        PublishResult resumed = second.publish(world);

        assertThat(resumed.complete()).isTrue();
        InProcess consume = new InProcess("consume --until-ended", broker, topics.prefix());
        assertThat(consume.exitCode()).as(consume.err()).isEqualTo(ExitCode.EXACT);
        InProcess verify = new InProcess("verify --timeout 60", broker, topics.prefix());
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isEqualTo(ExitCode.EXACT);
        PublishProgress sent = second.progress();
        System.out.println("step " + step + ": " + sent.found() + " of " + sent.acknowledged() + " events were there");
    }

    private static Publisher publisher(Cluster cluster, Topics topics, RunIdentity run, boolean resume, FastPath path) {
        return new Publisher(
                new Destination(cluster, topics, PreparedTopics.of(PARTITIONS)),
                run,
                0,
                Pace.of(Speed.MAX),
                resume,
                path);
    }
}
