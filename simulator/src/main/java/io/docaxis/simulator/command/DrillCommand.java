package io.docaxis.simulator.command;

import io.docaxis.producer.scenario.file.Nearest;
import io.docaxis.simulator.drill.AttemptResult;
import io.docaxis.simulator.drill.Drill;
import io.docaxis.simulator.drill.DrillJson;
import io.docaxis.simulator.drill.DrillText;
import io.docaxis.simulator.drill.Drills;
import io.docaxis.simulator.drill.Score;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import io.docaxis.simulator.selftest.Detection;
import io.docaxis.simulator.selftest.DetectionText;
import io.docaxis.simulator.selftest.SelfTest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Breaks a pipeline of real processes in the middle of its work, and verifies what it concluded. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a run with real processes, breaks something in the middle of it, and verifies.",
            "NAME is one of: kill-consumer, abort-transaction, kill-broker, freeze-broker, rebalance,",
            "kill-producer, lose-state, slow-consumer; or all. self-test breaks nothing, but plants errors",
            "in the consumers' state, and checks that the verdict names each."
        },
        footer = {
            "",
            "Example: docaxis drill kill-consumer",
            "         docaxis drill all --seeds 20 --results ./results",
        })
final class DrillCommand implements Callable<Integer> {

    private static final String ALL = "all";
    static final String SELF_TEST = "self-test";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "The drill, all, or self-test.")
    private String name;

    @Option(
            names = "--seed",
            converter = WholeNumbers.Seed.class,
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Decides world, moment and choices: the same seed is the same attempt (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--seeds",
            converter = WholeNumbers.Seeds.class,
            paramLabel = "K",
            defaultValue = "1",
            description = "Seeds of each drill, counting up from --seed (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--documents",
            converter = WholeNumbers.DrillDocuments.class,
            paramLabel = "N",
            defaultValue = "30000",
            description = "Documents of each run, some ten events each (default: ${DEFAULT-VALUE}).")
    private long documents;

    @Option(
            names = "--results",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description = "Write drill.json to DIR.")
    private Path results;

    @Mixin
    private FastClientsOption fastClients;

    @Override
    public Integer call() throws InterruptedException {
        return name.equals(SELF_TEST) ? selfTest() : drill();
    }

    private int selfTest() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (SelfTest test = SelfTest.start(seed, fastClients.chosen)) {
            List<Detection> detections = test.play(each -> {
                out.print(DetectionText.of(each));
                out.flush();
            });
            boolean right = detections.stream().allMatch(Detection::isRight);
            out.println(right ? "self-test: passed" : "self-test: failed");
            return ExitCode.ofSelfTest(right);
        }
    }

    private int drill() throws InterruptedException {
        List<Drill> drills = drills();
        ResultDirectory directory = results == null ? null : ResultDirectory.open(results, ResultFiles.DRILL);
        PrintWriter out = spec.commandLine().getOut();
        List<AttemptResult> played =
                new Drills(seed, seeds, documents, fastClients.chosen, new Printer(out)).play(drills);
        Score score = Score.of(drills, played, seeds);
        out.println();
        out.print(DrillText.table(drills, played, seeds));
        out.flush();
        if (directory != null) {
            directory.write(Map.of("drill.json", DrillJson.of(played, score, seeds, documents)));
        }
        return ExitCode.of(score);
    }

    private static List<String> labels() {
        return Arrays.stream(Drill.values()).map(Drill::label).toList();
    }

    private List<Drill> drills() {
        if (name.equals(ALL)) {
            return List.of(Drill.values());
        }
        return Drill.of(name)
                .map(List::of)
                .orElseThrow(() -> new UsageException("drill '" + name + "': want all, self-test or one of "
                        + String.join(", ", labels()) + Nearest.hint(name, labels())));
    }

    /** Tells the screen. */
    private record Printer(PrintWriter out) implements Drills.Listener {
        @Override
        public void starts(Drill drill, long seed, int moment) {
            out.print(DrillText.starting(drill, seed, moment));
            out.flush();
        }

        @Override
        public void ended(AttemptResult result) {
            out.print(DrillText.ended(result));
            out.flush();
        }
    }
}
