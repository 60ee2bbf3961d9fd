package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.Patience;
import io.docaxis.simulator.process.ProgramProcess;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's own {@code ProducerPerformance} with {@code ConsumerPerformance} beside it, as the raw leg has its two, with keys as it has them. */
public final class ToolsLeg {

    /** The producer's figures so far, the last of which are those of the whole. */
    private static final Pattern SENT = Pattern.compile("(?s).*?(\\d+) records sent, ([0-9.]+) records/sec.*");
    /** The consumer's line: start, end, MB, MB/s, records, … */
    private static final Pattern CONSUMED =
            Pattern.compile("(?m)^\\d{4}-[^,]*, (\\d{4}-[^,]*), [0-9.]+, [0-9.]+, (\\d+), ");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss:SSS", Locale.ROOT);
    /** Keys are ascending decimal numbers: up to this one, nearly all have the eight bytes of a thread's key. */
    private static final String KEYS = "100000000";
    /** Numbers with a point, whatever the machine's language. */
    public static final List<String> ENGLISH = List.of("-Duser.language=en", "-Duser.country=US");

    private ToolsLeg() {}

    static Lap run(MeasuredStage stage, RecordedTraffic traffic, Path consumerSettings, int round)
            throws InterruptedException {
        Topics topics = new Topics("tools");
        int partitions = stage.topics(topics);
        ProgramProcess consumer = stage.start(
                MeasuredStage.CONSUMER,
                ENGLISH,
                consumerArguments(stage, topics, traffic, consumerSettings).toArray(String[]::new));
        stage.awaitAssigned(topics, partitions);
        ProgramProcess producer = stage.start(
                MeasuredStage.GENERATOR,
                ENGLISH,
                producerArguments(
                                stage.cluster().bootstrapServers(),
                                topics.events(),
                                traffic.records(),
                                traffic.payloads(),
                                traffic.settings())
                        .toArray(String[]::new));
        stage.awaitDone(producer);
        stage.awaitDone(consumer);

        // the tool ends well even where every send failed
        long records = stage.view().records(topics.events());
        Matcher consumed = consumer.awaitPrinted(CONSUMED);
        if (records != traffic.records() || Long.parseLong(consumed.group(2)) < records) {
            throw new ChildFailedException("Kafka's tools sent " + records + " and read " + consumed.group(2) + " of "
                    + traffic.records() + " records: " + producer.err() + consumer.err());
        }
        long startedAtMs = stage.view().firstSentAtMs(topics.events());
        long endedAtMs = LocalDateTime.parse(consumed.group(1), TIME)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
        double seconds = (endedAtMs - startedAtMs) / 1000.0;
        return new Lap(
                Leg.TOOLS,
                round,
                records,
                seconds,
                records / lastRate(producer.out()),
                seconds,
                stage.usage(startedAtMs, endedAtMs));
    }

    /** The command line of {@code ProducerPerformance} as fast as it can, with values from a file of lines. */
    public static List<String> producerArguments(
            String servers, String topic, long records, Path payloads, Path settings) {
        return List.of(
                Worker.COMMAND,
                Worker.PRODUCER_PERFORMANCE,
                "--bootstrap-server",
                servers,
                "--topic",
                topic,
                "--num-records",
                Long.toString(records),
                "--throughput",
                "-1",
                "--payload-file",
                payloads.toString(),
                "--key-distribution",
                "range",
                "--record-key-range",
                KEYS,
                "--command-config",
                settings.toString());
    }

    /** Fetch size and socket buffer are options of the tool, which win over its file of settings. */
    private static List<String> consumerArguments(
            MeasuredStage stage, Topics topics, RecordedTraffic traffic, Path consumerSettings) {
        return List.of(
                Worker.COMMAND,
                Worker.CONSUMER_PERFORMANCE,
                "--bootstrap-server",
                stage.cluster().bootstrapServers(),
                "--topic",
                topics.events(),
                "--group",
                topics.group(),
                "--num-records",
                Long.toString(traffic.records()),
                "--timeout",
                Long.toString(Patience.STANDSTILL.toMillis()),
                "--fetch-size",
                ClientSettings.of(consumerSettings, "max.partition.fetch.bytes"),
                "--socket-buffer-size",
                ClientSettings.of(consumerSettings, "receive.buffer.bytes"),
                "--command-config",
                consumerSettings.toString());
    }

    /** Records a second, as {@code ProducerPerformance} says at its end. */
    public static double lastRate(String out) {
        Matcher matcher = SENT.matcher(out.lines()
                .filter(line -> line.contains("records sent,"))
                .reduce((before, last) -> last)
                .orElse(""));
        if (!matcher.matches()) {
            throw new ChildFailedException("Kafka's ProducerPerformance said nothing of its rate:\n" + out);
        }
        return Double.parseDouble(matcher.group(2));
    }
}
