package io.docaxis.simulator.command;

import io.docaxis.simulator.bench.scale.Scale;
import io.docaxis.simulator.bench.scale.ScalePlan;
import io.docaxis.simulator.bench.scale.ScaleReport;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How cost, memory and restarts grow. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = {
            "Measures cost per event and memory against documents and agencies, and restarts against open dispatches.",
            "Takes half an hour and 25 GB of disk in all, and needs the machine to itself."
        },
        footer = {"", "Example: docaxis bench scale --factors 0.1,1,3 --agencies none --results ./results"})
final class BenchScaleCommand implements Callable<Integer> {

    static final String NONE = "none";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--factors",
            paramLabel = "F,…",
            defaultValue = "0.1,1,3,10",
            description =
                    "Multiples of the documents of " + BenchCommand.SCENARIO + ", or none (default: ${DEFAULT-VALUE}).")
    private String factors;

    @Option(
            names = "--agencies",
            paramLabel = "N,…",
            defaultValue = "88,10000,120000",
            description = "Numbers of agencies, or none (default: ${DEFAULT-VALUE}).")
    private String agencies;

    @Option(
            names = "--open",
            paramLabel = "N,…",
            defaultValue = "10000,100000,1000000",
            description = "Numbers of open dispatches to restore, or none (default: ${DEFAULT-VALUE}).")
    private String open;

    @Option(
            names = "--results",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description = "Write scale.json, scale.html and scale.txt to DIR.")
    private Path results;

    @Mixin
    private FastClientsOption fastClients;

    @Override
    public Integer call() throws InterruptedException {
        ScalePlan plan = new ScalePlan(
                BenchCommand.SCENARIO,
                list("--factors", factors, Double::valueOf, "above 0, up to 50", f -> f > 0 && f <= 50),
                list("--agencies", agencies, Integer::valueOf, "from 88 to 120000", n -> n >= 88 && n <= 120_000),
                list("--open", open, Long::valueOf, "from 1 to 10000000", n -> n > 0 && n <= 10_000_000),
                fastClients.chosen);
        ResultDirectory directory = results == null ? null : ResultDirectory.open(results, ResultFiles.SCALE);
        PrintWriter out = spec.commandLine().getOut();
        Scale scale = new Scale(plan, line -> {
            out.println(line);
            out.flush();
        });
        ScaleReport report = new ScaleReport(
                scale.run(),
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        out.print(report.text());
        if (directory != null) {
            report.write(directory);
        }
        return ExitCode.ofTrust(report.isTrusted());
    }

    private static <T> List<T> list(
            String option, String text, Function<String, T> read, String range, Predicate<T> allowed) {
        if (text.equals(NONE)) {
            return List.of();
        }
        try {
            List<T> values = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(read)
                    .toList();
            if (values.stream().allMatch(allowed)) {
                return values;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + " " + text + ": want numbers " + range + ", with commas, or none");
    }
}
