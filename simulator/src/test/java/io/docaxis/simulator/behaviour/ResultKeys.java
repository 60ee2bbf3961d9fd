package io.docaxis.simulator.behaviour;

import static io.docaxis.simulator.SmallRun.at;
import static io.docaxis.simulator.SmallRun.conclude;
import static io.docaxis.simulator.SmallRun.firstReceiver;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.SmallRun;
import io.docaxis.simulator.bench.SampleSession;
import io.docaxis.simulator.bench.lag.SampleLag;
import io.docaxis.simulator.bench.load.SampleLoadBench;
import io.docaxis.simulator.bench.scale.Restore;
import io.docaxis.simulator.bench.scale.ScaleReport;
import io.docaxis.simulator.bench.scale.ScaleResult;
import io.docaxis.simulator.bench.scale.ScaleRun;
import io.docaxis.simulator.drill.SampleDrill;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.RunFiles;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.verdict.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The fields of every JSON file that a command writes, of small samples of every kind of result. Not thread-safe. */
final class ResultKeys {

    private static final long MEMORY = 300L << 20;
    private static final RunCost UNPACED = new RunCost(1500, true, OptionalLong.empty(), OptionalLong.of(MEMORY));
    private static final RunCost PACED = new RunCost(1500, true, OptionalLong.of(20), OptionalLong.of(MEMORY));
    private static final RunCost ONLOOKER = RunCost.ofOnlooker(1500, OptionalLong.empty());

    private static final Clients PLAIN = new Clients(
            Optional.of(new Client(FastPath.Side.PRODUCER, Optional.of(false), Optional.of("linger.ms is 0"), "1.2.3")),
            Optional.of(new Client(FastPath.Side.CONSUMER, Optional.empty(), Optional.empty(), "1.2.3")));

    private final Path directory;
    private final SortedMap<String, JsonPaths> files = new TreeMap<>();

    /** @param directory for the files, which stay there */
    ResultKeys(Path directory) {
        this.directory = directory;
    }

    /** By file, the types of its fields by path. */
    SortedMap<String, SortedMap<String, String>> types() {
        Statement everything = SmallRun.ledger(ResultKeys::countEverything, UnaryOperator.identity());
        Statement begunLater = SmallRun.ledger(ResultKeys::countEverything, ResultKeys::begunLater);
        Statement found = SmallRun.tally(ResultKeys::countEverything);
        TallyReader none = new TallyReader();
        run("run", RunReport.of(everything, found, UNPACED).withClients(SampleSession.FAST));
        run("paced run", RunReport.of(begunLater, found, PACED).withClients(PLAIN));
        run("verify", RunReport.of(everything, found, ONLOOKER));
        run("differs", RunReport.of(SmallRun.ledger(), SmallRun.tally(ResultKeys::err), UNPACED));
        run("incomplete", RunReport.of(SmallRun.ledger(), unfinished(), UNPACED));
        run("nothing found", RunReport.of(Statement.ledger(none, 0), Statement.tally(none, 0), ONLOOKER));

        SampleSession.report(SampleSession.known()).write(ResultDirectory.open(directory, ResultFiles.BENCH));
        read("known", "bench.json");
        SampleSession.report(SampleSession.unknown()).write(ResultDirectory.open(directory, ResultFiles.BENCH));
        read("unknown", "bench.json");
        scale().write(ResultDirectory.open(directory, ResultFiles.SCALE));
        read("known", "scale.json");
        SampleLag.report().write(ResultDirectory.open(directory, ResultFiles.LAG));
        read("known", "lag.json");
        SampleLoadBench.report().write(ResultDirectory.open(directory, ResultFiles.BENCH_LOAD));
        read("known", "bench-load.json");
        file("drill.json").with("any", SampleDrill.json());

        SortedMap<String, SortedMap<String, String>> types = new TreeMap<>();
        files.forEach((name, paths) -> types.put(name, paths.types()));
        return types;
    }

    private void run(String kind, RunReport report) {
        RunFiles.write(report, ResultDirectory.open(directory, ResultFiles.RUN));
        List.of("result.json", "truth.json", "tally.json").forEach(name -> read(kind, name));
    }

    private void read(String kind, String name) {
        try {
            file(name).with(kind, Files.readString(directory.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonPaths file(String name) {
        return files.computeIfAbsent(name, first -> new JsonPaths());
    }

    /** So that every trace of a disturbance is there. */
    private static void countEverything(Tally tally) {
        for (Counter counter : Counter.values()) {
            if (counter.isTrace()) {
                tally.count(counter, 1, 1);
            } else {
                tally.count(counter, 1);
            }
        }
    }

    /** An obligation of a sender, one of a receiver, and a record. */
    private static void err(Tally tally) {
        conclude(tally, 1, 7, ObligationId.NO_RECEIVER, Obligation.SEND, Outcome.LATE, at(12), 90);
        conclude(tally, -1, 7, firstReceiver(7), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0);
        tally.count(Counter.RECALL_BY_STRANGER, 1);
    }

    private static PartHeader begunLater(PartHeader header) {
        return header.toBuilder().setBeginAt(at(9)).build();
    }

    private static Statement unfinished() {
        return SmallRun.tally(
                tally -> {}, header -> header.toBuilder().setEnded(false).build());
    }

    private static ScaleReport scale() {
        Usage usage = new Usage(20, Map.of("run", 10.0), Map.of(), OptionalDouble.of(0.01));
        List<ScaleRun> runs =
                List.of(new ScaleRun("any", 1, 88, 100, 200, usage, OptionalLong.of(MEMORY), 1000, SampleSession.FAST));
        return new ScaleReport(
                new ScaleResult("any", runs, runs, List.of(new Restore(100, 200, 1, usage)), List.of("something")),
                "at some time");
    }
}
