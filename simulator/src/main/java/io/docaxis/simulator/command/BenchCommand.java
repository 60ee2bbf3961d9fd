package io.docaxis.simulator.command;

import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.bench.Bench;
import io.docaxis.simulator.bench.BenchReport;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The pipeline beside Kafka alone, on this machine, now. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the whole pipeline, exactly once and verified, against Kafka alone moving the same bytes.",
            "Takes a quarter of an hour on two processors, and needs the machine to itself."
        },
        footer = {"", "Example: docaxis bench --results ./results"})
final class BenchCommand implements Callable<Integer> {

    static final String SCENARIO = "national-2023";
    /** At the nation's own volume a quarter of a pipeline lap's processor time goes to compilers. */
    private static final int TIMES = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--documents",
            converter = WholeNumbers.Documents.class,
            paramLabel = "N",
            description = "Documents of " + SCENARIO + " (default: " + TIMES + " times its number).")
    private Long documents;

    @Option(
            names = "--rounds",
            converter = WholeNumbers.Rounds.class,
            paramLabel = "K",
            defaultValue = "3",
            description = "Rounds, each of which measures everything once (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--results",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description = "Write bench.json, bench.html and bench.txt to DIR.")
    private Path results;

    @Mixin
    private FastClientsOption fastClients;

    @Override
    public Integer call() throws InterruptedException {
        Scenario scenario = scenario();
        ResultDirectory directory = results == null ? null : ResultDirectory.open(results, ResultFiles.BENCH);
        PrintWriter out = spec.commandLine().getOut();
        Bench bench = new Bench(WorldOptions.world(scenario), SCENARIO, rounds, fastClients.chosen, line -> {
            out.println(line);
            out.flush();
        });
        BenchReport report = BenchReport.of(
                bench.run(),
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        out.print(report.text());
        if (directory != null) {
            report.write(directory);
        }
        return ExitCode.ofTrust(report.isTrusted());
    }

    private Scenario scenario() {
        Scenario read = Scenarios.read(SCENARIO);
        try {
            return read.scaled(documents == null ? TIMES * read.volume().documents() : documents);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--documents: " + e.getMessage());
        }
    }
}
