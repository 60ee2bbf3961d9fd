package io.docaxis.simulator.command;

import io.docaxis.simulator.bench.lag.LagBench;
import io.docaxis.simulator.bench.lag.LagReport;
import io.docaxis.simulator.bench.lag.LagResult;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How right time lags are that no record was read for. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how right time lags are that no record was read for, on simulated logs.",
            "How wide the intervals are, how often they leave out the truth (never), what they cost,",
            "and how other estimates err. Takes half a minute, and no broker."
        },
        footer = {"", "Example: docaxis bench lag --days 30 --results ./results"})
final class BenchLagCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--days",
            converter = WholeNumbers.Days.class,
            paramLabel = "N",
            defaultValue = "9",
            description = "Days that are simulated, beginning with a Monday (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            converter = WholeNumbers.Seed.class,
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of what is simulated (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--results",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description = "Write lag.json, lag.html and lag.txt to DIR.")
    private Path results;

    @Override
    public Integer call() {
        ResultDirectory directory = results == null ? null : ResultDirectory.open(results, ResultFiles.LAG);
        PrintWriter out = spec.commandLine().getOut();
        LagResult result = LagBench.run(days, seed, line -> {
            out.println(line);
            out.flush();
        });
        LagReport report = new LagReport(
                result, OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        out.print(report.text());
        if (directory != null) {
            report.write(directory);
        }
        return result.isRight() ? ExitCode.ofTrust(report.isTrusted()) : ExitCode.DIFFERS;
    }
}
