package io.docaxis.simulator.bench.load;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.bench.ClientSettings;
import io.docaxis.simulator.bench.MeasuredStage;
import io.docaxis.simulator.bench.ToolsLeg;
import io.docaxis.simulator.bench.Worker;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.Meter;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Clients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs laps: each on a broker of its own, or, where Kafka has no part in it, in one process. */
final class LoadLegs {

    private static final String AT_ONCE = "0";
    private static final String LINGERS = "1";

    private static final Pattern COUNTED = Pattern.compile(Worker.COUNTED);
    private static final Pattern MEASURED = Pattern.compile(LoadWorker.MEASURED);

    private final LoadBenchPlan plan;
    private final Path producer;
    private final Path consumer;
    private final Path payloads;

    private LoadLegs(LoadBenchPlan plan, Path directory) {
        this.plan = plan;
        producer = directory.resolve("producer.properties");
        consumer = directory.resolve("consumer.properties");
        payloads = directory.resolve("payloads.txt");
    }

    /** Writes what Kafka's clients and tool are to take: the settings that {@code load} has, and values. */
    static LoadLegs prepared(LoadBenchPlan plan, Path directory) {
        LoadLegs legs = new LoadLegs(plan, directory);
        Cluster any = Cluster.of("127.0.0.1:9092");
        try {
            ClientSettings.write(ClientSettings.ofALoadsProducer(any), legs.producer);
            ClientSettings.write(ClientSettings.ofThePipelinesConsumer(any, new Topics("any")), legs.consumer);
            RandomValues.write(legs.payloads, LoadBenchPlan.SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return legs;
    }

    LoadLap run(LoadLeg leg, int round, Path directory) throws InterruptedException {
        if (leg == LoadLeg.LOOP_ALONE) {
            return loop(round, directory);
        }
        try (MeasuredStage stage = new MeasuredStage(directory)) {
            Topics topics = new Topics("load");
            int partitions = stage.topics(topics);
            return switch (leg) {
                case TOOL_SENDS -> tool(stage, topics, round);
                case KAFKA_MOVES -> kafka(stage, topics, partitions, round);
                case KAFKA_AT_ONCE -> paced(leg, stage, topics, AT_ONCE, round);
                case KAFKA_LINGERS -> paced(leg, stage, topics, LINGERS, round);
                default -> new LoadCommandLeg(plan, stage, topics).run(leg, round);
            };
        }
    }

    private LoadLap tool(MeasuredStage stage, Topics topics, int round) throws InterruptedException {
        long startedAtMs = System.currentTimeMillis();
        ProgramProcess sender = stage.start(
                MeasuredStage.GENERATOR,
                ToolsLeg.ENGLISH,
                ToolsLeg.producerArguments(
                                stage.cluster().bootstrapServers(), topics.events(), plan.records(), payloads, producer)
                        .toArray(String[]::new));
        stage.awaitDone(sender);
        long endedAtMs = System.currentTimeMillis();
        // the tool ends well even where every send failed
        long records = stage.view().records(topics.events());
        if (records != plan.records()) {
            throw new ChildFailedException("Kafka's tool sent " + records + " of " + plan.records() + " records: "
                    + sender.out() + sender.err());
        }
        return lap(
                LoadLeg.TOOL_SENDS,
                round,
                records,
                records / ToolsLeg.lastRate(sender.out()),
                Optional.empty(),
                stage.usage(startedAtMs, endedAtMs));
    }

    private LoadLap kafka(MeasuredStage stage, Topics topics, int partitions, int round) throws InterruptedException {
        String servers = stage.cluster().bootstrapServers();
        String records = Long.toString(plan.records());
        ProgramProcess counter = stage.start(
                MeasuredStage.CONSUMER,
                List.of(),
                Worker.COMMAND,
                Worker.COUNT,
                consumer.toString(),
                servers,
                topics.events(),
                topics.group(),
                records);
        stage.awaitAssigned(topics, partitions);
        ProgramProcess sender = stage.start(
                MeasuredStage.GENERATOR,
                List.of(),
                Worker.COMMAND,
                LoadWorker.SEND,
                producer.toString(),
                servers,
                topics.events(),
                records,
                Integer.toString(LoadBenchPlan.SIZE));
        stage.awaitDone(sender);
        stage.awaitDone(counter);
        long endedAtMs = Long.parseLong(counter.awaitPrinted(COUNTED).group(2));
        long startedAtMs = stage.view().firstSentAtMs(topics.events());
        return lap(
                LoadLeg.KAFKA_MOVES,
                round,
                plan.records(),
                (endedAtMs - startedAtMs) / 1000.0,
                Optional.empty(),
                stage.usage(startedAtMs, endedAtMs));
    }

    private LoadLap paced(LoadLeg leg, MeasuredStage stage, Topics topics, String lingerMs, int round)
            throws InterruptedException {
        ProgramProcess pair = stage.start(
                MeasuredStage.GENERATOR,
                List.of(),
                Worker.COMMAND,
                LoadWorker.PACED,
                producer.toString(),
                stage.cluster().bootstrapServers(),
                topics.events(),
                Integer.toString(LoadBenchPlan.RATE),
                Integer.toString(plan.seconds()),
                Integer.toString(LoadBenchPlan.SIZE),
                lingerMs);
        stage.awaitDone(pair);
        Matcher measured = pair.awaitPrinted(MEASURED);
        return measured(leg, round, measured, pair, stage.usage(fromMs(measured), toMs(measured)));
    }

    private LoadLap loop(int round, Path directory) throws InterruptedException {
        List<String> jvmOptions = new ArrayList<>(ProgramProcess.optionsOfALoad());
        jvmOptions.add("-Djava.io.tmpdir=" + directory);
        try (Meter meter = Meter.started();
                ProgramProcess loop = ProgramProcess.start(
                        jvmOptions,
                        Worker.COMMAND,
                        LoadWorker.SLIP,
                        plan.scenario(),
                        Integer.toString(plan.seconds()),
                        Integer.toString(LoadBenchPlan.SIZE))) {
            meter.follow(MeasuredStage.GENERATOR, loop.pid());
            Matcher measured = loop.awaitPrinted(MEASURED);
            return measured(LoadLeg.LOOP_ALONE, round, measured, loop, meter.between(fromMs(measured), toMs(measured)));
        }
    }

    private static LoadLap measured(LoadLeg leg, int round, Matcher measured, ProgramProcess worker, Usage usage) {
        return lap(
                leg,
                round,
                Long.parseLong(measured.group(1)),
                (toMs(measured) - fromMs(measured)) / 1000.0,
                Optional.of(LapLatency.parse(worker.out())),
                usage);
    }

    private static long fromMs(Matcher measured) {
        return Long.parseLong(measured.group(2));
    }

    private static long toMs(Matcher measured) {
        return Long.parseLong(measured.group(3));
    }

    private static LoadLap lap(
            LoadLeg leg, int round, long events, double seconds, Optional<LapLatency> latency, Usage usage) {
        return new LoadLap(leg, round, events, seconds, latency, usage, Clients.UNKNOWN, List.of());
    }
}
