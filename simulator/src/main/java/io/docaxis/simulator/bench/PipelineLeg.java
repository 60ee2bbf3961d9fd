package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.JsonReport;
import java.nio.file.Path;
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
            MeasuredStage stage,
            String scenario,
            long documents,
            FastClients fastClients,
            int round,
            List<String> consumerOptions)
            throws InterruptedException {
        Topics topics = new Topics("pipeline");
        int partitions = stage.topics(topics);
        Path results = stage.directory().resolve("results");
        ProgramProcess consumer = stage.startOn(
                topics,
                MeasuredStage.CONSUMER,
                consumerOptions,
                "consume",
                "--until-ended",
                "--fast-clients",
                fastClients.label());
        ProgramProcess verdict = stage.startOn(
                topics,
                MeasuredStage.VERDICT,
                List.of(),
                "verify",
                "--timeout",
                Long.toString(MeasuredStage.PATIENCE.toSeconds()),
                "--results",
                results.toString());
        stage.awaitAssigned(topics, partitions);
        ProgramProcess producer = stage.startOn(
                topics,
                MeasuredStage.GENERATOR,
                List.of(),
                "produce",
                scenario,
                "--documents",
                Long.toString(documents),
                "--fast-clients",
                fastClients.label());
        stage.awaitPrinted(verdict, SAID);
        long endedAtMs = System.currentTimeMillis();
        stage.awaitDone(verdict);
        stage.awaitDone(consumer);
        stage.awaitDone(producer);

        JsonNode result = JsonReport.read(results.resolve("result.json"));
        if (!result.get("verdict").asString().equals("exact")) {
            throw new ChildFailedException(
                    "the verdict of a pipeline lap is " + result.get("verdict").asString() + ":\n" + verdict.out());
        }
        long startedAtMs = stage.view().firstSentAtMs(topics.events());
        return new Lap(
                Leg.PIPELINE,
                round,
                stage.view().records(topics.events()),
                (endedAtMs - startedAtMs) / 1000.0,
                (stage.view().lastSentAtMs(topics.events()) - startedAtMs) / 1000.0,
                (stage.view().lastSentAtMs(topics.tally()) - startedAtMs) / 1000.0,
                stage.usage(startedAtMs, endedAtMs),
                new Clients(
                        Client.said(FastPath.Side.PRODUCER, producer.out()),
                        Client.said(FastPath.Side.CONSUMER, consumer.out())));
    }
}
