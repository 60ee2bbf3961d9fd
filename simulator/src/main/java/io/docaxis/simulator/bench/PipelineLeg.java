package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.FastClients;
import io.docaxis.common.kafka.FastPath;
import io.docaxis.simulator.process.Child;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.result.Client;
import io.docaxis.simulator.result.Clients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The shipped commands {@code produce}, {@code consume} and {@code verify}, each a process, to an exact verdict. */
final class PipelineLeg {

    /** What {@code verify} says once it has compared. */
    private static final Pattern SAID = Pattern.compile("^verdict: .*\\R", Pattern.MULTILINE);

    private PipelineLeg() {}

    /**
     * Runs a lap.
     *
     * @param fastClients of producer and consumer
     * @param consumerOptions further options of the consumer's JVM
     */
    static Lap run(
            Stage stage,
            String scenario,
            long documents,
            FastClients fastClients,
            int round,
            List<String> consumerOptions,
            Duration patience)
            throws InterruptedException {
        Topics topics = new Topics("pipeline");
        int partitions = stage.topics(topics);
        Path results = stage.directory().resolve("results");
        Child consumer = stage.startOn(
                topics,
                Stage.CONSUMER,
                consumerOptions,
                "consume",
                "--until-ended",
                "--fast-clients",
                fastClients.label());
        Child verdict = stage.startOn(
                topics,
                Stage.VERDICT,
                List.of(),
                "verify",
                "--timeout",
                Long.toString(patience.toSeconds()),
                "--results",
                results.toString());
        stage.awaitAssigned(topics, partitions, patience);
        Child producer = stage.startOn(
                topics,
                Stage.GENERATOR,
                List.of(),
                "produce",
                scenario,
                "--documents",
                Long.toString(documents),
                "--fast-clients",
                fastClients.label());
        stage.awaitPrinted(verdict, SAID, patience);
        long endedAtMs = System.currentTimeMillis();
        stage.awaitDone(verdict, patience);
        stage.awaitDone(consumer, patience);
        stage.awaitDone(producer, patience);

        JsonNode result = JsonReport.read(results.resolve("result.json"));
        if (!result.get("verdict").asString().equals("exact")) {
            throw new ChildFailedException(
                    "the verdict of a pipeline lap is " + result.get("verdict").asString() + ":\n" + verdict.out());
        }
        long startedAtMs = stage.marks().firstSentAtMs(topics.events(), partitions);
        return new Lap(
                Leg.PIPELINE,
                round,
                stage.marks().records(topics.events(), partitions),
                (endedAtMs - startedAtMs) / 1000.0,
                (stage.marks().lastSentAtMs(topics.events(), partitions) - startedAtMs) / 1000.0,
                (stage.marks().lastSentAtMs(topics.tally(), 1) - startedAtMs) / 1000.0,
                stage.usage(startedAtMs, endedAtMs),
                new Clients(
                        Client.said(FastPath.Side.PRODUCER, producer.out()),
                        Client.said(FastPath.Side.CONSUMER, consumer.out())));
    }
}
