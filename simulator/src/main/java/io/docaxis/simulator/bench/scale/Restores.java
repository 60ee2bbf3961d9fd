package io.docaxis.simulator.bench.scale;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.simulator.bench.MeasuredStage;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.JsonReport;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Fills a consumer's state with open dispatches, ends it, and starts another that has to read that state back. */
final class Restores {

    /** Said by the consumer of each partition; the time is that since the first of them. */
    private static final String RESTORED = "partition \\d+ restored: (\\d+) entries, after (\\d+) ms";

    private static final List<String> SPEAKS = List.of("-Ddocaxis.log=DEBUG");
    private static final String FAST_CLIENTS = "--fast-clients";
    static final String RESTORED_ROLE = "restored";

    private final FastClients fastClients;

    Restores(FastClients fastClients) {
        this.fastClients = fastClients;
    }

    /**
     * Measures one.
     *
     * @param scenario in which nothing is ever settled, a file
     * @param documents their number, with about three and a half dispatches each
     */
    Restore restore(Path scenario, long documents, Path directory) throws InterruptedException {
        Topics topics = new Topics("restore");
        try (MeasuredStage stage = new MeasuredStage(directory)) {
            int partitions = stage.topics(topics);
            ProgramProcess first = stage.startOn(
                    topics,
                    MeasuredStage.CONSUMER,
                    List.of(),
                    "consume",
                    "--until-ended",
                    FAST_CLIENTS,
                    fastClients.label());
            stage.awaitDone(stage.startOn(
                    topics,
                    MeasuredStage.GENERATOR,
                    List.of(),
                    "produce",
                    scenario.toString(),
                    "--documents",
                    Long.toString(documents),
                    FAST_CLIENTS,
                    fastClients.label()));
            stage.awaitDone(first);
            long open = open(stage, topics, directory);
            long startedAtMs = System.currentTimeMillis();
            ProgramProcess second =
                    stage.startOn(topics, RESTORED_ROLE, SPEAKS, "consume", FAST_CLIENTS, fastClients.label());
            second.awaitSaid(Pattern.compile("(?s)(?:" + RESTORED + ".*?){" + partitions + "}"));
            Usage usage = stage.usage(startedAtMs, System.currentTimeMillis());
            List<MatchResult> restored =
                    Pattern.compile(RESTORED).matcher(second.err()).results().toList();
            return new Restore(
                    open, numbers(restored, 1).sum(), numbers(restored, 2).max().orElseThrow() / 1000.0, usage);
        }
    }

    private static LongStream numbers(List<MatchResult> lines, int group) {
        return lines.stream().mapToLong(line -> Long.parseLong(line.group(group)));
    }

    private static long open(MeasuredStage stage, Topics topics, Path directory) throws InterruptedException {
        stage.awaitDone(stage.startOn(topics, "verdict", List.of(), "verify", "--results", directory.toString()));
        JsonNode result = JsonReport.read(directory.resolve("result.json"));
        return result.get("documents_received").asLong()
                - result.get("counters").get("settled").asLong();
    }
}
