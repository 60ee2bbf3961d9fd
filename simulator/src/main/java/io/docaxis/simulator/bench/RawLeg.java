package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.simulator.process.ProgramProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Kafka alone: the run's own records, the pipeline's client settings, a consumer that counts. */
final class RawLeg {

    private static final Pattern SENT = Pattern.compile(RawSender.SENT);
    private static final Pattern COUNTED = Pattern.compile(RawCounter.COUNTED);

    private RawLeg() {}

    static Lap run(MeasuredStage stage, RecordedTraffic traffic, Path consumerSettings, int round)
            throws InterruptedException {
        Topics topics = new Topics("raw");
        int partitions = stage.topics(topics);
        String servers = stage.cluster().bootstrapServers();
        ProgramProcess counter = stage.start(
                MeasuredStage.CONSUMER,
                List.of(),
                Worker.COMMAND,
                Worker.COUNT,
                consumerSettings.toString(),
                servers,
                topics.events(),
                topics.group(),
                Long.toString(traffic.records()));
        stage.awaitAssigned(topics, partitions);
        ProgramProcess sender = stage.start(
                MeasuredStage.GENERATOR,
                List.of(),
                Worker.COMMAND,
                Worker.SEND,
                traffic.file().toString(),
                traffic.settings().toString(),
                servers,
                topics.events(),
                Integer.toString(partitions));
        stage.awaitDone(sender);
        stage.awaitDone(counter);
        double sendSeconds = Double.parseDouble(sender.awaitPrinted(SENT).group(2));
        long endedAtMs = Long.parseLong(counter.awaitPrinted(COUNTED).group(2));
        long startedAtMs = stage.view().firstSentAtMs(topics.events());
        double seconds = (endedAtMs - startedAtMs) / 1000.0;
        return new Lap(
                Leg.RAW, round, traffic.records(), seconds, sendSeconds, seconds, stage.usage(startedAtMs, endedAtMs));
    }
}
