package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.producer.schedule.Speed;
import io.docaxis.simulator.FailingPath;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a command says of a source whose fast path failed. */
class FailedSourceIT {

    @Test
    void saysWhyAndHowToGoOn() {
        Topics topics = new Topics("failed");
        Scenario scenario = Scenarios.read("quiet-day");
        World world = new World(scenario, scenario.seed());
        RunIdentity run = new RunIdentity(scenario, scenario.seed(), 1);
        FastPath failing = new FailingPath(FastPath.Side.PRODUCER, 40, () -> new NoSuchMethodError("planted"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, Assertions::fail);
                Sources sources = new Sources(Excerpt.whole(world))) {
            // small blocks, so that there are many steps
            Cluster cluster = new Cluster(broker.bootstrapServers(), Map.of("batch.size", "5000"));
            new TopicSetup(cluster, topics).ensure(3);
            sources.start(
                    "1/1",
                    new Publisher(
                            new Destination(cluster, topics, PreparedTopics.of(3)),
                            run,
                            0,
                            Pace.of(Speed.MAX),
                            false,
                            failing));
            Waiting.until("the source to end", () -> sources.progress().sent(), sources::ended);

            assertThat(sources.failures())
                    .containsExactly("source 1/1 could not send everything: its fast path failed: planted;"
                            + " nothing of what was on it was sent");
            assertThat(sources.advice(true)).isEqualTo("; --resume --fast-clients off goes on from there");
            assertThat(sources.advice(false)).endsWith("; try --fast-clients off");
        }
    }
}
