package io.docaxis.simulator.command;

import io.docaxis.simulator.bench.load.LoadBench;
import io.docaxis.simulator.bench.load.LoadBenchPlan;
import io.docaxis.simulator.bench.load.LoadBenchReport;
import io.docaxis.simulator.bench.load.LoadMeasure;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A load beside Kafka alone, on this machine, now. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Measures 'load' against Kafka alone: how fast it sends and proves, which latency it adds at 20,000/s of",
            "1 KB, and how late its sending loop is by its own making. Takes an hour and 7 GB of disk, and needs the",
            "machine to itself."
        },
        footer = {"", "Example: docaxis bench load --only send,latency --results ./results"})
final class BenchLoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rounds",
            converter = WholeNumbers.Rounds.class,
            paramLabel = "K",
            defaultValue = "5",
            description = "Rounds, each of which measures everything once (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            converter = WholeNumbers.LapSeconds.class,
            paramLabel = "N",
            defaultValue = "60",
            description = {
                "Seconds of a lap at a rate; of laps as fast as they go, 66,667 records for each, up to 6 million"
                        + " (default: ${DEFAULT-VALUE})."
            })
    private int seconds;

    @Option(
            names = "--only",
            split = ",",
            converter = MeasureConverter.class,
            paramLabel = "MEASURE",
            description = "Measure these alone: send, prove, latency, slip; with commas.")
    private List<LoadMeasure> only = List.of(LoadMeasure.values());

    @Option(
            names = "--results",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description = "Write bench-load.json, bench-load.html and bench-load.txt to DIR.")
    private Path results;

    @Override
    public Integer call() throws InterruptedException {
        Set<LoadMeasure> measures = EnumSet.copyOf(only);
        ResultDirectory directory = results == null ? null : ResultDirectory.open(results, ResultFiles.BENCH_LOAD);
        PrintWriter out = spec.commandLine().getOut();
        LoadBench bench = new LoadBench(new LoadBenchPlan(BenchCommand.SCENARIO, rounds, seconds, measures), line -> {
            out.println(line);
            out.flush();
        });
        LoadBenchReport report =
                bench.run(OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        out.print(report.text());
        if (directory != null) {
            report.write(directory);
        }
        return ExitCode.ofTrust(report.isTrusted());
    }

    /** For picocli. */
    static final class MeasureConverter implements ITypeConverter<LoadMeasure> {
        @Override
        public LoadMeasure convert(String text) {
            return Arrays.stream(LoadMeasure.values())
                    .filter(measure -> measure.label().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Arrays.stream(LoadMeasure.values())
                            .map(LoadMeasure::label)
                            .collect(Collectors.joining(", ", "want one or more of ", ""))));
        }
    }
}
